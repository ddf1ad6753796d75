package plumbline.claim;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Median and an interval of it from order statistics, in words: the narrowest of 95 % or more, and
 * with fewer than 6 rounds the range, which covers less and says so.
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
    var interval = plumbline.statistics.MedianInterval.of(array(values), WANTED);
    String percent =
        new BigDecimal(100 * interval.coverage())
            .setScale(2, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString();
    String text = percent + " % interval of the median";
    return of(
        interval, interval.range() ? "range of " + values.size() + " rounds, a " + text : text);
  }

  /** Median and range. */
  static MedianInterval range(List<Double> values) {
    if (values.isEmpty()) {
      return new MedianInterval(
          OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), "");
    }
    int n = values.size();
    return of(
        plumbline.statistics.MedianInterval.range(array(values)),
        n == 1 ? "1 round" : "range of " + n + " rounds");
  }

  private static MedianInterval of(plumbline.statistics.MedianInterval interval, String text) {
    return new MedianInterval(
        OptionalDouble.of(interval.median()),
        OptionalDouble.of(interval.low()),
        OptionalDouble.of(interval.high()),
        text);
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
