package plumbline.compare;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import plumbline.compare.Comparison.GateOutcome;
import plumbline.compare.Comparison.GateOutcome.State;
import plumbline.compare.Comparison.Power;

/** Decides whether a gate holds. */
final class GateKeeper {
  private GateKeeper() {}

  static GateOutcome judge(Settings.Gate gate, List<ComparedRow> rows, Power power) {
    List<ComparedRow> counted = rows.stream().filter(row -> gate.counts(row.figure())).toList();
    List<ComparedRow> broken =
        counted.stream()
            .filter(row -> row.verdict() == Verdict.WORSE)
            .sorted(Comparator.comparingDouble(ComparedRow::worsening).reversed())
            .toList();
    if (!broken.isEmpty()) {
      return new GateOutcome(State.BROKEN, broken, "");
    }
    if (counted.isEmpty()) {
      return new GateOutcome(
          State.UNDECIDED, broken, "no row of a system is on both sides, so nothing was compared");
    }
    if (counted.stream().allMatch(row -> row.verdict() == Verdict.UNKNOWN)) {
      return new GateOutcome(
          State.UNDECIDED,
          broken,
          String.format(
              Locale.ROOT,
              "too few rounds: %d rows need at least %d valid rounds a side before any difference"
                  + " can be significant",
              counted.size(),
              power.roundsNeeded()));
    }
    return new GateOutcome(State.PASSED, broken, "");
  }
}
