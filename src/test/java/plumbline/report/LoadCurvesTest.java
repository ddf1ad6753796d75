package plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.report.page.Block.Paragraph;
import plumbline.report.page.Block.Section;
import plumbline.report.page.HtmlWriter;
import plumbline.report.page.MarkdownWriter;
import plumbline.report.page.Table;
import plumbline.report.page.TextWriter;
import plumbline.report.run.RunPage;
import plumbline.result.RunData;
import plumbline.testing.Golden;

class LoadCurvesTest {
  @TempDir private Path scratch;

  private static Section curve(RunData data) {
    return Shown.section(RunPage.of(data, SampleCurve.judgement()), "curve").orElseThrow();
  }

  private static RunData tails(Map<Integer, List<Integer>> tails) {
    return SampleCurve.withTails(new TreeMap<>(tails));
  }

  /** Where the tail leaves the microseconds: the last paragraph. */
  private static String crossing(Section curve) {
    return Shown.blocks(curve.blocks())
        .filter(Paragraph.class::isInstance)
        .map(paragraph -> Shown.words(((Paragraph) paragraph).text()))
        .reduce((one, later) -> later)
        .orElseThrow();
  }

  private static String crossing(Map<Integer, List<Integer>> tails) {
    return crossing(curve(tails(tails)));
  }

  private static String cell(Section curve, int row, String column) {
    Table table = Shown.first(curve, Table.class);
    return Shown.cell(table, table.rows().get(row), column);
  }

  @Test
  void theLoadIsNamedAtWhichTheTailLeavesTheMicroseconds() {
    assertThat(
            crossing(
                Map.of(
                    10, List.of(300, 310, 320),
                    50, List.of(700, 800, 900),
                    90, List.of(1_100, 1_200, 1_300))))
        .isEqualTo("p99 leaves the microseconds between 50 % (800 µs) and 90 % (1.20 ms).");
  }

  @Test
  void aTailThatNeverLeavesThemSaysUpToWhere() {
    assertThat(crossing(Map.of(10, List.of(300, 310, 320), 95, List.of(700, 800, 999))))
        .isEqualTo(
            "p99 stays in the microseconds at every load that was measured, up to 95 % (800 µs).");
  }

  @Test
  void aTailThatIsAboveAtTheLowestLoadSaysSo() {
    assertThat(crossing(Map.of(10, List.of(1_000, 1_000, 1_000), 95, List.of(9_000, 9_000, 9_000))))
        .isEqualTo(
            "p99 has left the microseconds already at the lowest load where it is known, 10 % (1.00"
                + " ms).");
  }

  /** What a figure at the bound, a figure below it again, and a load without figures add. */
  @Test
  void whatIsNotPlainIsSaid() {
    assertThat(
            crossing(
                Map.of(
                    10, List.of(300, 310, 320),
                    50, List.of(900, 1_100, 1_200),
                    75, List.of(900, 910, 920),
                    90, List.of(2_000, 2_000, 2_000),
                    95, List.of(2_000))))
        .isEqualTo(
            "p99 leaves the microseconds between 10 % (310 µs) and 50 % (1.10 ms), where rounds lie"
                + " on both sides of 1 ms, but is back in them at 75 % (910 µs); 95 % was not"
                + " sustained.");
  }

  @Test
  void mostRoundsMustBeValidOrTheLuckyOnesWouldSpeak() {
    Section curve =
        curve(tails(Map.of(50, List.of(500, 600), 90, List.of(500), 95, List.<Integer>of())));

    // The round that missed its rate would have been the slowest of three.
    assertThat(cell(curve, 0, "p99")).isEqualTo("600 µs");
    assertThat(cell(curve, 0, "p99 of rounds")).isEqualTo("500 µs upwards");
    assertThat(cell(curve, 0, "rounds")).isEqualTo("2/3");
    assertThat(Shown.first(curve, Table.class).rows())
        .extracting(row -> row.cells().stream().map(Shown::words).toList())
        .element(1)
        .asInstanceOf(InstanceOfAssertFactories.list(String.class))
        .contains("not sustained in 2 of 3 rounds")
        .endsWith("1/3");
    assertThat(Shown.first(curve, Table.class).rows().get(2).cells())
        .extracting(Shown::words)
        .contains("not sustained in 3 of 3 rounds")
        .endsWith("0/3");
    assertThat(crossing(curve)).contains("90 %, 95 % were not");
  }

  @Test
  void aFigureThatTheLoadGeneratorExplainsInMostRoundsIsMarked() {
    Section most = curve(SampleCurve.withLag(2_000, List.of(900, 1, 300)));
    assertThat(cell(most, 0, "p99")).endsWith("+");
    assertThat(crossing(most)).contains("50 % (2.00 ms+)");
    assertThat(Shown.words(Shown.first(most, Paragraph.class).text()))
        .contains("+ in most rounds schedule lag");

    Section one = curve(SampleCurve.withLag(2_000, List.of(900, 1, 100)));
    assertThat(cell(one, 0, "p99")).endsWith("ms");
    assertThat(Shown.words(Shown.first(one, Paragraph.class).text()))
        .doesNotContain("schedule lag");
  }

  @Test
  void nothingValidIsNoFigure() {
    assertThat(crossing(Map.of(10, List.<Integer>of()))).isEqualTo("p99 is not known at any load.");
  }

  @Test
  void theReportsSayWhatTheySaidWhenTheyWereLookedAt() throws IOException {
    RunData data = SampleCurve.data();
    String text = TextWriter.write(RunPage.of(data, SampleCurve.judgement()), 80, false);

    Golden.assertSame("report/curve.txt", text);
    Golden.assertSame(
        "report/curve.md", MarkdownWriter.write(RunPage.of(data, SampleCurve.judgement())));
    assertThat(text.lines())
        .allSatisfy(
            line -> assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(80));
  }

  @Test
  void pointingAtACurveTellsPercentileValueAndCount() throws Exception {
    Files.writeString(
        scratch.resolve("report.html"),
        HtmlWriter.write(RunPage.of(SampleCurve.data(), SampleCurve.judgement())));
    Path frame =
        Files.writeString(
            scratch.resolve("frame.html"),
            """
            <!doctype html><ul></ul>
            <iframe id=f src=report.html width=1200 height=900></iframe><script>
            f.onload = () => f.contentDocument.querySelectorAll('.u-over').forEach(over => {
              const place = over.getBoundingClientRect();
              over.dispatchEvent(new MouseEvent('mousemove', {
                clientX: place.left + place.width / 2, clientY: place.top + place.height / 2 }));
              const item = document.createElement('li');
              item.textContent = [...over.closest('figure').querySelectorAll('[data-at], [data-readout]')]
                  .map(one => one.textContent).join('; ');
              document.querySelector('ul').append(item);
            });
            </script>
            """);

    List<String> told =
        Pattern.compile("<li>(.*?)</li>")
            .matcher(Chromium.open(frame, scratch).dom())
            .results()
            .map(item -> item.group(1).replace("&nbsp;", " "))
            .toList();
    String time = "[\\d.]+ (µs|ms)";
    String count = "[\\d,]+ of 36,000 took longer";
    assertThat(told).hasSize(19);
    assertThat(told.get(0))
        .matches("at [\\d,]+/s(; |p50 " + time + ", p99 " + time + ", 36,000 operations)*")
        .contains("36,000 operations");
    assertThat(told.get(1)).matches("at p[\\d.]+(; " + time + ", " + count + ")+");
    assertThat(told.subList(2, 19))
        .allMatch(one -> one.matches("p[\\d.]+: " + time + ", " + count));
  }

  @Test
  void thePageHasTheChartAndNothingSticksOutOnAPhone() throws Exception {
    Path page = scratch.resolve("report.html");
    Files.writeString(
        page, HtmlWriter.write(RunPage.of(SampleCurve.data(), SampleCurve.judgement())));
    Path frame = scratch.resolve("frame.html");
    Files.writeString(
        frame,
        "<!doctype html><iframe id=f src=report.html width=400 height=900></iframe><script>"
            + "f.onload = () => { const page = f.contentDocument.documentElement;"
            + " document.body.dataset.excess = page.scrollWidth - page.clientWidth }</script>");

    Chromium.Visit visit = Chromium.open(page, scratch);
    assertThat(visit.console()).isEmpty();
    assertThat(visit.requests()).isEmpty();
    // One for each of 17 series that has a valid round, the overview, and the load curve.
    assertThat(visit.dom()).contains("data-charts=\"19\"");
    assertThat(visit.dom().split("<canvas", -1)).hasSize(20);
    assertThat(visit.dom()).contains("not sustained in 3 of 3 rounds");
    assertThat(Chromium.open(frame, Files.createDirectory(scratch.resolve("phone"))).dom())
        .contains("data-excess=\"0\"");
  }
}
