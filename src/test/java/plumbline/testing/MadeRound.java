package plumbline.testing;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import plumbline.result.Count;
import plumbline.result.Counts;
import plumbline.result.HistogramKind;
import plumbline.result.Histograms;
import plumbline.result.Round;
import plumbline.result.Series;
import plumbline.result.file.Faults;

/** One made-up round, in which tests change one thing. */
public final class MadeRound {
  public static final long MICRO = 1_000;
  public static final long MILLI = 1_000_000;
  public static final long SECOND = 1_000_000_000;

  /** Operations of {@link #paced()}. */
  public static final int OPERATIONS = 10_000;

  private final Series series;
  private final int number;
  private final Map<HistogramKind, Histogram> histograms = new EnumMap<>(HistogramKind.class);
  private final Map<Count, Long> counts = new EnumMap<>(Count.class);
  private double throughput = Double.NaN;
  private Optional<String> failure = Optional.empty();

  /** A round of which nothing is known. */
  public MadeRound(Series series, int number) {
    this.series = series;
    this.number = number;
  }

  /** A paced GET at 1,000 a second for ten seconds, settled and with nothing wrong. */
  public static MadeRound paced() {
    MadeRound round =
        new MadeRound(MadeSeries.paced("RedisPacedBenchmark.get", 1_000), 1)
            .with(HistogramKind.LATENCY, 100 * MICRO, OPERATIONS)
            .with(HistogramKind.EARLY, 100 * MICRO, OPERATIONS / 3)
            .with(HistogramKind.LATE, 100 * MICRO, OPERATIONS / 3)
            .with(HistogramKind.LAG, 2 * MICRO, OPERATIONS);
    for (Count count : Count.values()) {
      round.with(count, 0);
    }
    return round
        .with(Count.STARTED, OPERATIONS)
        .with(Count.COMPLETED, OPERATIONS)
        .with(Count.MEASURED_TIME, 10 * SECOND)
        .with(Count.COMPLETION_TIME, 10 * SECOND)
        .with(Count.CLIENT_CPU_TIME, 5 * SECOND);
  }

  /** Adds values to a histogram. */
  public MadeRound with(HistogramKind kind, long nanos, long times) {
    histograms.computeIfAbsent(kind, key -> Histograms.create()).recordValueWithCount(nanos, times);
    return this;
  }

  /** Sets a histogram. */
  public MadeRound with(HistogramKind kind, Histogram histogram) {
    histograms.put(kind, histogram);
    return this;
  }

  /** Empties a histogram. */
  public MadeRound without(HistogramKind kind) {
    histograms.remove(kind);
    return this;
  }

  /** Sets a count. */
  public MadeRound with(Count count, long value) {
    counts.put(count, value);
    return this;
  }

  /** Sets the operations per second; else they follow from the counts. */
  public MadeRound throughput(double perSecond) {
    throughput = perSecond;
    return this;
  }

  /** Makes the round invalid. */
  public MadeRound failed(String reason) {
    failure = Optional.of(reason);
    return this;
  }

  /** The round. */
  public Round build() {
    double perSecond =
        counts.containsKey(Count.COMPLETION_TIME) && Double.isNaN(throughput)
            ? counts.get(Count.COMPLETED) * (double) SECOND / counts.get(Count.COMPLETION_TIME)
            : throughput;
    return new Round(series, number, histograms, new Counts(counts), perSecond, Faults.of(failure));
  }
}
