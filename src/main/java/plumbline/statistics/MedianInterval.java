package plumbline.statistics;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Median and an interval of it from order statistics, whose coverage is exact for any continuous
 * distribution.
 *
 * @param median middle value, or the mean of the two middle ones
 * @param low lower end, one of the values
 * @param high upper end, one of the values
 * @param coverage the probability that such an interval holds the true median; it is less than was
 *     wanted if even the range of the values covers less
 * @param range whether low and high are the smallest and the largest value
 */
public record MedianInterval(
    double median, double low, double high, double coverage, boolean range) {

  /** By number of values and cut: thousands of rows have the same few. */
  private static final Map<Long, Double> COVERAGES = new ConcurrentHashMap<>();

  /**
   * The narrowest symmetric interval that covers at least as much as wanted.
   *
   * @param values one or more, in any order
   * @param wanted such as 0.95, for which it takes 6 values
   */
  public static MedianInterval of(double[] values, double wanted) {
    double[] sorted = sorted(values);
    int n = sorted.length;
    int cut = 0;
    while (2 * (cut + 1) < n && coverage(n, cut + 1) >= wanted) {
      cut++;
    }
    return at(sorted, cut);
  }

  /**
   * The median and the range.
   *
   * @param values one or more, in any order
   */
  public static MedianInterval range(double[] values) {
    return at(sorted(values), 0);
  }

  private static MedianInterval at(double[] sorted, int cut) {
    int n = sorted.length;
    return new MedianInterval(
        (sorted[(n - 1) / 2] + sorted[n / 2]) / 2,
        sorted[cut],
        sorted[n - 1 - cut],
        coverage(n, cut),
        cut == 0);
  }

  private static double[] sorted(double[] values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("nothing has no median");
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  /** Coverage when so many values are cut off at each end: 1 - 2 P(X <= cut). */
  private static double coverage(int n, int cut) {
    return COVERAGES.computeIfAbsent(((long) n << 32) | cut, unknown -> coverageOf(n, cut));
  }

  /** The same, computed anew. */
  static double coverageOf(int n, int cut) {
    return Math.max(0, 1 - 2 * SignTest.p(n, n - cut));
  }
}
