package plumbline.claim;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import plumbline.result.Metric;

/**
 * Judges the ratio of two series in the same rounds.
 *
 * <p>A {@link Disturbance} can make either of the two slower than it is. A ratio at or above a
 * bound is trustworthy if it stays there without that of the numerator, and one below if it stays
 * there without that of the denominator.
 */
final class RatioJudge {
  private final SeriesRounds numerator;
  private final SeriesRounds denominator;
  private final Question question;
  private final Metric metric;
  private final Tally tally;

  RatioJudge(SeriesRounds numerator, SeriesRounds denominator, Question question) {
    this.numerator = numerator;
    this.denominator = denominator;
    this.question = question;
    this.metric = question.metric();
    this.tally = new Tally(question.bounds());
  }

  Verdict verdict() {
    List<Integer> common = numerator.with(metric);
    common.retainAll(denominator.with(metric));
    common.removeIf(round -> denominator.value(round, metric) == 0);
    for (int round : common) {
      double above = numerator.value(round, metric);
      double below = denominator.value(round, metric);
      tally.add(above / below, bound -> isTrusted(round, above, below, bound));
    }
    return question.verdict(
        List.of(numerator.subject(), denominator.subject()), obstacle(common.size()), tally);
  }

  private Optional<Ground> obstacle(int pairs) {
    return numerator
        .obstacle(metric, 0)
        .or(() -> denominator.obstacle(metric, 1))
        .or(
            () ->
                pairs < Tally.LEAST_ROUNDS
                    ? Optional.of(new Ground.TooFewPairs(Tally.LEAST_ROUNDS, pairs))
                    : Optional.empty());
  }

  private boolean isTrusted(int round, double above, double below, Bound bound) {
    if (metric.percentile().isEmpty()) {
      return true;
    }
    boolean reached = bound.isReachedBy(above / below);
    Disturbance disturbance =
        reached
            ? numerator.disturbance(round, metric, 0)
            : denominator.disturbance(round, metric, 1);
    OptionalDouble without = disturbance.without(reached ? above : below);
    if (without.isPresent()) {
      double ratio = reached ? without.getAsDouble() / below : above / without.getAsDouble();
      if (bound.isReachedBy(ratio) == reached) {
        return true;
      }
    }
    tally.leftOpenBy(disturbance);
    return false;
  }
}
