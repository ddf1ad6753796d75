package plumbline.history;

import java.util.Arrays;

/** The median, which one bad run or round does not move. */
final class Medians {
  private Medians() {}

  /** Of at least one value, in any order. */
  static double of(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return ofSorted(sorted);
  }

  static double ofSorted(double... sorted) {
    int n = sorted.length;
    return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }
}
