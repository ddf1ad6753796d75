package plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.history.History;
import plumbline.history.Made;
import plumbline.history.Tracked;
import plumbline.history.Trends;
import plumbline.report.history.HistoryPage;
import plumbline.report.page.HtmlWriter;
import plumbline.report.page.TextWriter;
import plumbline.report.words.Wording;
import plumbline.result.Metric;
import plumbline.testing.MadeManifest;

class HistoryPagesTest {
  private static final Trends STEPPED = Trends.of(Made.stepped(40, 25), Trends.ALPHA);

  @TempDir private Path scratch;

  private static Trends hostile() {
    Tracked column = new Tracked("</script><b>" + "Long".repeat(60) + ".get;a=<i>&", Metric.P50);
    return Trends.of(
        new History(
            List.of(column),
            List.of(
                new History.Entry(
                    MadeManifest.STARTED, "<commit>\u001b[31m", "branch<b>", Map.of(column, 1.5)))),
        Trends.ALPHA);
  }

  @Test
  void textNamesTheChangeWithItsCommitAndFitsEightyColumns() {
    String text = TextWriter.write(HistoryPage.of(STEPPED, "quick.csv"), 80, false);

    assertThat(text).startsWith("quick.csv: 1 change in 1 of 2 metrics.\n");
    assertThat(text)
        .contains("From 001172ea46 (2026-02-09 10:20)\n  RedisGetBenchmark.get;payload=100\n");
    assertThat(text).containsPattern("    p50 +[\\d.]+ µs +[\\d.]+ µs +\\+\\d+ %  worse +0\\.001");
    assertThat(text.lines()).allMatch(line -> line.length() <= 80);
    assertThat(TextWriter.write(HistoryPage.of(hostile(), "q"), 80, false).lines())
        .allMatch(line -> line.length() <= 80)
        .noneMatch(line -> line.indexOf('\u001b') >= 0);
  }

  @Test
  void theAnswersFitOneScreenHoweverManyMetricsThereAre() {
    for (int step : new int[] {25, 40}) {
      Trends many = Trends.of(Made.many(40, step, 30), Trends.ALPHA);
      String text = TextWriter.write(HistoryPage.brief(many, "q.csv", Wording.USUAL), 80, false);

      assertThat(text.lines().count()).isLessThanOrEqualTo(45);
      assertThat(text.lines()).allMatch(line -> line.length() <= 80);
      assertThat(text)
          .startsWith(
              step == 40
                  ? "q.csv: No change in any of 30 metrics."
                  : "q.csv: 32 changes in 30 of 30 metrics.")
          .contains(" more, see --details");
    }
  }

  @Test
  void tooFewRunsAreSaidSo() {
    String text =
        TextWriter.write(
            HistoryPage.of(Trends.of(Made.stepped(5, 3), Trends.ALPHA), "q.csv"), 80, false);
    assertThat(text).contains("Too few runs to show a change: for one in a single metric it takes");
  }

  @Test
  void anEmptyHistoryHasPages() {
    Trends empty = Trends.of(History.EMPTY, Trends.ALPHA);
    assertThat(TextWriter.write(HistoryPage.of(empty, "q.csv"), 80, false)).contains("No run yet.");
    assertThat(HtmlWriter.write(HistoryPage.of(empty, "q.csv"))).contains("No run yet.");
  }

  @Test
  void theSameHistoryGivesTheSamePage() {
    assertThat(
            HtmlWriter.write(
                HistoryPage.of(Trends.of(Made.stepped(40, 25), Trends.ALPHA), "q.csv")))
        .isEqualTo(HtmlWriter.write(HistoryPage.of(STEPPED, "q.csv")));
  }

  @Test
  void thePageOpensWithEveryChartAndNoErrorAndNoRequest() throws Exception {
    Chromium.Visit visit = open(HtmlWriter.write(HistoryPage.of(STEPPED, "quick.csv")));

    assertThat(visit.console()).isEmpty();
    assertThat(visit.requests()).isEmpty();
    assertThat(visit.dom()).contains("data-charts=\"2\"");
    assertThat(visit.dom().split("<canvas", -1)).hasSize(3);
    assertThat(visit.dom()).contains("<title>Plumbline: history quick.csv</title>");
    assertThat(visit.dom()).contains("<span class=\"bad\">worse</span>");
  }

  @Test
  void hostileNamesStayText() throws Exception {
    Chromium.Visit visit = open(HtmlWriter.write(HistoryPage.of(hostile(), "quick.csv")));

    assertThat(visit.console()).isEmpty();
    assertThat(visit.dom()).contains("data-charts=\"1\"").doesNotContain("<b>Long");
  }

  @Test
  void nothingSticksOutAtFourHundredPixels() throws Exception {
    for (Trends trends : List.of(STEPPED, hostile())) {
      Files.writeString(
          scratch.resolve("inner.html"), HtmlWriter.write(HistoryPage.of(trends, "q.csv")));
      Chromium.Visit visit =
          open(
              "<!doctype html><iframe id=f src=inner.html width=400 height=900></iframe><script>"
                  + "f.onload = () => { const page = f.contentDocument.documentElement;"
                  + "document.title = page.scrollWidth + ' of ' + page.clientWidth; }</script>");
      assertThat(visit.dom()).containsPattern("<title>(\\d+) of \\1</title>");
    }
  }

  private Chromium.Visit open(String html) throws Exception {
    Path page = scratch.resolve("page.html");
    Files.writeString(page, html);
    return Chromium.open(page, scratch);
  }
}
