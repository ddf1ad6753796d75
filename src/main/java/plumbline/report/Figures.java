package plumbline.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.HdrHistogram.Histogram;
import plumbline.result.ControlIds;
import plumbline.result.Histograms;
import plumbline.result.Metric;
import plumbline.result.Numbers;
import plumbline.result.Pauses;
import plumbline.result.Round;
import plumbline.result.RunData;
import plumbline.result.Series;

/**
 * The figures of a run over all valid rounds, in microseconds and operations per second: the merged
 * rows of results.csv, or, where a run ended before these were written, what the histograms of its
 * rounds give.
 */
final class Figures {
  private final RunData data;
  private final Map<Series, Optional<Histogram>> latencies = new HashMap<>();
  private final Map<Series, Optional<Histogram>> pauses = new HashMap<>();

  Figures(RunData data) {
    this.data = data;
  }

  /** The figure of a metric; empty if nothing was measured or the samples are too few. */
  OptionalDouble value(Series series, Metric metric) {
    OptionalDouble merged = data.merged(series, metric);
    if (merged.isPresent()) {
      return merged;
    }
    if (metric == Metric.THROUGHPUT) {
      return validRounds(series).stream()
          .mapToDouble(Round::throughput)
          .filter(Double::isFinite)
          .average();
    }
    if (!metric.isPause() && !metric.isLatency()) {
      return OptionalDouble.empty();
    }
    Optional<Histogram> histogram = metric.isPause() ? pauses(series) : latencies(series);
    return histogram.isPresent() && metric.isSupportedBy(histogram.get().getTotalCount())
        ? OptionalDouble.of(Numbers.micros(Histograms.nanos(histogram.get(), metric)))
        : OptionalDouble.empty();
  }

  /** Whether the merged row says that the platform's pauses explain this latency. */
  boolean isOfThePlatform(Series series, Metric latency) {
    // The instrument's own cost is a mean over many operations, which no single pause explains.
    return !series.system().equals(ControlIds.INSTRUMENT)
        && data.mergedRow(series, latency).filter(Pauses::isMarked).isPresent();
  }

  /** All valid latencies of a series. */
  Optional<Histogram> latencies(Series series) {
    return latencies.computeIfAbsent(series, data::mergedLatencies);
  }

  /** All pauses during the valid rounds of a series. */
  Optional<Histogram> pauses(Series series) {
    return pauses.computeIfAbsent(
        series,
        key ->
            Histograms.merge(validRounds(key).stream().flatMap(round -> round.pauses().stream())));
  }

  List<Round> validRounds(Series series) {
    return data.rounds(series).stream().filter(Round::isValid).toList();
  }

  /** The time that one operation takes, in nanoseconds: the mean, else what the throughput says. */
  OptionalDouble costNanos(Series series) {
    OptionalDouble mean = value(series, Metric.MEAN);
    if (mean.isPresent()) {
      return OptionalDouble.of(mean.getAsDouble() * 1_000.0);
    }
    OptionalDouble rate = value(series, Metric.THROUGHPUT);
    return rate.isPresent() && rate.getAsDouble() > 0
        ? OptionalDouble.of(1e9 / rate.getAsDouble())
        : OptionalDouble.empty();
  }
}
