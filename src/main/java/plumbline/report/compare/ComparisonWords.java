package plumbline.report.compare;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import plumbline.compare.ComparedRow;
import plumbline.compare.Comparison;
import plumbline.compare.Comparison.GateOutcome;
import plumbline.compare.Comparison.Omission;
import plumbline.compare.Comparison.Power;
import plumbline.compare.Settings;
import plumbline.report.words.DoubtWords;
import plumbline.report.words.OmissionWords;
import plumbline.result.Metric;
import plumbline.result.Units;

/** What every format of a comparison says in the same words. */
public final class ComparisonWords {
  private ComparisonWords() {}

  /** A share with its sign, such as {@code +12.3 %}, {@code -4.0 %} or {@code +250 %}. */
  public static String change(double share) {
    double percent = 100 * share;
    if (!Double.isFinite(percent)) {
      return Units.NONE;
    }
    int decimals = Math.abs(percent) >= 99.95 ? 0 : 1;
    BigDecimal rounded = new BigDecimal(percent).setScale(decimals, RoundingMode.HALF_UP);
    String sign = rounded.signum() > 0 ? "+" : "";
    return sign + Units.grouped(rounded);
  }

  /** The change with its interval, such as {@code +12.3 % [+10.1, +14.2]}. */
  private static String change(ComparedRow.Change change) {
    return (change(change.share()) + " % " + interval(change)).strip();
  }

  /**
   * The interval of the change, such as {@code [+10.1, +14.2]}; empty if there are too few rounds.
   */
  public static String interval(ComparedRow.Change change) {
    return change.hasInterval()
        ? "[" + change(change.low() - 1) + ", " + change(change.high() - 1) + "]"
        : "";
  }

  /**
   * The interval of the median, in the unit of the median, such as {@code [7.11, 8.02]}; empty if
   * there are too few rounds.
   */
  public static String interval(Metric metric, ComparedRow.Rounds rounds) {
    FigureScale scale = FigureScale.of(metric, rounds.median().median());
    return rounds.hasInterval()
        ? "["
            + scale.digits(rounds.median().low())
            + ", "
            + scale.digits(rounds.median().high())
            + "]"
        : "";
  }

  /** The median alone. */
  public static String medianOnly(Metric metric, ComparedRow.Rounds rounds) {
    FigureScale scale = FigureScale.of(metric, rounds.median().median());
    return scale.digits(rounds.median().median()) + " " + scale.unit();
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
    return BigDecimal.valueOf(100 * share)
            .round(new MathContext(3))
            .stripTrailingZeros()
            .toPlainString()
        + " %";
  }

  /** A smallest change that is found. */
  public static String detectable(OptionalDouble found) {
    return found.isPresent() ? change(found.getAsDouble()) + " %" : "nothing";
  }

  /** What the gate says, in one sentence. */
  public static String gate(Comparison comparison, GateOutcome gate) {
    String effect = percent(comparison.settings().minEffect());
    int undecided =
        (int)
            comparison.rows().stream()
                .filter(row -> !row.figure().isControl())
                .filter(row -> row.roundsNeeded() > 0)
                .count();
    return switch (gate.state()) {
      case BROKEN ->
          "GATE BROKEN: "
              + (gate.broken().size() == 1 ? "1 row is" : gate.broken().size() + " rows are")
              + " worse by more than "
              + effect;
      case PASSED ->
          "GATE PASSED: no row is significantly worse by more than "
              + effect
              + (undecided == 0 ? "" : "; " + undecided + " could not be decided")
              + omissions(comparison);
      case UNDECIDED -> "GATE UNDECIDED: " + DoubtWords.USUAL.of(gate);
    };
  }

  private static String omissions(Comparison comparison) {
    long invalid =
        comparison.omitted().stream()
            .filter(omission -> omission.kind() == Omission.Kind.INVALID)
            .count();
    long rows = comparison.omitted().size() - invalid;
    return (rows == 0 ? "" : "; not compared: " + rows + (rows == 1 ? " row" : " rows"))
        + (invalid == 0 ? "" : "; not valid: " + invalid + (invalid == 1 ? " round" : " rounds"));
  }

  /** One row in one line, for a list. */
  public static String row(ComparedRow row) {
    Metric metric = row.figure().metric();
    return row.figure()
        + " "
        + medianOnly(metric, row.base())
        + " -> "
        + medianOnly(metric, row.changed())
        + ", "
        + change(row.change())
        + ", p "
        + (p(row.adjusted()).startsWith("<") ? "" : "= ")
        + p(row.adjusted())
        + (row.side().equals("NEW") ? "" : " (" + row.side() + ")");
  }

  /** The rules, and what can be found by them. */
  public static List<String> rules(Comparison comparison) {
    Settings settings = comparison.settings();
    Power power = comparison.power();
    List<String> rules = new ArrayList<>();
    rules.add(
        "A row is better or worse if Mann-Whitney's p, after Holm's correction over all "
            + power.tested()
            + " tested rows, is at most "
            + plain(settings.alpha())
            + " and the change is more than "
            + percent(settings.minEffect())
            + ".");
    if (power.tested() > 0) {
      rules.add(
          "The smallest p that these rounds can give is "
              + p(power.smallestP())
              + ", after the correction "
              + p(power.smallestAdjusted())
              + (power.smallestAdjusted() <= settings.alpha()
                  ? "."
                  : ": nothing can be significant. It takes "
                      + power.roundsNeeded()
                      + " valid rounds a side, or fewer rows (--metric, --filter)."));
    } else if (!comparison.rows().isEmpty()) {
      rules.add(
          "So few rounds cannot tell anything: it takes "
              + power.roundsNeeded()
              + " valid rounds a side for so many rows.");
    }
    return rules;
  }

  private static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  /** A mean in one line. */
  public static String mean(Comparison.Mean mean) {
    return change(mean.ratio() - 1) + " %";
  }

  /** The heading of a kind of omissions. */
  public static String heading(Omission.Kind kind) {
    return switch (kind) {
      case INVALID -> "Left out, not valid";
      case UNMATCHED -> "Not compared, on one side only";
      case SPARSE -> "Not compared, too few operations in some rounds";
      case ZERO -> "Not compared, values of 0";
    };
  }

  /** One omission in one line. */
  public static String omission(Omission omission) {
    return omission.side() + ": " + omission.what() + " (" + OmissionWords.USUAL.of(omission) + ")";
  }

  /** How to read the table. */
  public static List<String> legend() {
    return List.of(
        "medians of the rounds with their 95 % interval by order statistics (from 6 rounds on);"
            + " change: Hodges-Lehmann ratio with its 95 % interval; rounds: of both sides",
        "~ no significant difference; that is no proof that there is none: the interval of the"
            + " change says how large one may be");
  }

  /** A run in one line. */
  public static String run(Comparison.RunSummary run) {
    return run.name()
        + " ("
        + (run.commit().isEmpty()
            ? ""
            : "commit " + run.commit().substring(0, Math.min(10, run.commit().length())) + ", ")
        + run.rounds()
        + (run.rounds() == 1 ? " round)" : " rounds)");
  }
}
