package plumbline.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import plumbline.result.Metric;

/**
 * Judges a band for one series and metric.
 *
 * <p>Pauses of the platform only make things slower. So a round below a bound is trustworthy, and
 * one at or above a bound is if it would be so without the pause that counts against that
 * percentile, see {@link plumbline.result.Pauses}. It is also trustworthy if a lower percentile of
 * the same round is, since a higher one cannot be smaller: that every GET takes more than 1 us is
 * known from the median, whatever stalls do to the 99th percentile.
 */
final class BandJudge {
  private final SeriesRounds rounds;
  private final Question question;
  private final Metric metric;
  private final Bounds bounds;
  private boolean unwatched;
  private double longestPause;

  BandJudge(SeriesRounds rounds, Question question) {
    this.rounds = rounds;
    this.question = question;
    this.metric = question.metric();
    this.bounds = question.bounds();
  }

  Verdict verdict(long clockGranularityNanos) {
    List<Double> values = new ArrayList<>();
    List<Position> positions = new ArrayList<>();
    for (int round : rounds.with(metric)) {
      double value = rounds.value(round, metric);
      values.add(value);
      positions.add(position(round, value));
    }
    return question.verdict(
        List.of(rounds.subject()),
        rounds.obstacle(metric, 0).or(() -> clock(clockGranularityNanos)),
        Tally.of(bounds, positions, values, pauses()),
        MedianInterval.range(values));
  }

  private Position position(int round, double value) {
    // The upper bound first: what is certainly above it need not be certain about the lower one.
    for (Bound bound : bounds.upperFirst()) {
      if (bound.isReachedBy(value) && !isTrusted(round, bound)) {
        return Position.OPEN;
      }
      if (!bound.admits(value)) {
        return Position.OUTSIDE;
      }
    }
    return Position.INSIDE;
  }

  private boolean isTrusted(int round, Bound bound) {
    if (metric.percentile().isEmpty()) {
      // Neither a mean nor a throughput has pauses at the same percentile to compare with.
      return true;
    }
    for (Metric lower : Metric.latencies()) {
      OptionalDouble value = rounds.figure(round, lower);
      OptionalDouble pause = rounds.pause(round, lower);
      if (lower.percentile().isPresent()
          && lower.percentile().getAsDouble() <= metric.percentile().getAsDouble()
          && value.isPresent()
          && pause.isPresent()
          && bound.isReachedBy(Math.max(0, value.getAsDouble() - pause.getAsDouble()))) {
        return true;
      }
    }
    OptionalDouble pause = rounds.pause(round, metric);
    unwatched |= pause.isEmpty();
    longestPause = Math.max(longestPause, pause.orElse(0));
    return false;
  }

  private Optional<Double> pauses() {
    return unwatched ? Optional.empty() : Optional.of(longestPause);
  }

  private Optional<Ground> clock(long granularityNanos) {
    return metric.isLatency()
        ? finerThanClock(bounds, granularityNanos)
            .map(bound -> new Ground.ClockTooCoarse(bound.lower(), granularityNanos))
        : Optional.empty();
  }

  /** The bound that is finer than a clock; empty if none is. */
  static Optional<Bound> finerThanClock(Bounds bounds, long granularityNanos) {
    return bounds.upperFirst().stream()
        .filter(bound -> bound.quantity().nanos() < granularityNanos)
        .findFirst();
  }
}
