package plumbline.compare;

import java.util.Arrays;

/** Numbers that are added one by one, or only counted. */
final class Values {
  private final boolean kept;
  private double[] values = {};
  private int size;

  /**
   * Begins with none.
   *
   * @param kept whether the numbers are wanted, or only how many there are
   */
  Values(boolean kept) {
    this.kept = kept;
  }

  void add(double value) {
    if (kept) {
      if (size == values.length) {
        values = Arrays.copyOf(values, Math.max(10, 2 * size));
      }
      values[size] = value;
    }
    size++;
  }

  boolean isKept() {
    return kept;
  }

  int size() {
    return size;
  }

  double[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
