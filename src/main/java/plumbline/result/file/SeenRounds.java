package plumbline.result.file;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import plumbline.result.Metric;
import plumbline.result.Row;
import plumbline.result.Series;

/** Which rounds of which figures were read, and in which line, of files with millions of them. */
final class SeenRounds {
  private record Origin(String run, Series series) {}

  private final Map<Origin, Map<Metric, Map<Integer, Long>>> lines = new HashMap<>();
  private Origin last = new Origin("", null);
  private Map<Metric, Map<Integer, Long>> ofLast = Map.of();

  /**
   * Remembers a row.
   *
   * @return the line that had the same run, series, metric and round before; null if none had
   */
  // Most rows are of the series of the row before, and of the very same object.
  @SuppressWarnings("ReferenceEquality")
  Long add(Row row, long line) {
    if (row.series() != last.series || !row.context().run().equals(last.run)) {
      last = new Origin(row.context().run(), row.series());
      ofLast = lines.computeIfAbsent(last, unknown -> new EnumMap<>(Metric.class));
    }
    return ofLast
        .computeIfAbsent(row.metric(), unknown -> new HashMap<>())
        .putIfAbsent(row.round().orElse(0), line);
  }
}
