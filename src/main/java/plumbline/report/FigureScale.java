package plumbline.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import plumbline.result.Metric;

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

  String digits(double value) {
    BigDecimal rounded = new BigDecimal(value / divisor, new MathContext(3, RoundingMode.HALF_UP));
    int integers = rounded.precision() - rounded.scale();
    int decimals = Math.max(0, Math.min(3 - integers, 3));
    return grouped(rounded.setScale(decimals, RoundingMode.HALF_UP));
  }

  /**
   * A number with commas between groups of three digits. {@link String#format} does the same, but
   * builds the symbols of a language anew for each number: of thousands of rows it was the most
   * expensive part.
   */
  static String grouped(BigDecimal number) {
    StringBuilder text = new StringBuilder(number.toPlainString());
    int point = text.indexOf(".");
    int first = number.signum() < 0 ? 1 : 0;
    for (int i = (point < 0 ? text.length() : point) - 3; i > first; i -= 3) {
      text.insert(i, ',');
    }
    return text.toString();
  }
}
