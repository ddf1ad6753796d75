package plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.report.page.Block.Section;
import plumbline.report.page.HtmlWriter;
import plumbline.report.page.Page;
import plumbline.report.page.Table;
import plumbline.report.page.Table.Cell;
import plumbline.report.page.Table.Row;
import plumbline.report.page.Text;

/** What a reader can do with a long table in a browser. */
class SortedTablesTest {
  /** In the order of their words, 1 ms would be before 50 µs, and 9 ms behind 50 µs. */
  private static final List<Row> ROWS =
      List.of(
          row("Redis GET", "50 µs", 50),
          row("Kafka ack", "1 ms", 1_000),
          row("Redis SET", "9 ms", 9_000),
          Row.of("Kafka produce", List.of("-")),
          row("Redis INCR", "200 µs", 200),
          row("Echo", "30 µs", 30),
          row("Kafka delivery", "2 ms", 2_000));

  private static final String PAGE =
      "Redis GET, Kafka ack, Redis SET, Kafka produce, Redis INCR, Echo, Kafka delivery; ";

  /** What is done from outside, so that the page's policy holds, and what is seen then. */
  private static final String FRAME =
      """
      <!doctype html><ul></ul><iframe id=f src=page.html width=900 height=900></iframe><script>
      f.onload = () => {
        const page = f.contentDocument;
        const tell = () => {
          const item = document.createElement('li');
          const rows = [...page.querySelectorAll('tbody tr')].filter(row => !row.hidden);
          item.textContent = rows.map(row => row.cells[0].textContent.trim()).join(', ') + '; '
              + page.querySelector('[role=status]').textContent + '; '
              + [...page.querySelectorAll('thead th')].map(th => th.ariaSort).join(' ');
          document.querySelector('ul').append(item);
        };
        const press = column => page.querySelectorAll('thead button')[column].click();
        const type = words => {
          const field = page.querySelector('input');
          field.value = words;
          field.dispatchEvent(new Event('input'));
        };
        tell();
        [() => press(1), () => press(1), () => press(1), () => press(0), () => type('redis  Set'),
            () => type('nothing'), () => type('')].forEach(act => { act(); tell(); });
      };
      </script>
      """;

  @TempDir private Path scratch;

  private static Row row(String label, String words, double value) {
    return Row.of(Text.of(label), List.of(Cell.of(words).value(value)));
  }

  private static String html(List<Row> rows) {
    Table table = Table.grid().words("Operation").figures("p50").rows(rows);
    return HtmlWriter.write(
        new Page("T", "", "", List.of(Section.of("s", "Title", table)), "", List.of(), List.of()));
  }

  @Test
  void rowsSortByValueAndFilterByWordsAndThePageSaysSo() throws Exception {
    Files.writeString(scratch.resolve("page.html"), html(ROWS));
    Chromium.Visit visit =
        Chromium.open(Files.writeString(scratch.resolve("frame.html"), FRAME), scratch);

    assertThat(visit.console()).isEmpty();
    assertThat(Pattern.compile("<li>(.*?)</li>").matcher(visit.dom()).results())
        .extracting(item -> item.group(1))
        .containsExactly(
            PAGE + "7 rows;  ",
            "Echo, Redis GET, Redis INCR, Kafka ack, Kafka delivery, Redis SET, Kafka produce;"
                + " 7 rows, by p50, ascending;  ascending",
            // What is not known stays last.
            "Redis SET, Kafka delivery, Kafka ack, Redis INCR, Redis GET, Echo, Kafka produce;"
                + " 7 rows, by p50, descending;  descending",
            PAGE + "7 rows;  ",
            "Echo, Kafka ack, Kafka delivery, Kafka produce, Redis GET, Redis INCR, Redis SET;"
                + " 7 rows, by Operation, ascending; ascending ",
            "Redis SET; 1 of 7 rows, by Operation, ascending; ascending ",
            "; 0 of 7 rows, by Operation, ascending; ascending ",
            "Echo, Kafka ack, Kafka delivery, Kafka produce, Redis GET, Redis INCR, Redis SET;"
                + " 7 rows, by Operation, ascending; ascending ");
  }

  @Test
  void withoutItsScriptThePageHasEveryRowAndOffersNothing() {
    assertThat(html(ROWS).replaceAll("(?s)<script>.*?</script>", ""))
        .contains("Redis GET", "Kafka produce", "200 µs")
        .doesNotContain("<button", "<input");
  }

  @Test
  void fewRowsHaveNoScript() {
    assertThat(html(ROWS.subList(0, 6))).doesNotContain("<script", "script-src");
  }
}
