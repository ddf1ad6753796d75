package plumbline.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
  /**
   * So many rounds more that a side loses than the base, as a share of its own: those that are left
   * are the better ones.
   */
  private static final double MOST_LOST = 0.25;

  private final Settings.Gate gate;
  private final List<Side> sides;
  private final List<ComparedRow> rows;
  private final List<ComparedRow> counted;
  private final Power power;

  GateKeeper(Settings.Gate gate, List<Side> sides, List<ComparedRow> rows, Power power) {
    this.gate = gate;
    this.sides = sides;
    this.rows = rows;
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
    Optional<Doubt> unlike =
        first(
            List.of(
                this::shared,
                this::nothing,
                this::unfinished,
                this::starts,
                () -> differing(differences),
                this::machine));
    List<ComparedRow> broken = unlike.isPresent() ? List.of() : worse;
    if (!failures.isEmpty() || !broken.isEmpty()) {
      return outcome(State.BROKEN, failures, broken, Optional.empty());
    }
    Set<Figure> uncompared = matching.uncompared();
    Optional<Doubt> doubt =
        unlike.or(
            () ->
                first(
                    List.of(
                        this::rounds, () -> withoutDecision(uncompared), () -> lost(uncompared))));
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

  private Optional<Doubt> unfinished() {
    return sides.stream()
        .flatMap(
            side ->
                side.unfinished().stream().map(run -> new GateOutcome.Unfinished(side.name(), run)))
        .map(Doubt.class::cast)
        .findFirst();
  }

  /** That no row is significantly worse is no proof that none is: this is how far it goes. */
  private Optional<ComparedRow> widest() {
    return counted.stream()
        .filter(row -> row.change().hasInterval())
        .max(Comparator.comparingDouble(ComparedRow::worstNotExcluded));
  }

  private static Optional<Doubt> first(List<Supplier<Optional<Doubt>>> doubts) {
    return doubts.stream().flatMap(doubt -> doubt.get().stream()).findFirst();
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

  private Optional<Doubt> nothing() {
    return counted.isEmpty() ? Optional.of(new GateOutcome.NothingCompared()) : Optional.empty();
  }

  private Optional<Doubt> starts() {
    return sides.stream()
        .filter(side -> side.starts() < Observation.LEAST_STARTS)
        .min(Comparator.comparingInt(Side::starts))
        .map(
            side ->
                new GateOutcome.TooFewStarts(side.name(), side.starts(), Observation.LEAST_STARTS));
  }

  /** What changes figures and was not meant to change makes the change of another unknown. */
  private Optional<Doubt> differing(List<Difference> differences) {
    List<String> facts =
        Stream.concat(
                differences.stream().map(Difference::fact),
                Differences.untold(sides, compared()).stream())
            .distinct()
            .filter(fact -> !fact.equals(Conditions.PLAN))
            .filter(fact -> gate.changed().isEmpty() || !gate.changed().get().matcher(fact).find())
            .toList();
    return facts.isEmpty()
        ? Optional.empty()
        : Optional.of(new GateOutcome.ConditionsDiffer(facts));
  }

  private Set<Series> compared() {
    Set<Series> compared = new HashSet<>();
    rows.forEach(row -> compared.add(row.figure().series()));
    return compared;
  }

  private Optional<Doubt> machine() {
    List<ComparedRow> changed =
        rows.stream()
            .filter(row -> row.figure().isControl())
            .filter(row -> row.verdict() == Verdict.BETTER || row.verdict() == Verdict.WORSE)
            .toList();
    return changed.isEmpty()
        ? Optional.empty()
        : Optional.of(new GateOutcome.MachineChanged(changed));
  }

  private Optional<Doubt> rounds() {
    return counted.stream().noneMatch(GateKeeper::isDecided)
        ? Optional.of(new GateOutcome.TooManyRows(counted.size(), power.needed()))
        : Optional.empty();
  }

  /**
   * Rounds that are missing or not valid are not compared, so a change that spoils rounds must not
   * pass, nor one that drops a row; nor one that misses the rate in more rounds than before, but in
   * too few for the rank test. The same goes for the figures of the machine.
   */
  private Optional<Doubt> lost(Set<Figure> uncompared) {
    Set<Series> series = new LinkedHashSet<>();
    Stream.concat(rows.stream().map(ComparedRow::figure), uncompared.stream())
        .filter(figure -> figure.isControl() || gate.counts(figure))
        .sorted()
        .forEach(figure -> series.add(figure.series()));
    Side base = sides.get(0);
    for (Side side : newSides()) {
      for (Series one : series) {
        if (lostShare(side, one) > lostShare(base, one) + MOST_LOST) {
          return Optional.of(
              new GateOutcome.RoundsLost(
                  Figure.name(one),
                  side.name(),
                  side.lost(one),
                  side.measured(),
                  base.name(),
                  base.lost(one),
                  base.measured()));
        }
      }
    }
    return Optional.empty();
  }

  private static double lostShare(Side side, Series series) {
    return side.lost(series) / (double) Math.max(1, side.measured());
  }

  /** The same rounds on both sides would pass whatever they are. */
  private Optional<Doubt> shared() {
    return newSides().stream()
        .flatMap(side -> side.sharedWith(sides.get(0)).stream())
        .sorted()
        .findFirst()
        .map(GateOutcome.SharedRun::new);
  }

  /** A system that is gone on one side must not pass on the figures of another. */
  private Optional<Doubt> withoutDecision(Set<Figure> uncompared) {
    Set<String> systems = new TreeSet<>();
    counted.forEach(row -> systems.add(row.figure().series().system()));
    uncompared.stream()
        .filter(gate::counts)
        .forEach(figure -> systems.add(figure.series().system()));
    for (Side side : newSides()) {
      for (String system : systems) {
        if (counted.stream()
            .filter(row -> row.side().equals(side.name()))
            .filter(row -> row.figure().series().system().equals(system))
            .noneMatch(GateKeeper::isDecided)) {
          return Optional.of(new GateOutcome.NothingDecided(system, side.name()));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isDecided(ComparedRow row) {
    return row.verdict() != Verdict.UNKNOWN;
  }
}
