package plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plumbline.report.page.Format;
import plumbline.report.page.HtmlWriter;
import plumbline.report.page.Page;

class HtmlReportTest {
  @TempDir private Path scratch;

  private static String render(Sample sample) {
    return HtmlWriter.write(sample.page());
  }

  private Chromium.Visit open(String html) throws IOException, InterruptedException {
    Path page = scratch.resolve("report.html");
    Files.writeString(page, html);
    return Chromium.open(page, scratch);
  }

  @ParameterizedTest
  @EnumSource(names = {"COMPLETE", "HOSTILE", "EMPTY", "PROMISES"})
  void opensInABrowserWithEveryChartAndNoErrorAndNoRequest(Sample sample) throws Exception {
    Chromium.Visit visit = open(render(sample));

    // One for each series with a valid round but the two of the instrument, and the overview.
    int charts =
        switch (sample) {
          case EMPTY -> 0;
          case PROMISES -> 11;
          default -> 12;
        };
    assertThat(visit.console()).isEmpty();
    assertThat(visit.requests()).isEmpty();
    assertThat(visit.dom()).contains("data-charts=\"" + charts + "\"");
    assertThat(visit.dom().split("<canvas", -1)).hasSize(charts + 1);
    assertThat(visit.dom()).contains("<title>Plumbline: 20260115-102030-quick</title>");
  }

  @Test
  void aForeignScriptAndAForeignImageAreRefusedByThePolicy() throws Exception {
    String html =
        render(Sample.EMPTY)
            .replace(
                "</main>",
                "<script>document.title='taken'</script>"
                    + "<img src=\"http://plumbline.invalid/x.png\" alt=\"\"></main>");
    Chromium.Visit visit = open(html);

    assertThat(visit.dom()).doesNotContain("<title>taken");
    assertThat(visit.console()).anyMatch(line -> line.contains("Content Security Policy"));
    assertThat(visit.requests()).isEmpty();
  }

  /** Without the policy the same image is asked for: so the test above can fail. */
  @Test
  void aPageWithoutAPolicyIsSeenToAskForItsImage() throws Exception {
    Chromium.Visit visit =
        open("<!doctype html><img src=\"http://plumbline.invalid/x.png\" alt=\"\">");

    assertThat(visit.requests()).contains("http://plumbline.invalid/x.png");
  }

  @Test
  void nothingSticksOutAtFourHundredPixels() throws Exception {
    Files.writeString(scratch.resolve("inner.html"), render(Sample.HOSTILE));
    Chromium.Visit visit =
        open(
            "<!doctype html><iframe id=f src=inner.html width=400 height=900></iframe><script>"
                + "f.onload = () => { const page = f.contentDocument.documentElement;"
                + " document.body.dataset.excess = page.scrollWidth - page.clientWidth }</script>");

    assertThat(visit.dom()).contains("data-excess=\"0\"");
  }

  @Test
  void textFromElsewhereCannotEndTheElementItStandsIn() {
    String html = render(Sample.HOSTILE);
    assertThat(html).doesNotContain("<script>document.title").doesNotContain("<!--");
    // The data, the scripts of tables, the chart library and the page's own.
    assertThat(html.split("</script>", -1)).hasSize(5);
    assertThat(html).contains("&lt;/script&gt;&lt;script&gt;document.title");
  }

  @Test
  void everythingIsSaidInTextToo() {
    String html = render(Sample.FAILED);
    Page page = Sample.FAILED.page();
    assertThat(html).contains("FAILED RUN", "exit value 137", "log.flush.interval.messages");
    assertThat(Shown.entries(Shown.section(page, "limits").orElseThrow()))
        .hasSize(9)
        .allSatisfy(
            limit -> assertThat(html).contains(">" + limit.title().words(Format.HTML) + "<"));
    assertThat(Shown.table(page, "figures").rows())
        .flatExtracting(row -> row.cells())
        .allSatisfy(cell -> assertThat(html).contains(cell.lines().get(0).words(Format.HTML)));
  }

  @Test
  void everyFigureSaysFromHowManyRoundsAndOperationsItComes() {
    Page page = Sample.FAILED.page();
    assertThat(Shown.table(page, "figures").rows())
        .flatExtracting(row -> row.cells())
        .filteredOn(cell -> cell.value().isPresent())
        .hasSizeGreaterThan(40)
        .extracting(cell -> cell.about())
        .allMatch(
            about ->
                about.matches(
                    "(median over|all together:) [45] of 5 rounds, [\\d,]+ operations in all"));
    assertThat(HtmlWriter.write(page)).contains("title=\"median over 4 of 5 rounds, ");
  }

  @Test
  void aGermanMachineWritesTheSameBytes() {
    Locale before = Locale.getDefault();
    String expected = render(Sample.COMPLETE);
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(render(Sample.COMPLETE)).isEqualTo(expected);
    } finally {
      Locale.setDefault(before);
    }
  }
}
