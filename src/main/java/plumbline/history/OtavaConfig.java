package plumbline.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import plumbline.result.file.AtomicFile;

/**
 * The configuration with which Apache Otava 0.8 reads a history: a test of type {@code csv} with
 * {@code file}, {@code time_column}, {@code attributes} and {@code metrics}, each of them with
 * {@code column}, {@code direction} (-1: lower is better) and {@code scale}.
 *
 * <p>Otava refuses a metric with an empty cell. A column that began later, or has a gap, is
 * therefore in a test of its own, whose name says from when on it is full; with {@code --since}
 * that time, Otava leaves out the rows before. A column that the newest run lacks is in no test.
 */
public final class OtavaConfig {
  private static final ObjectMapper YAML =
      new ObjectMapper(
          new YAMLFactory()
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .disable(YAMLGenerator.Feature.SPLIT_LINES));

  private OtavaConfig() {}

  /** The name of the configuration beside a history: {@code quick.otava.yaml} of quick.csv. */
  public static Path beside(Path history) {
    return history.resolveSibling(baseName(history) + ".otava.yaml");
  }

  static void write(Path file, History history) {
    AtomicFile.write(beside(file), writer -> writer.write(text(file, history)));
  }

  /** The configuration of a history that is in a file. */
  static String text(Path file, History history) {
    SortedMap<Integer, List<Tracked>> byStart = new TreeMap<>();
    history
        .columns()
        .forEach(
            column ->
                byStart
                    .computeIfAbsent(history.fullFrom(column), start -> new ArrayList<>())
                    .add(column));
    List<Tracked> ended = byStart.remove(history.entries().size());
    Map<String, Object> tests = new LinkedHashMap<>();
    StringBuilder text =
        new StringBuilder(
            "# Written anew by each `plumbline history add`. To be used in the folder that it lies"
                + " in.\n");
    byStart.forEach(
        (start, columns) -> {
          String since = start == 0 ? "" : history.entries().get(start).time().toString();
          String name =
              baseName(file).replaceAll("[^A-Za-z0-9_-]", "-")
                  + (start == 0 ? "" : ".since-" + since.replace(':', '-'));
          tests.put(name, test(file, columns));
          text.append("#   otava analyze ").append(name).append(" --config-file ");
          text.append(beside(file).getFileName());
          text.append(start == 0 ? "" : " --since " + since).append('\n');
        });
    if (ended != null && !history.entries().isEmpty()) {
      text.append("# Not in the newest run, so in no test:\n");
      ended.forEach(column -> text.append("#   ").append(column.text()).append('\n'));
    }
    try {
      return text.append(YAML.writeValueAsString(Map.of("tests", tests))).toString();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("names and numbers that are no YAML", e);
    }
  }

  private static Map<String, Object> test(Path file, List<Tracked> columns) {
    Map<String, Object> metrics = new LinkedHashMap<>();
    for (Tracked column : columns) {
      Map<String, Object> metric = new LinkedHashMap<>();
      metric.put("column", column.text());
      metric.put("direction", column.metric().lowerIsBetter() ? -1 : 1);
      metric.put("scale", 1);
      metrics.put(column.text(), metric);
    }
    Map<String, Object> test = new LinkedHashMap<>();
    test.put("type", "csv");
    // As Otava resolves it: in the folder that it is started in.
    test.put("file", String.valueOf(file.getFileName()));
    test.put("time_column", HistoryFile.TIME);
    test.put("attributes", List.of(HistoryFile.COMMIT, HistoryFile.BRANCH));
    test.put("metrics", metrics);
    return test;
  }

  private static String baseName(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
