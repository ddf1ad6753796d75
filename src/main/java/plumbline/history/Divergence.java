package plumbline.history;

/**
 * How far apart two neighbouring pieces of a series are, by the energy statistic Q of Matteson and
 * James (2014) with exponent 1: for pieces X of n and Y of m values
 *
 * <pre>
 * Q = 2/(m+n) sum|x-y|  -  2m/((m+n)(n-1)) sum|x-x'|  -  2n/((m+n)(m-1)) sum|y-y'|
 * </pre>
 *
 * where the sums go over pairs, each counted once.
 */
final class Divergence {
  /** A single value is no distribution: an outlier at the end of a series would be a change. */
  static final int SHORTEST = 2;

  /** The best place for a change, or none if the piece is too short for one. */
  record Best(int index, int end, double q) {
    static final Best NONE = new Best(-1, -1, Double.NEGATIVE_INFINITY);

    boolean isNone() {
      return index < 0;
    }
  }

  private final int n;

  /** Sums of distances over the rectangle from (0, 0), so that every other is four look-ups. */
  private final double[][] sums;

  private double[] values;

  Divergence(int n) {
    this.n = n;
    this.sums = new double[n + 1][n + 1];
    this.values = new double[n];
  }

  /** Takes other values; the array is read until the next call. */
  void use(double... series) {
    if (series.length != n) {
      throw new IllegalArgumentException("made for a length of " + n + ", not of " + series.length);
    }
    values = series;
  }

  /**
   * The change within {@code [start, end)} whose sides differ most. The second side may stop before
   * the end: a later change would blur it.
   */
  Best best(int start, int end) {
    if (end - start < 2 * SHORTEST) {
      return Best.NONE;
    }
    prepare(start, end);
    Best best = Best.NONE;
    for (int middle = start + SHORTEST; middle <= end - SHORTEST; middle++) {
      for (int stop = middle + SHORTEST; stop <= end; stop++) {
        double q = q(start, middle, stop);
        if (q > best.q) {
          best = new Best(middle, stop, q);
        }
      }
    }
    return best;
  }

  /** The statistic of {@code [start, middle)} and {@code [middle, stop)}, within the last piece. */
  double q(int start, int middle, int stop) {
    double left = middle - start;
    double right = stop - middle;
    double between = block(start, middle, middle, stop);
    double withinLeft = block(start, middle, start, middle) / 2;
    double withinRight = block(middle, stop, middle, stop) / 2;
    return (2 * between
            - 2 * right * withinLeft / (left - 1)
            - 2 * left * withinRight / (right - 1))
        / (left + right);
  }

  /** Sums up the distances within a piece. */
  void prepare(int start, int end) {
    for (int i = start; i <= end; i++) {
      sums[start][i] = 0;
      sums[i][start] = 0;
    }
    for (int i = start; i < end; i++) {
      double row = 0;
      double[] above = sums[i];
      double[] here = sums[i + 1];
      double value = values[i];
      for (int j = start; j < end; j++) {
        row += Math.abs(value - values[j]);
        here[j + 1] = above[j + 1] + row;
      }
    }
  }

  private double block(int fromRow, int toRow, int fromColumn, int toColumn) {
    return sums[toRow][toColumn]
        - sums[fromRow][toColumn]
        - sums[toRow][fromColumn]
        + sums[fromRow][fromColumn];
  }
}
