package plumbline.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import plumbline.result.Metric;
import plumbline.result.Regime;
import plumbline.result.Row;

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
  private final Metric metric;
  private final Bounds bounds;
  private boolean unwatched;
  private double longestPause;

  BandJudge(SeriesRounds rounds, Metric metric, Bounds bounds) {
    this.rounds = rounds;
    this.metric = metric;
    this.bounds = bounds;
  }

  Verdict verdict(Claim claim, long clockGranularityNanos, String ending) {
    List<Double> values = new ArrayList<>();
    List<Position> positions = new ArrayList<>();
    List<String> sides = new ArrayList<>();
    for (int round : rounds.with(metric)) {
      double value = rounds.value(round, metric);
      Position position = position(round, value);
      values.add(value);
      positions.add(position);
      if (position == Position.OUTSIDE) {
        sides.add(bounds.beyond(value));
      }
    }
    Tally tally = Tally.of(positions, sides, pauses());
    Optional<String> obstacle = rounds.obstacle(metric).or(() -> clock(clockGranularityNanos));
    MedianInterval figures = MedianInterval.range(values);
    Row row = rounds.conditions();
    return new Verdict(
        claim.id(),
        claim.statement(),
        Regime.operation(rounds.series()),
        Regime.brief(row),
        Regime.full(row),
        metric,
        bounds.text(metric.text()),
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
        metric.unit(),
        claim.group().orElse(rounds.series().system()),
        Optional.empty());
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

  private String pauses() {
    return unwatched
        ? "platform pauses, which were not watched,"
        : "platform pauses of up to " + Human.figure(longestPause, "us") + " at " + metric.text();
  }

  private Optional<String> clock(long granularityNanos) {
    return metric.isLatency() ? finerThanClock(bounds, granularityNanos) : Optional.empty();
  }

  /** Why latencies cannot be judged with a clock; empty if they can. */
  static Optional<String> finerThanClock(Bounds bounds, long granularityNanos) {
    return bounds.upperFirst().stream()
        .filter(bound -> bound.quantity().nanos() < granularityNanos)
        .findFirst()
        .map(
            bound ->
                "the bound "
                    + bound.quantity().text()
                    + " is finer than the clock, whose smallest step is "
                    + granularityNanos
                    + " ns");
  }
}
