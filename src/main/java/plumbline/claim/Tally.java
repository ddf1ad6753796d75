package plumbline.claim;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Rounds counted by their position, and what follows from the counts.
 *
 * @param inside rounds within the bounds
 * @param below rounds below the lower bound
 * @param above rounds above the upper bound
 * @param open rounds whose position is not trustworthy
 * @param pauses what makes the open ones open
 */
record Tally(int inside, int below, int above, int open, Ground.PlatformPauses pauses) {

  /**
   * Counts rounds.
   *
   * @param positions one for each round
   * @param figures in the same order
   * @param pauses the longest pause, in microseconds; empty if some were not watched
   */
  static Tally of(
      Bounds bounds, List<Position> positions, List<Double> figures, Optional<Double> pauses) {
    int above = 0;
    for (int i = 0; i < positions.size(); i++) {
      if (positions.get(i) == Position.OUTSIDE && bounds.isExceededBy(figures.get(i))) {
        above++;
      }
    }
    return new Tally(
        Collections.frequency(positions, Position.INSIDE),
        Collections.frequency(positions, Position.OUTSIDE) - above,
        above,
        Collections.frequency(positions, Position.OPEN),
        new Ground.PlatformPauses(pauses.map(OptionalDouble::of).orElse(OptionalDouble.empty())));
  }

  int rounds() {
    return inside + below + above + open;
  }

  double p() {
    return SignTest.p(rounds(), Math.max(inside, onOneSide()));
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
    if (obstacle.isEmpty() && SignTest.decides(rounds(), inside)) {
      return Outcome.HOLDS;
    }
    if (obstacle.isEmpty() && SignTest.decides(rounds(), onOneSide())) {
      return Outcome.REFUTED;
    }
    return Outcome.UNDECIDED;
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
    boolean pausesDecide =
        SignTest.decides(rounds(), inside + open) || SignTest.decides(rounds(), onOneSide() + open);
    if (open > 0 && pausesDecide) {
      return pauses;
    }
    int outside = below + above;
    return onOneSide() < outside && inside < outside
        ? new Ground.RoundsScatter()
        : new Ground.Chance();
  }
}
