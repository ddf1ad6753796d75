package plumbline.report;

import java.util.List;
import plumbline.compare.ComparedRow;
import plumbline.compare.Comparison;
import plumbline.compare.Comparison.GateOutcome;
import plumbline.compare.Comparison.Omission;
import plumbline.compare.Verdict;
import plumbline.result.Numbers;

/**
 * What the template of a comparison is given.
 *
 * @param comparison what it says
 * @param policy the content security policy: no script, no request
 * @param styles style sheet
 */
public record ComparisonPage(Comparison comparison, String policy, String styles) {
  /** Changes beyond this share are drawn at the edge. */
  private static final double EDGE = 0.5;

  /** The headline of a page without a gate. */
  public String headline() {
    long better = count(Verdict.BETTER);
    long worse = count(Verdict.WORSE);
    long unknown = count(Verdict.UNKNOWN);
    if (comparison.rows().isEmpty()) {
      return "Nothing was compared";
    }
    return better
        + " better, "
        + worse
        + " worse, "
        + (comparison.rows().size() - better - worse - unknown)
        + " without a difference that matters"
        + (unknown == 0 ? "" : ", " + unknown + " not to be known with so few rounds");
  }

  private long count(Verdict verdict) {
    return comparison.rows().stream().filter(row -> row.verdict() == verdict).count();
  }

  /** What the gate says. */
  public String gate(GateOutcome gate) {
    return ComparisonWords.gate(comparison, gate);
  }

  /** Whether there are more than two sides. */
  public boolean hasSeveral() {
    return comparison.sides().size() > 2;
  }

  /** The kinds of omissions that there are. */
  public List<Omission.Kind> kinds() {
    return comparison.omitted().stream().map(Omission::kind).distinct().sorted().toList();
  }

  /** The omissions of a kind. */
  public List<Omission> omitted(Omission.Kind kind) {
    return comparison.omitted().stream().filter(omission -> omission.kind() == kind).toList();
  }

  /** The CSS class of a verdict. */
  public static String css(Verdict verdict) {
    return switch (verdict) {
      case BETTER -> "holds";
      case WORSE -> "refuted";
      case UNKNOWN -> "undecided";
      default -> "quiet";
    };
  }

  /** The CSS class of a gate. */
  public static String css(GateOutcome.State state) {
    return switch (state) {
      case PASSED -> "holds";
      case BROKEN -> "refuted";
      case UNDECIDED -> "undecided";
    };
  }

  /** Where a ratio lies on a line from two thirds to one and a half, in percent of its length. */
  public static String position(double ratio) {
    double share = Math.log(ratio) / Math.log(1 + EDGE) / 2 + 0.5;
    return Numbers.plain(Math.round(1000 * Math.max(0, Math.min(1, share))) / 10.0);
  }

  /** The length from one ratio to another, in percent. */
  public static String length(ComparedRow.Change change) {
    double from = Double.parseDouble(position(change.low()));
    double to = Double.parseDouble(position(change.high()));
    return Numbers.plain(Math.max(0.8, to - from));
  }
}
