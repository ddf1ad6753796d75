package plumbline.statistics;

import java.util.Arrays;
import java.util.function.LongToDoubleFunction;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The Hodges-Lehmann estimate of how far one sample is shifted from another, which is the median of
 * all pairwise differences, with the interval that belongs to the Mann-Whitney test: the shifts
 * that the test would not reject. On logarithms it is a ratio.
 *
 * @param shift the median of y - x over all pairs
 * @param low lower end of the interval, one of the differences
 * @param high upper end of the interval, one of the differences
 * @param level the coverage of the interval; less than was wanted if the samples are too small even
 *     for the range of all differences to cover as much
 */
public record HodgesLehmann(double shift, double low, double high, double level) {
  private static final int FEW_PAIRS = 1_000;

  /**
   * The shift from x to y. The interval comes from the exact distribution of U if both samples have
   * fewer than {@link MannWhitney#EXACT_BELOW} values, with ties it covers at least as much; else
   * from its normal approximation.
   *
   * @param x one or more finite values
   * @param y one or more finite values
   * @param wanted coverage of the interval, such as 0.95
   */
  public static HodgesLehmann of(double[] x, double[] y, double wanted) {
    double[] from = x.clone();
    double[] to = y.clone();
    Arrays.sort(from);
    Arrays.sort(to);
    long pairs = (long) from.length * to.length;
    boolean exact = from.length < MannWhitney.EXACT_BELOW && to.length < MannWhitney.EXACT_BELOW;
    long cut;
    double level;
    if (exact) {
      UDistribution u = UDistribution.of(from.length, to.length);
      cut = Math.max(1, u.quantile((1 - wanted) / 2));
      level = Math.max(0, 1 - 2 * u.cumulative((int) cut - 1));
    } else {
      double deviation = Math.sqrt(pairs * (from.length + to.length + 1.0) / 12);
      double quantile = NormalDistribution.of(0, 1).inverseCumulativeProbability((1 - wanted) / 2);
      cut = Math.max(1, Math.round(pairs / 2.0 + quantile * deviation));
      level = wanted;
    }
    LongToDoubleFunction smallest =
        pairs <= FEW_PAIRS ? ofFew(from, to) : k -> difference(from, to, k);
    return new HodgesLehmann(
        (smallest.applyAsDouble((pairs + 1) / 2) + smallest.applyAsDouble(pairs / 2 + 1)) / 2,
        smallest.applyAsDouble(cut),
        smallest.applyAsDouble(pairs + 1 - cut),
        level);
  }

  /** The k-th smallest of all pairwise differences, which are listed. */
  private static LongToDoubleFunction ofFew(double[] from, double[] to) {
    double[] differences = new double[from.length * to.length];
    int next = 0;
    for (double upper : to) {
      for (double lower : from) {
        differences[next++] = upper - lower;
      }
    }
    Arrays.sort(differences);
    return k -> differences[(int) k - 1];
  }

  /**
   * The k-th smallest of all pairwise differences, found by halving the range of values: that takes
   * time and memory for n + m values, where all the pairs would take n m.
   *
   * @param k 1 to the number of pairs
   */
  private static double difference(double[] from, double[] to, long k) {
    double low = to[0] - from[from.length - 1];
    double high = to[to.length - 1] - from[0];
    if (notAbove(from, to, low) >= k) {
      return low;
    }
    // Always fewer than k at or below low, and at least k at or below high.
    while (true) {
      double middle = low + (high - low) / 2;
      if (middle <= low || middle >= high) {
        return high;
      }
      if (notAbove(from, to, middle) >= k) {
        high = middle;
      } else {
        low = middle;
      }
    }
  }

  /** How many pairwise differences are at or below a limit. */
  private static long notAbove(double[] from, double[] to, double limit) {
    long count = 0;
    int next = from.length - 1;
    for (int j = to.length - 1; j >= 0; j--) {
      // The smaller the upper value, the more of the lower ones are near enough below it.
      while (next >= 0 && to[j] - from[next] <= limit) {
        next--;
      }
      count += from.length - 1 - next;
    }
    return count;
  }
}
