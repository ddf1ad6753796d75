package plumbline.compare;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import plumbline.compare.Comparison.GateOutcome;
import plumbline.compare.Comparison.GateOutcome.Doubt;
import plumbline.compare.Comparison.GateOutcome.State;
import plumbline.compare.Comparison.Power;

/** Decides whether a gate holds. What was not compared, or could not be, does not pass it. */
final class GateKeeper {
  /**
   * So many rounds more that a side loses than the base, as a share of its own: those that are left
   * are the better ones.
   */
  private static final double MOST_LOST = 0.25;

  private final Settings.Gate gate;
  private final List<Side> sides;
  private final List<ComparedRow> counted;
  private final Power power;

  GateKeeper(Settings.Gate gate, List<Side> sides, List<ComparedRow> rows, Power power) {
    this.gate = gate;
    this.sides = sides;
    this.counted = rows.stream().filter(row -> gate.counts(row.figure())).toList();
    this.power = power;
  }

  GateOutcome judge(Matching matching) {
    List<ComparedRow> broken =
        counted.stream()
            .filter(row -> row.verdict() == Verdict.WORSE)
            .sorted(Comparator.comparingDouble(ComparedRow::worsening).reversed())
            .toList();
    if (!broken.isEmpty()) {
      return new GateOutcome(State.BROKEN, broken, Optional.empty());
    }
    Optional<Doubt> doubt = doubt(matching.uncompared());
    return new GateOutcome(doubt.isPresent() ? State.UNDECIDED : State.PASSED, broken, doubt);
  }

  private Optional<Doubt> doubt(Set<Figure> uncompared) {
    Optional<Doubt> shared = shared();
    if (shared.isPresent()) {
      return shared;
    }
    if (counted.isEmpty()) {
      return Optional.of(new GateOutcome.NothingCompared());
    }
    if (counted.stream().noneMatch(GateKeeper::isDecided)) {
      return Optional.of(new GateOutcome.TooFewRounds(counted.size(), power.roundsNeeded()));
    }
    return withoutDecision(uncompared).or(() -> lost(uncompared));
  }

  /** Rounds that are not valid are not compared, so a change that spoils rounds must not pass. */
  private Optional<Doubt> lost(Set<Figure> uncompared) {
    NavigableSet<Figure> figures = new TreeSet<>();
    counted.forEach(row -> figures.add(row.figure()));
    uncompared.stream().filter(gate::counts).forEach(figures::add);
    Side base = sides.get(0);
    for (Side side : sides.subList(1, sides.size())) {
      for (Figure figure : figures) {
        if (lostShare(side, figure) > lostShare(base, figure) + MOST_LOST) {
          return Optional.of(
              new GateOutcome.RoundsLost(
                  figure.name(),
                  side.name(),
                  lost(side, figure),
                  measured(side, figure),
                  base.name(),
                  lost(base, figure),
                  measured(base, figure)));
        }
      }
    }
    return Optional.empty();
  }

  private static long lost(Side side, Figure figure) {
    return side.invalid().stream()
        .filter(invalid -> invalid.series().equals(figure.name()))
        .count();
  }

  private static long measured(Side side, Figure figure) {
    return lost(side, figure) + side.rounds().getOrDefault(figure.series(), 0);
  }

  private static double lostShare(Side side, Figure figure) {
    long measured = measured(side, figure);
    return measured == 0 ? 0 : lost(side, figure) / (double) measured;
  }

  /** The same rounds on both sides would pass whatever they are. */
  private Optional<Doubt> shared() {
    Set<String> base = names(sides.get(0));
    return sides.subList(1, sides.size()).stream()
        .flatMap(side -> names(side).stream().filter(base::contains))
        .sorted()
        .findFirst()
        .map(GateOutcome.SharedRun::new);
  }

  private static Set<String> names(Side side) {
    Set<String> names = new HashSet<>();
    side.runs().forEach(run -> names.add(run.name()));
    return names;
  }

  /** A system that is gone on one side must not pass on the figures of another. */
  private Optional<Doubt> withoutDecision(Set<Figure> uncompared) {
    Set<String> systems = new TreeSet<>();
    counted.forEach(row -> systems.add(row.figure().series().system()));
    uncompared.stream()
        .filter(gate::counts)
        .forEach(figure -> systems.add(figure.series().system()));
    for (Side side : sides.subList(1, sides.size())) {
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
