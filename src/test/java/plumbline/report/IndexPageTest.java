package plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import plumbline.report.page.HtmlWriter;
import plumbline.report.page.Page;
import plumbline.report.run.IndexPage;
import plumbline.report.words.Wording;
import plumbline.testing.MadeRun;

class IndexPageTest {
  private final IndexPage index = new IndexPage(Wording.USUAL);

  private static List<String> names(Page page) {
    return Shown.table(page, "runs").rows().stream().map(row -> Shown.words(row.label())).toList();
  }

  @Test
  void aRunIsALineWithItsAnswersThatLeadsToItsReport() {
    index.add("runs/a/report.html", Sample.COMPLETE.data(), Sample.COMPLETE.judgement());

    String row =
        Shown.table(index.page(), "runs").rows().get(0).cells().stream()
            .map(Shown::words)
            .collect(Collectors.joining(" | "));
    assertThat(row)
        .startsWith(
            "quick | 2026-01-15 10:20:30 UTC | 0123456789, with uncommitted changes | bench-host,"
                + " Example CPU 3.0 GHz, 2 CPUs | kafka-milliseconds? No: p50 ");
    assertThat(HtmlWriter.write(index.page()))
        .contains("<a href=\"runs/a/report.html\">20260115-102030-quick</a>");
  }

  @Test
  void theNewestIsFirstAndWhatCannotBeReadLast() {
    index.addUnreadable("damaged", "run.json:1: is empty");
    index.add("older", MadeRun.quick(), Sample.EMPTY.judgement());
    index.add("newer", new MadeRun().later(3, "abc").build(), Sample.EMPTY.judgement());

    assertThat(names(index.page()))
        .containsExactly("20260115-102030-quick+3", "20260115-102030-quick", "damaged");
    assertThat(index.count()).isEqualTo("3 runs, 1 of which cannot be read");
    assertThat(HtmlWriter.write(index.page())).contains("run.json:1: is empty");
  }

  @Test
  void aRunThatDidNotEndSaysSoFirst() {
    index.add("x", Sample.FAILED.data(), Sample.FAILED.judgement());
    assertThat(Shown.words(Shown.table(index.page(), "runs").rows().get(0).cells().get(4)))
        .startsWith("FAILED RUN (5 of 5 rounds completed): 1 row is invalid; kafka-");
  }

  @Test
  void namesFromElsewhereStayWords() {
    index.add("x", Sample.HOSTILE.data(), Sample.HOSTILE.judgement());
    index.addUnreadable("<b>", "<i>");
    assertThat(HtmlWriter.write(index.page())).doesNotContain("<b>", "<i>", "<script>document");
  }

  @Test
  void theAddressOfAReportIsRelativeToThePageWhateverItsFolderIsCalled() {
    Path runs = Path.of("results").toAbsolutePath();
    assertThat(IndexPage.address(Path.of("results/index.html"), runs.resolve("a/report.html")))
        .isEqualTo("a/report.html");
    assertThat(IndexPage.address(Path.of("site/index.html"), runs.resolve("a/../b c#?%/r.html")))
        .isEqualTo("../results/b%20c%23%3F%25/r.html");
    assertThat(IndexPage.address(runs.resolve("i.html"), runs.resolve("javascript:x/r.html")))
        .isEqualTo("javascript%3Ax/r.html");
  }
}
