package plumbline.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.result.Metric;

/**
 * Field by field against the schema that Apache Otava 0.8.0 documents in docs/CSV.md and reads in
 * create_csv_test_config (otava/test_config.py) and CsvImporter (otava/importer.py): {@code tests}
 * is a map by name; a test has {@code type: csv}, {@code file}, {@code time_column}, {@code
 * attributes} (a list) and {@code metrics} (a map by name of {@code column}, {@code direction},
 * {@code scale}); every column is in the header, and every cell of a metric is a number.
 */
class OtavaConfigTest {
  @TempDir private Path folder;

  private JsonNode tests(History history) throws IOException {
    Path file = folder.resolve("quick.csv");
    HistoryFile.write(file, history);
    return new YAMLMapper().readTree(Files.readString(OtavaConfig.beside(file))).get("tests");
  }

  @Test
  void everyFieldIsAsDocumented() throws IOException {
    JsonNode tests = tests(Made.stepped(3, 3));

    assertThat(names(tests)).containsExactly("quick");
    JsonNode test = tests.get("quick");
    assertThat(names(test)).containsExactly("type", "file", "time_column", "attributes", "metrics");
    assertThat(test.get("type").asText()).isEqualTo("csv");
    assertThat(test.get("file").asText()).isEqualTo("quick.csv");
    assertThat(test.get("time_column").asText()).isEqualTo("time");
    assertThat(test.get("attributes"))
        .extracting(JsonNode::asText)
        .containsExactly("commit", "branch");
    assertThat(names(test.get("metrics"))).containsExactly(Made.P50.text(), Made.RATE.text());
    assertMetric(test.get("metrics"), Made.P50, -1);
    assertMetric(test.get("metrics"), Made.RATE, 1);
    List<String> header =
        List.of(Files.readAllLines(folder.resolve("quick.csv")).get(0).split(","));
    assertThat(header).startsWith("time", "commit", "branch");
    assertThat(header).containsAll(names(test.get("metrics")));
  }

  private static void assertMetric(JsonNode metrics, Tracked tracked, int direction) {
    JsonNode metric = metrics.get(tracked.text());
    assertThat(names(metric)).containsExactly("column", "direction", "scale");
    assertThat(metric.get("column").asText()).isEqualTo(tracked.text());
    assertThat(metric.get("direction").isInt()).isTrue();
    assertThat(metric.get("direction").asInt()).isEqualTo(direction);
    assertThat(metric.get("scale").asDouble()).isEqualTo(1);
  }

  /** The importer turns every cell of a metric into a number, and an empty one is none. */
  @Test
  void aColumnWithAnEmptyCellIsInATestThatBeginsAfterIt() throws IOException {
    History full = Made.stepped(4, 4);
    Tracked late = new Tracked("New.benchmark", Metric.P50);
    Tracked ended = new Tracked("Old.benchmark", Metric.P50);
    List<History.Entry> entries = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      History.Entry entry = full.entries().get(i);
      Map<Tracked, Double> values = new HashMap<>(entry.values());
      if (i >= 2) {
        values.put(late, 1.0);
      } else {
        values.put(ended, 1.0);
      }
      entries.add(new History.Entry(entry.time(), entry.commit(), entry.branch(), values));
    }
    JsonNode tests = tests(new History(List.of(Made.P50, ended, late), entries));

    assertThat(names(tests)).containsExactly("quick", "quick.since-2026-01-17T10-20-30Z");
    assertThat(names(tests.get("quick").get("metrics"))).containsExactly(Made.P50.text());
    assertThat(names(tests.get("quick.since-2026-01-17T10-20-30Z").get("metrics")))
        .containsExactly(late.text());
    String text = Files.readString(folder.resolve("quick.otava.yaml"));
    assertThat(text)
        .contains(
            "#   otava analyze quick.since-2026-01-17T10-20-30Z --config-file quick.otava.yaml"
                + " --since 2026-01-17T10:20:30Z")
        .contains("#   Old.benchmark:p50");
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
