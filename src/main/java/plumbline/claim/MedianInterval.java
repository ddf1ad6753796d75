package plumbline.claim;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Median and an interval of it from order statistics, whose coverage is exact for any continuous
 * distribution: the narrowest of 95 % or more, and with fewer than 6 rounds the range, which covers
 * less and says so.
 *
 * @param median of the values; empty if there are none
 * @param low lower end
 * @param high upper end
 * @param text what low and high are
 */
record MedianInterval(OptionalDouble median, OptionalDouble low, OptionalDouble high, String text) {
  private static final double WANTED = 0.95;

  /** Median and interval of the median. */
  static MedianInterval of(List<Double> values) {
    if (values.size() < 2) {
      return range(values);
    }
    List<Double> sorted = values.stream().sorted().toList();
    int n = sorted.size();
    int cut = 0;
    while (2 * (cut + 1) < n && coverage(n, cut + 1) >= WANTED) {
      cut++;
    }
    String percent =
        new BigDecimal(100 * coverage(n, cut))
            .setScale(2, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString();
    String text = percent + " % interval of the median";
    return new MedianInterval(
        median(sorted),
        OptionalDouble.of(sorted.get(cut)),
        OptionalDouble.of(sorted.get(n - 1 - cut)),
        cut == 0 ? "range of " + n + " rounds, a " + text : text);
  }

  /** Median and range. */
  static MedianInterval range(List<Double> values) {
    if (values.isEmpty()) {
      return new MedianInterval(
          OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), "");
    }
    List<Double> sorted = values.stream().sorted().toList();
    int n = sorted.size();
    return new MedianInterval(
        median(sorted),
        OptionalDouble.of(sorted.get(0)),
        OptionalDouble.of(sorted.get(n - 1)),
        n == 1 ? "1 round" : "range of " + n + " rounds");
  }

  private static OptionalDouble median(List<Double> sorted) {
    int n = sorted.size();
    return OptionalDouble.of((sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2);
  }

  /** Coverage when so many values are cut off at each end: 1 - 2 P(X <= cut). */
  private static double coverage(int n, int cut) {
    return 1 - 2 * SignTest.p(n, n - cut);
  }
}
