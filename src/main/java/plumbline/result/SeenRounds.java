package plumbline.result;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * Which rounds of which figures were read, and in which line: a hash table of plain numbers, since
 * a file may have a million of them.
 */
final class SeenRounds {
  private record Origin(String run, Series series) {}

  private final Map<Origin, Map<Metric, Long>> figures = new HashMap<>();
  private Origin last = new Origin("", null);
  private Map<Metric, Long> ofLast = Map.of();

  /** The first is 1, so that no key is 0. */
  private long numbers;

  /** Number of the figure and round; 0 where nothing is. */
  private long[] keys = new long[1 << 10];

  private long[] lines = new long[keys.length];
  private int size;

  /**
   * Remembers a row.
   *
   * @return the line that had the same run, series, metric and round before; 0 if none had
   */
  long add(Row row, long line) {
    if (2 * size >= keys.length) {
      grow();
    }
    long key = (number(row) << 32) | row.round().orElse(0);
    int slot = slot(key);
    if (keys[slot] == key) {
      return lines[slot];
    }
    keys[slot] = key;
    lines[slot] = line;
    size++;
    return 0;
  }

  // Most rows are of the series of the row before, and of the very same object.
  @SuppressWarnings("ReferenceEquality")
  private long number(Row row) {
    if (row.series() != last.series || !row.run().equals(last.run)) {
      last = new Origin(row.run(), row.series());
      ofLast = figures.computeIfAbsent(last, unknown -> new EnumMap<>(Metric.class));
    }
    return ofLast.computeIfAbsent(row.metric(), unknown -> ++numbers);
  }

  private int slot(long key) {
    long hash = key * 0x9E3779B97F4A7C15L;
    int slot = (int) (hash >>> 32) & (keys.length - 1);
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldLines = lines;
    keys = new long[2 * oldKeys.length];
    lines = Arrays.copyOf(keys, keys.length);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        lines[slot] = oldLines[i];
      }
    }
  }
}
