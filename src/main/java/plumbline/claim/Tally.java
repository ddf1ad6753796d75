package plumbline.claim;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import plumbline.result.Numbers;

/**
 * Rounds counted by their position, and what follows from the counts.
 *
 * @param inside rounds within the bounds
 * @param outside rounds outside
 * @param open rounds whose position is not trustworthy
 * @param sides where those outside lie: {@code below 1 ms}
 * @param pauses what to say about the open ones; empty if there are none
 */
record Tally(int inside, int outside, int open, List<String> sides, String pauses) {

  static Tally of(List<Position> positions, List<String> sides, String pauses) {
    return new Tally(
        Collections.frequency(positions, Position.INSIDE),
        Collections.frequency(positions, Position.OUTSIDE),
        Collections.frequency(positions, Position.OPEN),
        sides,
        pauses);
  }

  int rounds() {
    return inside + outside + open;
  }

  double p() {
    return SignTest.p(rounds(), Math.max(inside, onOneSide()));
  }

  /**
   * Rounds on the one side of the bounds that has more of them. Rounds on both sides do not add up
   * to a refutation: they say that the figure scatters, not where it is.
   */
  private int onOneSide() {
    return sides.stream().mapToInt(side -> Collections.frequency(sides, side)).max().orElse(0);
  }

  /**
   * The verdict.
   *
   * @param obstacle what keeps it undecided, whatever the counts are
   */
  Outcome outcome(Optional<String> obstacle) {
    if (obstacle.isEmpty() && SignTest.decides(rounds(), inside)) {
      return Outcome.HOLDS;
    }
    if (obstacle.isEmpty() && SignTest.decides(rounds(), onOneSide())) {
      return Outcome.REFUTED;
    }
    return Outcome.UNDECIDED;
  }

  /** Why the verdict is what it is. */
  String reason(Optional<String> obstacle) {
    if (obstacle.isPresent()) {
      return obstacle.get();
    }
    return switch (outcome(obstacle)) {
      case HOLDS -> inside + " of " + rounds() + " rounds inside";
      case REFUTED -> bySide();
      case UNDECIDED -> undecided();
    };
  }

  /** {@code 4 of 5 rounds below 1 ms}, or on both sides {@code 3 of 5 rounds …, 2 …}. */
  private String bySide() {
    Map<String, Integer> counts = new TreeMap<>();
    sides.forEach(side -> counts.merge(side, 1, Integer::sum));
    List<String> parts =
        counts.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .map(one -> one.getValue() + " " + one.getKey())
            .toList();
    return parts.get(0).replaceFirst(" ", " of " + rounds() + " rounds ")
        + parts.stream().skip(1).map(part -> ", " + part).collect(Collectors.joining());
  }

  private String undecided() {
    boolean pausesDecide =
        SignTest.decides(rounds(), inside + open) || SignTest.decides(rounds(), onOneSide() + open);
    if (open > 0 && pausesDecide) {
      return pauses + " leave " + open + " of " + rounds() + " rounds open";
    }
    if (onOneSide() < outside && inside < outside) {
      return bySide() + (inside > 0 ? ", " + inside + " inside" : "") + ": the rounds scatter";
    }
    int more = Math.max(inside, outside);
    return String.format(
        Locale.ROOT,
        "%d of %d rounds %s, which chance alone gives with p = %s",
        more,
        rounds(),
        inside >= outside ? "inside" : "outside",
        Numbers.plain(Math.round(p() * 100) / 100.0));
  }
}
