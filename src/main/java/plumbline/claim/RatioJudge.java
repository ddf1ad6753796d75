package plumbline.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import plumbline.result.Metric;
import plumbline.result.Regime;
import plumbline.result.Row;

/**
 * Judges the ratio of two series in the same rounds.
 *
 * <p>Pauses can make either of the two slower than it is. A ratio at or above a bound is
 * trustworthy if it stays there without the pause in the numerator, and one below if it stays there
 * without the pause in the denominator.
 */
final class RatioJudge {
  private final SeriesRounds numerator;
  private final SeriesRounds denominator;
  private final Metric metric;
  private final Bounds bounds;
  private boolean unwatched;
  private double longestPause;

  RatioJudge(SeriesRounds numerator, SeriesRounds denominator, Metric metric, Bounds bounds) {
    this.numerator = numerator;
    this.denominator = denominator;
    this.metric = metric;
    this.bounds = bounds;
  }

  Verdict verdict(Claim claim, String ending) {
    List<Double> ratios = new ArrayList<>();
    List<Position> positions = new ArrayList<>();
    List<String> sides = new ArrayList<>();
    List<Integer> common = numerator.with(metric);
    common.retainAll(denominator.with(metric));
    common.removeIf(round -> denominator.value(round, metric) == 0);
    for (int round : common) {
      double above = numerator.value(round, metric);
      double below = denominator.value(round, metric);
      Position position = position(round, above, below);
      ratios.add(above / below);
      positions.add(position);
      if (position == Position.OUTSIDE) {
        sides.add(bounds.beyond(above / below));
      }
    }
    Tally tally = Tally.of(positions, sides, pauses());
    Optional<String> obstacle = obstacle(common.size());
    MedianInterval figures = MedianInterval.of(ratios);
    Row above = numerator.conditions();
    Row below = denominator.conditions();
    Optional<Contrast> contrast =
        claim.isPaired()
            ? Optional.of(new Contrast(Contrast.names(claim), above, below))
            : Optional.empty();
    String operation = Regime.operation(numerator.series());
    return new Verdict(
        claim.id(),
        claim.statement(),
        contrast.isPresent() ? operation : both(operation, Regime.operation(denominator.series())),
        contrast.map(Contrast::brief).orElse(both(Regime.brief(above), Regime.brief(below))),
        contrast.map(Contrast::regime).orElse(both(Regime.full(above), Regime.full(below))),
        metric,
        bounds.text(metric.text() + " ratio"),
        tally.outcome(obstacle),
        tally.reason(obstacle) + ending,
        tally.inside(),
        tally.outside(),
        tally.rounds(),
        tally.p(),
        figures.median(),
        figures.low(),
        figures.high(),
        figures.text(),
        "x",
        claim.group().orElse("ratio"),
        contrast.map(Contrast::text));
  }

  /** What is above the line and what is below it. */
  static String both(String above, String below) {
    return above + " / " + below;
  }

  private Optional<String> obstacle(int pairs) {
    return of(numerator)
        .or(() -> of(denominator))
        .or(
            () ->
                pairs < SignTest.LEAST_ROUNDS
                    ? Optional.of(
                        "needs at least "
                            + SignTest.LEAST_ROUNDS
                            + " rounds in which both have a figure, has "
                            + pairs)
                    : Optional.empty());
  }

  private Optional<String> of(SeriesRounds side) {
    return side.obstacle(metric).map(reason -> Regime.operation(side.series()) + ": " + reason);
  }

  private Position position(int round, double above, double below) {
    for (Bound bound : bounds.upperFirst()) {
      if (!isTrusted(round, above, below, bound)) {
        return Position.OPEN;
      }
      if (!bound.admits(above / below)) {
        return Position.OUTSIDE;
      }
    }
    return Position.INSIDE;
  }

  private boolean isTrusted(int round, double above, double below, Bound bound) {
    if (metric.percentile().isEmpty()) {
      return true;
    }
    boolean reached = bound.isReachedBy(above / below);
    OptionalDouble pause =
        reached ? numerator.pause(round, metric) : denominator.pause(round, metric);
    if (pause.isEmpty()) {
      unwatched = true;
      return false;
    }
    double without =
        reached
            ? Math.max(0, above - pause.getAsDouble()) / below
            : above / Math.max(0, below - pause.getAsDouble());
    if (bound.isReachedBy(without) == reached) {
      return true;
    }
    longestPause = Math.max(longestPause, pause.getAsDouble());
    return false;
  }

  private String pauses() {
    return unwatched
        ? "platform pauses, which were not watched,"
        : "platform pauses of up to " + Human.figure(longestPause, "us") + " at " + metric.text();
  }
}
