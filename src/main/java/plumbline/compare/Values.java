package plumbline.compare;

import java.util.Arrays;

/** Numbers that are added one by one, or only counted. */
final class Values {
  private final boolean kept;
  private double[] values = {};
  private int[] starts = {};
  private int size;

  /**
   * Begins with none.
   *
   * @param kept whether the numbers are wanted, or only how many there are
   */
  Values(boolean kept) {
    this.kept = kept;
  }

  void add(double value, int start) {
    if (kept) {
      if (size == values.length) {
        int larger = Math.max(10, 2 * size);
        values = Arrays.copyOf(values, larger);
        starts = Arrays.copyOf(starts, larger);
      }
      values[size] = value;
      starts[size] = start;
    }
    size++;
  }

  boolean isKept() {
    return kept;
  }

  int size() {
    return size;
  }

  Sample sample() {
    return new Sample(Arrays.copyOf(values, size), Arrays.copyOf(starts, size));
  }
}
