package plumbline.result;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/**
 * What one series gave in one round.
 *
 * @param series what was measured
 * @param number the round, 1 and up
 * @param histograms in nanoseconds; empty if the round failed before any
 * @param counts what was counted
 * @param throughput operations per second over the measured time; NaN if unknown
 * @param reported latencies that a native tool told, in microseconds by metric; else empty
 * @param fault why the round is not valid; empty if it is valid
 */
public record Round(
    Series series,
    int number,
    Map<HistogramKind, Histogram> histograms,
    Counts counts,
    double throughput,
    Map<Metric, Double> reported,
    Optional<Fault> fault) {

  public Round {
    Map<Metric, Double> figures = new EnumMap<>(Metric.class);
    figures.putAll(reported);
    reported = Collections.unmodifiableMap(figures);
    if (!(histograms instanceof LazyHistograms)) {
      Map<HistogramKind, Histogram> copy = new EnumMap<>(HistogramKind.class);
      copy.putAll(histograms);
      histograms = Collections.unmodifiableMap(copy);
    }
  }

  /** A round of this program, which measures latencies itself. */
  public Round(
      Series series,
      int number,
      Map<HistogramKind, Histogram> histograms,
      Counts counts,
      double throughput,
      Optional<Fault> fault) {
    this(series, number, histograms, counts, throughput, Map.of(), fault);
  }

  /** Operation latencies in nanoseconds; empty if the round failed before any. */
  public Optional<Histogram> latencies() {
    return histogram(HistogramKind.LATENCY);
  }

  /** Excess sleep of an idle thread in the same JVM, in nanoseconds. */
  public Optional<Histogram> pauses() {
    return histogram(HistogramKind.PAUSES);
  }

  /** The histogram of a kind, in nanoseconds, if there is one. */
  public Optional<Histogram> histogram(HistogramKind kind) {
    return Optional.ofNullable(histograms.get(kind));
  }

  /** Operations that completed: as counted, else as many as have a latency. */
  public long operations() {
    return counts
        .get(Count.COMPLETED)
        .orElseGet(() -> latencies().map(Histogram::getTotalCount).orElse(0L));
  }

  /** The same round, as it was judged. */
  public Round with(Optional<Fault> other) {
    return new Round(series, number, histograms, counts, throughput, reported, other);
  }

  /** Whether the figures may be used. */
  public boolean isValid() {
    return fault.isEmpty();
  }

  /** What it was and what became of it, without what was recorded and counted. */
  public Round withoutFigures() {
    return new Round(series, number, Map.of(), Counts.none(), Double.NaN, fault);
  }
}
