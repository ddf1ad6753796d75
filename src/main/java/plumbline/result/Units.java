package plumbline.result;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;

/**
 * Figures for people: three significant digits, the unit chosen per figure, the same in every
 * locale. Number and unit are joined by a no-break space, which the plain text formats replace.
 */
public final class Units {
  /** Joins a number and its unit, so that no line break comes between them. */
  public static final char NO_BREAK = '\u00a0';

  /** Stands where there is no figure. */
  public static final String NONE = "-";

  private static final MathContext THREE = new MathContext(3, RoundingMode.HALF_UP);
  private static final String[] TIMES = {"ns", "µs", "ms", "s"};

  private Units() {}

  /**
   * A latency, such as {@code 57.0 ns}, {@code 385 µs}, {@code 2.01 ms} or {@code 1.20 s}.
   *
   * @param nanos nanoseconds; {@code -} is returned if it is no number
   */
  public static String time(double nanos) {
    if (!Double.isFinite(nanos)) {
      return NONE;
    }
    BigDecimal rounded = BigDecimal.valueOf(nanos).round(THREE);
    int unit = 0;
    // Rounded first: 999.6 µs are 1.00 ms and not 1000 µs.
    while (unit < TIMES.length - 1 && rounded.abs().compareTo(BigDecimal.valueOf(1000)) >= 0) {
      rounded = rounded.movePointLeft(3);
      unit++;
    }
    return digits(rounded) + NO_BREAK + TIMES[unit];
  }

  /** A latency of whole nanoseconds. */
  public static String time(long nanos) {
    return time((double) nanos);
  }

  /**
   * A latency that is given in microseconds, as {@code results.csv} does.
   *
   * @param micros microseconds; {@code -} is returned if it is no number
   */
  public static String micros(double micros) {
    return time(micros * 1_000.0);
  }

  /**
   * Operations per second without the unit: {@code 312}, {@code 13,900} or {@code 40.1 M}.
   *
   * @param perSecond operations per second; {@code -} is returned if it is no number
   */
  public static String rate(double perSecond) {
    if (!Double.isFinite(perSecond)) {
      return NONE;
    }
    BigDecimal rounded = BigDecimal.valueOf(perSecond).round(THREE);
    if (rounded.abs().compareTo(BigDecimal.valueOf(1_000_000)) >= 0) {
      return digits(rounded.movePointLeft(6)) + NO_BREAK + "M";
    }
    return digits(rounded);
  }

  /** A ratio, such as {@code 12.8x}; {@code -} is returned if it is no number. */
  public static String factor(double ratio) {
    return Double.isFinite(ratio) ? digits(BigDecimal.valueOf(ratio).round(THREE)) + "x" : NONE;
  }

  /**
   * A share, such as {@code 49 %}, {@code 1.2 %} or {@code -16 %}.
   *
   * @param share 1 for all; {@code -} is returned if it is no number
   */
  public static String percent(double share) {
    if (!Double.isFinite(share)) {
      return NONE;
    }
    double percent = share * 100.0;
    double size = Math.abs(percent);
    int decimals = size >= 9.95 || size == 0 ? 0 : size >= 0.995 ? 1 : 2;
    return BigDecimal.valueOf(percent).setScale(decimals, RoundingMode.HALF_UP).toPlainString()
        + NO_BREAK
        + "%";
  }

  /**
   * A figure in the unit that a verdict or a row names.
   *
   * @param unit {@code us}, {@code ops/s} or {@code x}; any other is printed as it is
   */
  public static String of(double value, String unit) {
    return switch (unit) {
      case "us" -> micros(value);
      case "ops/s" -> rate(value) + NO_BREAK + unit;
      case "x" -> factor(value);
      default -> digits(BigDecimal.valueOf(value).round(THREE)) + NO_BREAK + unit;
    };
  }

  /**
   * A figure as a sentence has it, with three significant digits and none of them for nothing:
   * {@code 420 µs}, {@code 8 ms}, {@code 6.2 times}.
   *
   * @param unit {@code us}, {@code ops/s} or {@code x}
   */
  public static String said(double value, String unit) {
    return said(value / scale(value, unit)) + name(value, unit);
  }

  /** A range, its unit once if both ends share it; one figure if both ends read the same. */
  public static String said(double low, double high, String unit) {
    String from = said(low, unit);
    String to = said(high, unit);
    if (from.equals(to)) {
      return to;
    }
    return name(low, unit).equals(name(high, unit))
        ? said(low / scale(low, unit)) + " to " + to
        : from + " to " + to;
  }

  /** A plain number with at most three significant digits, large ones in full. */
  public static String said(double value) {
    BigDecimal rounded = new BigDecimal(value).round(THREE);
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
    double rounded = new BigDecimal(value).round(THREE).doubleValue();
    if (rounded < 1) {
      return " ns";
    }
    return rounded < 1_000 ? " µs" : rounded < 1_000_000 ? " ms" : " s";
  }

  /** A span of time that a person waits for, such as {@code 850 ms}, {@code 48 s}. */
  public static String duration(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds < 1) {
      return duration.toMillis() + "" + NO_BREAK + "ms";
    }
    if (seconds < 60) {
      return BigDecimal.valueOf(duration.toMillis(), 3)
              .setScale(1, RoundingMode.HALF_UP)
              .stripTrailingZeros()
              .toPlainString()
          + NO_BREAK
          + "s";
    }
    String minutes = seconds / 60 + "" + NO_BREAK + "min";
    return seconds % 60 == 0 ? minutes : minutes + " " + seconds % 60 + NO_BREAK + "s";
  }

  /** An amount of memory, such as {@code 7.8 GiB}. */
  public static String memory(long bytes) {
    return String.format(Locale.ROOT, "%.1f", bytes / (double) (1L << 30)) + NO_BREAK + "GiB";
  }

  /** A whole number with its thousands set apart, such as {@code 40,000}. */
  public static String count(long number) {
    return grouped(BigDecimal.valueOf(number));
  }

  /** The same text, with no line break between a number and a unit that it holds. */
  public static String bind(String text) {
    return text.replaceAll(
        "(?<=[0-9]) (?=(?:ns|us|µs|ms|s|min|B|%)(?![A-Za-z0-9]))", String.valueOf(NO_BREAK));
  }

  /** A number that was rounded to three digits, with all three of them shown. */
  public static String digits(BigDecimal rounded) {
    if (rounded.signum() == 0) {
      return "0";
    }
    int integers = rounded.precision() - rounded.scale();
    int decimals = Math.max(0, Math.min(3 - integers, 6));
    BigDecimal scaled = rounded.setScale(decimals, RoundingMode.HALF_UP);
    return grouped(scaled);
  }

  /**
   * A number with commas between groups of three digits. {@link String#format} and formats of the
   * library do the same, but build the symbols of a language anew for each number: of thousands of
   * rows that was the most expensive part.
   */
  public static String grouped(BigDecimal number) {
    StringBuilder text = new StringBuilder(number.toPlainString());
    int point = text.indexOf(".");
    int first = number.signum() < 0 ? 1 : 0;
    for (int i = (point < 0 ? text.length() : point) - 3; i > first; i -= 3) {
      text.insert(i, ',');
    }
    return text.toString();
  }
}
