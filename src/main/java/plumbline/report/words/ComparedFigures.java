package plumbline.report.words;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import plumbline.compare.ComparedRow.Change;
import plumbline.compare.ComparedRow.Observations;
import plumbline.result.Metric;
import plumbline.result.Units;

/** The figures of a comparison as text: with fewer digits than those of a run, as two must fit. */
public final class ComparedFigures {
  private static final MathContext THREE = new MathContext(3, RoundingMode.HALF_UP);

  private static final String RATE_MISSED = "rate missed";

  private ComparedFigures() {}

  /** A share with its sign, such as {@code +12.3}, {@code -4.0} or {@code +250}, in percent. */
  private static String signed(double share) {
    double percent = 100 * share;
    if (!Double.isFinite(percent)) {
      return Units.NONE;
    }
    int decimals = Math.abs(percent) >= 99.95 ? 0 : 1;
    BigDecimal rounded = new BigDecimal(percent).setScale(decimals, RoundingMode.HALF_UP);
    return (rounded.signum() > 0 ? "+" : "") + Units.grouped(rounded);
  }

  /** A share with its sign, such as {@code +12.3 %}. */
  public static String change(double share) {
    return signed(share) + " %";
  }

  /** A change of a row, such as {@code +12.3 %}. */
  public static String change(Change change) {
    if (Double.isInfinite(change.ratio())) {
      return RATE_MISSED;
    }
    return change.ratio() == 0 ? "rate kept" : change(change.share());
  }

  /** A smallest change that is found. */
  public static String detectable(OptionalDouble found) {
    return found.isPresent() ? change(found.getAsDouble()) : "nothing";
  }

  /** Such as {@code [+10.1, +14.2]}, in percent; empty if there are too few rounds. */
  public static String interval(Change change) {
    return change.hasInterval() && Double.isFinite(change.high())
        ? "[" + signed(change.low() - 1) + ", " + signed(change.high() - 1) + "]"
        : "";
  }

  /** Such as {@code [7.11, 8.02]}, in the unit of the median; empty if there are too few rounds. */
  public static String interval(Metric metric, Observations observations) {
    Scale scale = Scale.of(metric, observations.median().median());
    return observations.hasInterval()
        ? "["
            + scale.digits(observations.median().low())
            + ", "
            + scale.digits(observations.median().high())
            + "]"
        : "";
  }

  /** The median with its unit. */
  public static String median(Metric metric, Observations observations) {
    double median = observations.median().median();
    Scale scale = Scale.of(metric, median);
    return Double.isInfinite(median) ? RATE_MISSED : scale.digits(median) + " " + scale.unit();
  }

  /** A p-value, such as {@code 0.0286}, {@code <1e-4} or {@code 1}. */
  public static String p(double p) {
    if (p < 0.0001) {
      return "<1e-4";
    }
    return p >= 0.9995
        ? "1"
        : new BigDecimal(p).setScale(p < 0.1 ? 4 : 3, RoundingMode.HALF_UP).toPlainString();
  }

  /** A share without a sign that needs no decimals if it has none, such as {@code 5 %}. */
  public static String percent(double share) {
    return plain(BigDecimal.valueOf(100 * share).round(THREE)) + " %";
  }

  static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }

  /** A unit that gives a figure one to three digits before the point. */
  private record Scale(double divisor, String unit) {
    static Scale of(Metric metric, double value) {
      if (metric == Metric.THROUGHPUT) {
        return value < 10_000
            ? new Scale(1, "/s")
            : value < 999_500 ? new Scale(1e3, "k/s") : new Scale(1e6, "M/s");
      }
      if (value < 0.9995) {
        return new Scale(1e-3, "ns");
      }
      return value < 999.5
          ? new Scale(1, "µs")
          : value < 999_500 ? new Scale(1e3, "ms") : new Scale(1e6, "s");
    }

    /** A value in this unit, with three digits. */
    String digits(double value) {
      return Double.isInfinite(value)
          ? Units.NONE
          : Units.digits(new BigDecimal(value / divisor, THREE));
    }
  }
}
