package plumbline.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import plumbline.statistics.SignTest;

/**
 * Rounds counted by where they lie, and what follows from the counts by the exact one-sided sign
 * test: how probable it is that at least so many of the rounds fall on one side if either side is
 * equally likely. It assumes nothing about the distribution.
 */
final class Tally {
  /** The fewest rounds that can decide. */
  static final int LEAST_ROUNDS = 5;

  /** At or below this, chance is ruled out. With 5 rounds it takes all 5: p = 0.03125. */
  private static final double LEVEL = 0.05;

  private final Bounds bounds;
  private final List<Double> figures = new ArrayList<>();
  private int inside;
  private int below;
  private int above;
  private int open;
  private boolean unwatched;
  private Optional<Ground.ClientsShare> client = Optional.empty();
  private double longestPause;

  Tally(Bounds bounds) {
    this.bounds = bounds;
  }

  /**
   * Counts a round.
   *
   * @param isTrusted whether no disturbance brought the figure to its side of a bound
   */
  void add(double figure, Predicate<Bound> isTrusted) {
    figures.add(figure);
    // The upper bound first: what is certainly above it need not be certain about the lower one.
    for (Bound bound : bounds.upperFirst()) {
      if (!isTrusted.test(bound)) {
        open++;
        return;
      }
      if (!bound.admits(figure)) {
        below += bound.lower() ? 1 : 0;
        above += bound.lower() ? 0 : 1;
        return;
      }
    }
    inside++;
  }

  /** What leaves a round open. */
  void leftOpenBy(Disturbance disturbance) {
    if (disturbance.client().isPresent()) {
      client = client.or(disturbance::client);
      return;
    }
    unwatched |= disturbance.micros().isEmpty();
    longestPause = Math.max(longestPause, disturbance.micros().orElse(0));
  }

  int inside() {
    return inside;
  }

  int below() {
    return below;
  }

  int above() {
    return above;
  }

  int open() {
    return open;
  }

  double[] figures() {
    return figures.stream().mapToDouble(Double::doubleValue).toArray();
  }

  double p() {
    return SignTest.p(figures.size(), Math.max(inside, onOneSide()));
  }

  static boolean decides(int rounds, int successes) {
    return rounds >= LEAST_ROUNDS && SignTest.p(rounds, successes) <= LEVEL;
  }

  private boolean decides(int successes) {
    return decides(figures.size(), successes);
  }

  /**
   * Rounds on the one side of the bounds that has more of them. Rounds on both sides do not add up
   * to a refutation: they say that the figure scatters, not where it is.
   */
  private int onOneSide() {
    return Math.max(below, above);
  }

  /**
   * The verdict.
   *
   * @param obstacle what keeps it undecided, whatever the counts are
   */
  Outcome outcome(Optional<Ground> obstacle) {
    if (obstacle.isPresent()) {
      return Outcome.UNDECIDED;
    }
    return decides(inside)
        ? Outcome.HOLDS
        : decides(onOneSide()) ? Outcome.REFUTED : Outcome.UNDECIDED;
  }

  /** Why the verdict is what it is, without an obstacle. */
  Ground ground() {
    return switch (outcome(Optional.empty())) {
      case HOLDS -> new Ground.RoundsInside();
      case REFUTED -> new Ground.RoundsOutside();
      case UNDECIDED -> undecided();
    };
  }

  private Ground undecided() {
    if (open > 0 && (decides(inside + open) || decides(onOneSide() + open))) {
      return client.isPresent()
          ? client.get()
          : new Ground.PlatformPauses(
              unwatched ? OptionalDouble.empty() : OptionalDouble.of(longestPause));
    }
    int outside = below + above;
    return onOneSide() < outside && inside < outside
        ? new Ground.RoundsScatter()
        : new Ground.Chance();
  }
}
