package plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plumbline.compare.Compare;
import plumbline.compare.Comparison;
import plumbline.compare.Settings;
import plumbline.report.compare.ComparisonFormat;
import plumbline.result.Metric;
import plumbline.result.Series;
import plumbline.testing.Golden;
import plumbline.testing.MadeRows;
import plumbline.testing.MadeSeries;
import plumbline.testing.MadeSettings;

class ComparisonFormatTest {
  @TempDir private Path folder;

  private Comparison everything(Settings settings) {
    return SampleComparison.everything(folder, settings);
  }

  private static String extension(ComparisonFormat format) {
    return switch (format) {
      case TEXT -> "txt";
      case MARKDOWN -> "md";
      default -> format.name().toLowerCase(Locale.ROOT);
    };
  }

  @ParameterizedTest
  @EnumSource
  void formatIsAsItWasLookedAt(ComparisonFormat format) throws IOException {
    String text = format.render(everything(MadeSettings.gateWithChanged("Java")), false, false);
    // A style sheet is looked at, not compared.
    Golden.assertSame(
        "report/comparison." + extension(format),
        text.replaceAll("(?s)(?<=<style>).*?(?=</style>)", "\n"));
  }

  @Test
  void allOfTheTextIsAsItWasLookedAt() throws IOException {
    Golden.assertSame(
        "report/comparison-details.txt",
        ComparisonFormat.TEXT.render(
            everything(MadeSettings.gateWithChanged("Java")), true, false));
  }

  /** Rounds of one start each may hint at something, but decide nothing. */
  @Test
  void withOneStartASideTheFirstLineSaysThatNothingIsDecided() {
    for (boolean details : new boolean[] {false, true}) {
      String text = ComparisonFormat.TEXT.render(everything(Settings.defaults()), details, false);
      assertThat(text)
          .startsWith("Nothing is decided: BASE has 1 start of the servers, and a side needs 6\n");
      assertThat(text).contains("6 starts of the servers a side at least, 10 are enough");
      assertThat(text).doesNotContain("rounds a side");
    }
  }

  @Test
  void whatToTypeIsCodeInMarkdown() {
    assertThat(ComparisonFormat.MARKDOWN.render(everything(Settings.defaults()), false, false))
        .contains(
            "pooled: `compare 'results/before/2*' 'results/after/2*'`",
            "- `run track --out results/before`, then `run track --out results/after`: 10 starts");
  }

  @Test
  void answersFitOneScreenHoweverManyRowsAndFailuresThereAre() {
    MadeRows base = new MadeRows("base", 5).starts();
    MadeRows changed = new MadeRows("new", 6).starts();
    for (int i = 0; i < 40; i++) {
      Series series = MadeSeries.of("RedisGetBenchmark.get", "mode=" + i);
      base.scattered(series, Metric.P50, 12, 100, 0.02).scattered(series, Metric.P99, 12, 300, 0.1);
      changed
          .scattered(series, Metric.P50, 12, i == 17 ? 500 : 100, 0.02)
          .scattered(series, Metric.P99, 12, 300, 0.1);
      if (i % 2 == 0) {
        changed.failed(series, 13, "1 of 5,000 operations had a wrong answer");
      }
    }
    String text =
        ComparisonFormat.TEXT.render(
            Compare.of(List.of(base.write(folder), changed.write(folder)), MadeSettings.gate()),
            false,
            false);

    assertThat(text.lines().count()).isLessThanOrEqualTo(45);
    assertThat(text.lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 80);
    // What differs is told, what does not is counted.
    assertThat(text).contains("mode=17", "and 79 more rows, see --details");
  }

  @Test
  void textWithoutAGateIsAsItWasLookedAt() throws IOException {
    Golden.assertSame(
        "report/comparison-no-gate.txt",
        ComparisonFormat.TEXT.render(everything(Settings.defaults()), false, false));
  }

  @Test
  void gateComesFirstAndNamesWhatBrokeIt() {
    List<String> lines =
        ComparisonFormat.TEXT
            .render(everything(MadeSettings.gateWithChanged("Java")), false, false)
            .lines()
            .limit(7)
            .toList();
    assertThat(lines.get(0))
        .isEqualTo("GATE BROKEN: 1 row failed more often; 2 rows are worse by more than 5 %");
    assertThat(lines.subList(1, 7))
        .anyMatch(line -> line.contains("KafkaProduceBenchmark.produce"))
        .anyMatch(line -> line.contains("KafkaRoundTripBenchmark.roundTrip"));
  }

  /** However long the names are and however wide the intervals. */
  @Test
  void tableFitsItsColumns() {
    MadeRows base = new MadeRows("base", 3);
    MadeRows changed = new MadeRows("new", 4);
    for (double size : new double[] {0.001, 0.5, 99.96, 999.6, 123_456, 9_999_999, 3e9}) {
      for (double spread : new double[] {0.001, 0.5, 4}) {
        if (4 * size * Math.exp(4 * spread) > 8e10) {
          // More than a day: the reader refuses it.
          continue;
        }
        Series series =
            MadeSeries.of(
                "RedisGetBenchmark.get", "long=" + "x".repeat(120), "s=" + size, "d=" + spread);
        base.scattered(series, Metric.P99_99, 10, size, spread)
            .scattered(series, Metric.THROUGHPUT, 10, size, spread);
        changed
            .scattered(series, Metric.P99_99, 10, 4 * size, spread)
            .scattered(series, Metric.THROUGHPUT, 10, size / 4, spread);
      }
    }
    Settings settings = MadeSettings.gate(Metric.P99_99, Metric.THROUGHPUT);
    Comparison comparison =
        Compare.of(List.of(base.write(folder), changed.write(folder)), settings);
    for (int width : new int[] {80, 100}) {
      String text = ComparisonFormat.TEXT.render(comparison, width == 100, false);
      assertThat(text.lines())
          .isNotEmpty()
          .allMatch(line -> line.codePointCount(0, line.length()) <= width);
    }
  }

  @Test
  void jsonIsJsonAndHoldsEveryRow() throws IOException {
    Comparison comparison = everything(MadeSettings.gateWithChanged("Java"));
    JsonNode json =
        new ObjectMapper().readTree(ComparisonFormat.JSON.render(comparison, false, false));

    assertThat(json.get("schema").asInt()).isEqualTo(2);
    assertThat(json.get("rows")).hasSameSizeAs(comparison.rows());
    assertThat(json.get("omitted")).hasSameSizeAs(comparison.omitted());
    assertThat(json.get("gate").get("state").asText()).isEqualTo("broken");
  }

  @Test
  void pageOpensInABrowserAndAsksForNothing() throws IOException, InterruptedException {
    Path page = folder.resolve("comparison.html");
    Files.writeString(
        page,
        ComparisonFormat.HTML.render(
            everything(MadeSettings.gateWithChanged("Java")), false, false));
    Chromium.Visit visit = Chromium.open(page, folder);

    assertThat(visit.requests()).isEmpty();
    assertThat(visit.console()).isEmpty();
    assertThat(visit.dom()).contains("GATE BROKEN").doesNotContain("<b>|*");
  }
}
