package plumbline.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.history.Figure;
import plumbline.history.HistoryFile;
import plumbline.history.RunSummary;
import plumbline.history.Tracked;
import plumbline.problem.BadInputException;
import plumbline.testing.MadeRun;

class TrackerTest {
  private static final RunSummary RUN = RunSummary.of(MadeRun.quick(), RunSummary.Policy.STRICT);
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  /**
   * The schema is BenchmarkResult in src/extract.ts of github-action-benchmark, described in its
   * README under customBiggerIsBetter: an array, not empty, of name, unit and value (a number), and
   * optionally range and extra. A range is understood by src/extractRangeInfo.ts if it is ± and a
   * number.
   */
  @Test
  void githubActionBenchmarkGetsTwoFilesOfItsSchema() throws IOException {
    List<Path> files = Tracker.GITHUB_ACTION_BENCHMARK.write(RUN, folder.resolve("out"));

    assertThat(files)
        .extracting(file -> file.getFileName().toString())
        .containsExactly("customSmallerIsBetter.json", "customBiggerIsBetter.json");
    int entries = 0;
    for (Path file : files) {
      JsonNode array = JSON.readTree(file.toFile());
      assertThat(array.isArray()).isTrue();
      assertThat(array).isNotEmpty();
      boolean bigger = file.toString().contains("Bigger");
      for (JsonNode entry : array) {
        assertThat(names(entry)).containsExactly("name", "unit", "value", "range", "extra");
        assertThat(entry.get("name").isTextual()).isTrue();
        assertThat(entry.get("value").isNumber()).isTrue();
        assertThat(entry.get("unit").asText()).isEqualTo(bigger ? "ops/s" : "us");
        assertThat(entry.get("name").asText().endsWith(" throughput")).isEqualTo(bigger);
        assertThat(entry.get("range").asText()).matches("± [0-9]+(\\.[0-9]+)?");
        assertThat(entry.get("extra").asText()).startsWith("median of 5 rounds\nlowest round: ");
        entries++;
      }
    }
    assertThat(entries).isEqualTo(RUN.figures().size());
  }

  /**
   * The schema is https://bencher.dev/bmf.json: an object by benchmark of objects by measure with
   * numbers value, lower_value and upper_value, of which value is required.
   */
  @Test
  void bencherGetsItsMetricFormat() throws IOException {
    JsonNode benchmarks = JSON.readTree(Tracker.BENCHER.text(RUN).orElseThrow());

    int measures = 0;
    for (JsonNode benchmark : benchmarks) {
      assertThat(names(benchmark)).contains("p50 (us)", "throughput");
      for (JsonNode measure : benchmark) {
        assertThat(names(measure)).containsExactly("value", "lower_value", "upper_value");
        assertThat(measure.get("value").isNumber()).isTrue();
        assertThat(measure.get("lower_value").asDouble())
            .isLessThanOrEqualTo(measure.get("value").asDouble());
        assertThat(measure.get("upper_value").asDouble())
            .isGreaterThanOrEqualTo(measure.get("value").asDouble());
        measures++;
      }
    }
    assertThat(measures).isEqualTo(RUN.figures().size());
    RUN.figures()
        .forEach(
            (tracked, figure) -> assertValue(benchmarks.get(tracked.benchmark()), tracked, figure));
  }

  private static void assertValue(JsonNode benchmark, Tracked tracked, Figure figure) {
    String unit = tracked.metric().unit().equals("us") ? " (us)" : "";
    JsonNode measure = benchmark.get(tracked.metric().text() + unit);
    assertThat(measure.get("value").asDouble()).isCloseTo(figure.median(), withinPercentage(1e-6));
  }

  @Test
  void otavaGetsAHistoryOfOneRunAndNeverOverOne() {
    Path file = folder.resolve("new.csv");
    assertThat(Tracker.OTAVA.write(RUN, file))
        .containsExactly(file, folder.resolve("new.otava.yaml"));
    assertThat(HistoryFile.read(file).entries()).hasSize(1);
    assertThat(file).hasContent(Tracker.OTAVA.text(RUN).orElseThrow());
    assertThatThrownBy(() -> Tracker.OTAVA.write(RUN, file))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("is there already");
  }

  @Test
  void anUnknownTrackerIsOneLineWithTheKnownOnes() {
    assertThatThrownBy(() -> Tracker.of("benchr"))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "--to: there is no tracker 'benchr'; did you mean bencher?; known: otava,"
                + " github-action-benchmark, bencher");
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
