package plumbline.claim;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Figures as a person says them, with three significant digits: 420 µs, 1.68 ms, 6.2 times. */
final class Human {
  private static final MathContext DIGITS = new MathContext(3, RoundingMode.HALF_UP);

  private Human() {}

  /**
   * One figure.
   *
   * @param unit {@code us}, {@code ops/s} or {@code x}
   */
  static String figure(double value, String unit) {
    return number(value / scale(value, unit)) + name(value, unit);
  }

  /** A range, its unit once if both ends share it; one figure if both ends read the same. */
  static String range(double low, double high, String unit) {
    String from = figure(low, unit);
    String to = figure(high, unit);
    if (from.equals(to)) {
      return to;
    }
    return name(low, unit).equals(name(high, unit))
        ? number(low / scale(low, unit)) + " to " + to
        : from + " to " + to;
  }

  /** A plain number with three significant digits, large ones in full. */
  static String number(double value) {
    BigDecimal rounded = new BigDecimal(value).round(DIGITS);
    return (rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros()).toPlainString();
  }

  private static double scale(double value, String unit) {
    return switch (name(value, unit)) {
      case " ns" -> 0.001;
      case " ms" -> 1_000;
      case " s" -> 1_000_000;
      default -> 1;
    };
  }

  private static String name(double value, String unit) {
    if (!unit.equals("us")) {
      return unit.equals("x") ? " times" : " " + unit;
    }
    // What rounds to 1000 of a unit is 1 of the next.
    double rounded = new BigDecimal(value).round(DIGITS).doubleValue();
    if (rounded < 1) {
      return " ns";
    }
    return rounded < 1_000 ? " \u00b5s" : rounded < 1_000_000 ? " ms" : " s";
  }
}
