package plumbline.report.compare;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import plumbline.result.Metric;
import plumbline.result.Units;

/** A unit that gives a figure one to three digits before the point. */
record FigureScale(double divisor, String unit) {
  static FigureScale of(Metric metric, double value) {
    if (metric == Metric.THROUGHPUT) {
      return value < 10_000
          ? new FigureScale(1, "/s")
          : value < 999_500 ? new FigureScale(1e3, "k/s") : new FigureScale(1e6, "M/s");
    }
    if (value < 0.9995) {
      return new FigureScale(1e-3, "ns");
    }
    return value < 999.5
        ? new FigureScale(1, "µs")
        : value < 999_500 ? new FigureScale(1e3, "ms") : new FigureScale(1e6, "s");
  }

  /** A value in this unit, with three digits. */
  String digits(double value) {
    return Units.digits(new BigDecimal(value / divisor, new MathContext(3, RoundingMode.HALF_UP)));
  }
}
