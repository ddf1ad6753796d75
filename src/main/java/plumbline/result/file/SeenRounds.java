package plumbline.result.file;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import plumbline.result.Metric;
import plumbline.result.Row;
import plumbline.result.Series;

/** Which rounds of which figures were read, and in which line, of files with millions of them. */
final class SeenRounds {
  private record Origin(String run, Series series) {}

  private final Map<Origin, Map<Metric, Lines>> figures = new HashMap<>();
  private Origin last = new Origin("", null);
  private Map<Metric, Lines> ofLast = Map.of();

  /**
   * Remembers a row.
   *
   * @return the line that had the same run, series, metric and round before; 0 if none had
   */
  long add(Row row, long line) {
    return lines(row).put(row.round().orElse(0), line);
  }

  // Most rows are of the series of the row before, and of the very same object.
  @SuppressWarnings("ReferenceEquality")
  private Lines lines(Row row) {
    if (row.series() != last.series || !row.run().equals(last.run)) {
      last = new Origin(row.run(), row.series());
      ofLast = figures.computeIfAbsent(last, unknown -> new EnumMap<>(Metric.class));
    }
    return ofLast.computeIfAbsent(row.metric(), unknown -> new Lines());
  }

  /** Lines by round. Rounds are small numbers, unless the file is damaged. */
  private static final class Lines {
    private static final int MOST = 4_096;

    private long[] few = {};
    private Map<Integer, Long> others = Map.of();

    long put(int round, long line) {
      if (round >= MOST) {
        if (others.isEmpty()) {
          others = new HashMap<>();
        }
        Long before = others.putIfAbsent(round, line);
        return before == null ? 0 : before;
      }
      if (round >= few.length) {
        few = Arrays.copyOf(few, Math.max(12, round + round / 2));
      }
      if (few[round] == 0) {
        few[round] = line;
        return 0;
      }
      return few[round];
    }
  }
}
