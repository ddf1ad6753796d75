package plumbline.compare;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import plumbline.compare.Comparison.Difference;
import plumbline.compare.Comparison.Power;
import plumbline.compare.GateOutcome.Doubt;
import plumbline.result.ControlIds;
import plumbline.result.Series;

/** Why a gate cannot decide: what was not compared, or could not be, does not pass it. */
final class GateDoubts {
  /**
   * So many rounds more that a side loses than the base, as a share of its own: those that are left
   * are the better ones.
   */
  private static final double MOST_LOST = 0.25;

  private final Settings.Gate gate;
  private final Optional<Pattern> filter;
  private final List<Side> sides;
  private final List<ComparedRow> rows;
  private final List<ComparedRow> counted;
  private final Power power;
  private final Set<Figure> uncompared;

  GateDoubts(
      Settings settings,
      List<Side> sides,
      List<ComparedRow> rows,
      Power power,
      Set<Figure> uncompared) {
    this.gate = settings.gate().orElseThrow();
    this.filter = settings.filter();
    this.sides = sides;
    this.rows = rows;
    this.counted = rows.stream().filter(row -> gate.counts(row.figure())).toList();
    this.power = power;
    this.uncompared = uncompared;
  }

  /** Why the sides cannot be compared at all, so that a row that is worse says nothing either. */
  Optional<Doubt> ofComparing(List<Difference> differences) {
    return first(
        List.of(
            this::shared,
            this::nothing,
            this::unfinished,
            this::starts,
            () -> differing(differences),
            this::machine));
  }

  /** Why it is no proof that no row is worse. */
  Optional<Doubt> ofPassing() {
    return first(List.of(this::rounds, this::withoutDecision, this::lost, this::figureLost));
  }

  private List<Side> newSides() {
    return sides.subList(1, sides.size());
  }

  private Optional<Doubt> unfinished() {
    return sides.stream()
        .flatMap(
            side ->
                side.unfinished().stream().map(run -> new GateOutcome.Unfinished(side.name(), run)))
        .map(Doubt.class::cast)
        .findFirst();
  }

  private static Optional<Doubt> first(List<Supplier<Optional<Doubt>>> doubts) {
    return doubts.stream().flatMap(doubt -> doubt.get().stream()).findFirst();
  }

  private Optional<Doubt> nothing() {
    return counted.isEmpty()
        ? Optional.of(
            new GateOutcome.NothingCompared(
                filter.filter(this::findsNothing).map(Pattern::pattern)))
        : Optional.empty();
  }

  /** A gate looks at the machine whatever the filter is. */
  private boolean findsNothing(Pattern pattern) {
    return sides.stream()
        .flatMap(Side::series)
        .filter(series -> !ControlIds.is(series))
        .noneMatch(series -> pattern.matcher(Figure.name(series)).find());
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
  private Optional<Doubt> lost() {
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
  private Optional<Doubt> withoutDecision() {
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

  /**
   * A percentile is only told of rounds that have enough for it. A side that can no longer tell one
   * that the base tells may have become worse in just that.
   */
  private Optional<Doubt> figureLost() {
    Side base = sides.get(0);
    for (Side side : newSides()) {
      for (Figure figure : uncompared.stream().filter(gate::counts).sorted().toList()) {
        if (base.sample(figure).isPresent() && side.sample(figure).isEmpty()) {
          return Optional.of(
              new GateOutcome.FigureLost(figure.toString(), side.name(), base.name()));
        }
      }
    }
    return Optional.empty();
  }
}
