package plumbline.claim;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Median and an interval of it from order statistics: the narrowest of 95 % or more, and with fewer
 * than 6 rounds the range, which covers less and says so.
 *
 * @param median of the values; empty if there are none
 * @param low lower end
 * @param high upper end
 * @param interval what low and high are; empty if there are no values
 */
record MedianInterval(
    OptionalDouble median, OptionalDouble low, OptionalDouble high, Optional<Interval> interval) {
  private static final double WANTED = 0.95;

  /** Median and interval of the median. */
  static MedianInterval of(List<Double> values) {
    if (values.size() < 2) {
      return range(values);
    }
    var interval = plumbline.statistics.MedianInterval.of(array(values), WANTED);
    double percent =
        new BigDecimal(100 * interval.coverage()).setScale(2, RoundingMode.HALF_UP).doubleValue();
    return of(interval, new Interval(interval.range(), OptionalDouble.of(percent)));
  }

  /** Median and range. */
  static MedianInterval range(List<Double> values) {
    return values.isEmpty()
        ? new MedianInterval(
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Optional.empty())
        : of(
            plumbline.statistics.MedianInterval.range(array(values)),
            new Interval(true, OptionalDouble.empty()));
  }

  private static MedianInterval of(plumbline.statistics.MedianInterval interval, Interval meaning) {
    return new MedianInterval(
        OptionalDouble.of(interval.median()),
        OptionalDouble.of(interval.low()),
        OptionalDouble.of(interval.high()),
        Optional.of(meaning));
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
