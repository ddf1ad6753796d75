package plumbline.compare;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import plumbline.compare.Comparison.GateOutcome;
import plumbline.compare.Comparison.GateOutcome.State;
import plumbline.compare.Comparison.Power;

/** Decides whether a gate holds. What was not compared, or could not be, does not pass it. */
final class GateKeeper {
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
      return new GateOutcome(State.BROKEN, broken, "");
    }
    return undecided(matching.uncompared())
        .map(reason -> new GateOutcome(State.UNDECIDED, broken, reason))
        .orElseGet(() -> new GateOutcome(State.PASSED, broken, ""));
  }

  private Optional<String> undecided(Set<Figure> uncompared) {
    Optional<String> shared = shared();
    if (shared.isPresent()) {
      return shared;
    }
    if (counted.isEmpty()) {
      return Optional.of("no row that it looks at is on both sides, so nothing was compared");
    }
    if (counted.stream().noneMatch(GateKeeper::isDecided)) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "too few rounds: %d rows need at least %d valid rounds a side before any difference"
                  + " can be significant",
              counted.size(),
              power.roundsNeeded()));
    }
    return withoutDecision(uncompared);
  }

  /** The same rounds on both sides would pass whatever they are. */
  private Optional<String> shared() {
    Set<String> base = names(sides.get(0));
    return sides.subList(1, sides.size()).stream()
        .flatMap(side -> names(side).stream().filter(base::contains))
        .sorted()
        .findFirst()
        .map(run -> "the run " + run + " is on both sides, so its rounds cannot differ");
  }

  private static Set<String> names(Side side) {
    Set<String> names = new HashSet<>();
    side.runs().forEach(run -> names.add(run.name()));
    return names;
  }

  /** A system that is gone on one side must not pass on the figures of another. */
  private Optional<String> withoutDecision(Set<Figure> uncompared) {
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
          return Optional.of("no row of " + system + " could be decided for " + side.name());
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isDecided(ComparedRow row) {
    return row.verdict() != Verdict.UNKNOWN;
  }
}
