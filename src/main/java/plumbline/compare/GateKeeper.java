package plumbline.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import plumbline.compare.Comparison.Difference;
import plumbline.compare.Comparison.Power;
import plumbline.compare.GateOutcome.Doubt;
import plumbline.compare.GateOutcome.Failure;
import plumbline.compare.GateOutcome.State;
import plumbline.result.ControlIds;
import plumbline.result.Series;

/**
 * Decides whether a gate holds. What was not compared, or could not be, does not pass it; and a
 * change that gives wrong answers breaks it, however fast these are.
 */
final class GateKeeper {
  private final Settings settings;
  private final List<Side> sides;
  private final List<ComparedRow> rows;
  private final List<ComparedRow> counted;
  private final Power power;

  /**
   * A gate.
   *
   * @param settings with a gate
   */
  GateKeeper(Settings settings, List<Side> sides, List<ComparedRow> rows, Power power) {
    this.settings = settings;
    this.sides = sides;
    this.rows = rows;
    Settings.Gate gate = settings.gate().orElseThrow();
    this.counted = rows.stream().filter(row -> gate.counts(row.figure())).toList();
    this.power = power;
  }

  GateOutcome judge(Matching matching, List<Difference> differences) {
    List<Failure> failures = failures();
    List<ComparedRow> worse =
        counted.stream()
            .filter(row -> row.verdict() == Verdict.WORSE)
            .sorted(Comparator.comparingDouble(ComparedRow::worsening).reversed())
            .toList();
    GateDoubts doubts = new GateDoubts(settings, sides, rows, power, matching.uncompared());
    Optional<Doubt> unlike = doubts.ofComparing(differences);
    List<ComparedRow> broken = unlike.isPresent() ? List.of() : worse;
    if (!failures.isEmpty() || !broken.isEmpty()) {
      return outcome(State.BROKEN, failures, broken, Optional.empty());
    }
    Optional<Doubt> doubt = unlike.or(doubts::ofPassing);
    return outcome(doubt.isPresent() ? State.UNDECIDED : State.PASSED, failures, broken, doubt);
  }

  private GateOutcome outcome(
      State state, List<Failure> failures, List<ComparedRow> broken, Optional<Doubt> doubt) {
    return new GateOutcome(
        state,
        failures,
        broken,
        doubt,
        newSides().stream()
            .allMatch(
                side ->
                    rows.stream()
                        .filter(row -> row.side().equals(side.name()))
                        .anyMatch(row -> row.figure().isControl() && isDecided(row))),
        sides.stream().allMatch(Side::machineKnown),
        widest());
  }

  /** That no row is significantly worse is no proof that none is: this is how far it goes. */
  private Optional<ComparedRow> widest() {
    return counted.stream()
        .filter(row -> row.change().hasInterval())
        .max(Comparator.comparingDouble(ComparedRow::worstNotExcluded));
  }

  /** What failed for a larger share of the rounds than on the base. */
  private List<Failure> failures() {
    List<Failure> failures = new ArrayList<>();
    Side base = sides.get(0);
    for (Side side : newSides()) {
      Set<Series> series = new LinkedHashSet<>();
      side.invalid().forEach(invalid -> series.add(invalid.series()));
      for (Series one : series) {
        List<Side.Invalid> failed = invalid(side, one, Side.Invalid::hasFailed);
        int before = invalid(base, one, Side.Invalid::hasFailed).size();
        long ofBase = Math.max(1, measured(base, one));
        if (!ControlIds.is(one) && failed.size() * ofBase > before * (long) measured(side, one)) {
          failures.add(
              new Failure(
                  Figure.name(one),
                  side.name(),
                  failed.size(),
                  measured(side, one),
                  base.name(),
                  before,
                  measured(base, one),
                  failed.get(0).fault()));
        }
      }
    }
    return failures;
  }

  private List<Side> newSides() {
    return sides.subList(1, sides.size());
  }

  private static List<Side.Invalid> invalid(
      Side side, Series series, Predicate<Side.Invalid> which) {
    return side.invalid().stream()
        .filter(invalid -> invalid.series().equals(series) && which.test(invalid))
        .toList();
  }

  private static int measured(Side side, Series series) {
    return invalid(side, series, any -> true).size()
        + side.missed(series).length
        + side.rounds().getOrDefault(series, 0);
  }

  static boolean isDecided(ComparedRow row) {
    return row.verdict() != Verdict.UNKNOWN;
  }
}
