package plumbline.claim;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import plumbline.result.Metric;

/**
 * Judges a band for one series and metric.
 *
 * <p>What disturbs only makes things slower. So a round below a bound is trustworthy, and one at or
 * above a bound is if it would be so without the {@link Disturbance} at that percentile. It is also
 * trustworthy if a lower percentile of the same round is, since a higher one cannot be smaller:
 * that every GET takes more than 1 us is known from the median, whatever stalls do to the 99th
 * percentile.
 */
final class BandJudge {
  private final SeriesRounds rounds;
  private final Question question;
  private final Metric metric;
  private final Tally tally;

  BandJudge(SeriesRounds rounds, Question question) {
    this.rounds = rounds;
    this.question = question;
    this.metric = question.metric();
    this.tally = new Tally(question.bounds());
  }

  Verdict verdict(long clockGranularityNanos) {
    for (int round : rounds.with(metric)) {
      double value = rounds.value(round, metric);
      tally.add(value, bound -> !bound.isReachedBy(value) || isTrusted(round, bound));
    }
    return question.verdict(
        List.of(rounds.subject()),
        rounds.obstacle(metric, 0).or(() -> clock(clockGranularityNanos)),
        tally);
  }

  private boolean isTrusted(int round, Bound bound) {
    if (metric.percentile().isEmpty()) {
      // Neither a mean nor a throughput has pauses at the same percentile to compare with.
      return true;
    }
    for (Metric lower : Metric.latencies()) {
      OptionalDouble value = rounds.figure(round, lower);
      if (lower.percentile().isPresent()
          && lower.percentile().getAsDouble() <= metric.percentile().getAsDouble()
          && value.isPresent()) {
        OptionalDouble without = rounds.disturbance(round, lower, 0).without(value.getAsDouble());
        if (without.isPresent() && bound.isReachedBy(without.getAsDouble())) {
          return true;
        }
      }
    }
    tally.leftOpenBy(rounds.disturbance(round, metric, 0));
    return false;
  }

  private Optional<Ground> clock(long granularityNanos) {
    return metric.isLatency()
        ? question
            .bounds()
            .finerThan(granularityNanos)
            .map(bound -> new Ground.ClockTooCoarse(bound.lower(), granularityNanos))
        : Optional.empty();
  }
}
