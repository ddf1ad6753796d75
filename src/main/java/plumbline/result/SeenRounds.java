package plumbline.result;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Which rounds of which figures were read, and in which line: a hash table of plain numbers, since
 * a file may have a million of them.
 */
final class SeenRounds {
  private record Figure(String run, Series series, Metric metric) {}

  private final Map<Figure, Integer> figures = new HashMap<>();
  private Figure last;
  private int lastNumber;

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
    // From 1, so that no key is 0.
    long figure = number(new Figure(row.run(), row.series(), row.metric())) + 1L;
    long key = figure << 32 | row.round().orElse(0);
    int slot = slot(key);
    if (keys[slot] == key) {
      return lines[slot];
    }
    keys[slot] = key;
    lines[slot] = line;
    size++;
    return 0;
  }

  private int number(Figure figure) {
    if (!figure.equals(last)) {
      lastNumber = figures.computeIfAbsent(figure, unknown -> figures.size());
      last = figure;
    }
    return lastNumber;
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
