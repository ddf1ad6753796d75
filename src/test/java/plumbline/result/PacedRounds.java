package plumbline.result;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import plumbline.load.Load;

/** Rounds of a paced GET at 1,000 a second for ten seconds, in which tests change one thing. */
final class PacedRounds {
  static final long MICRO = 1_000;
  static final long MILLI = 1_000_000;
  static final long SECOND = 1_000_000_000;
  static final int OPERATIONS = 10_000;

  static final Series GET =
      new Series(
          "RedisPacedBenchmark.get",
          new TreeMap<>(),
          "redis",
          "GET",
          Load.PACED,
          0,
          OptionalDouble.of(1_000),
          100);

  private final Map<HistogramKind, Histogram> histograms = new EnumMap<>(HistogramKind.class);
  private final Map<Count, Long> counts = new EnumMap<>(Count.class);

  PacedRounds() {
    with(HistogramKind.LATENCY, 100 * MICRO, OPERATIONS);
    with(HistogramKind.EARLY, 100 * MICRO, OPERATIONS / 3);
    with(HistogramKind.LATE, 100 * MICRO, OPERATIONS / 3);
    with(HistogramKind.LAG, 2 * MICRO, OPERATIONS);
    for (Count count : Count.values()) {
      counts.put(count, 0L);
    }
    counts.put(Count.STARTED, (long) OPERATIONS);
    counts.put(Count.COMPLETED, (long) OPERATIONS);
    counts.put(Count.MEASURED_TIME, 10 * SECOND);
    counts.put(Count.COMPLETION_TIME, 10 * SECOND);
    counts.put(Count.CLIENT_CPU_TIME, 5 * SECOND);
  }

  /** Adds values to a histogram. */
  PacedRounds with(HistogramKind kind, long nanos, long times) {
    histograms.computeIfAbsent(kind, key -> Histograms.create()).recordValueWithCount(nanos, times);
    return this;
  }

  /** Empties a histogram. */
  PacedRounds without(HistogramKind kind) {
    histograms.remove(kind);
    return this;
  }

  PacedRounds with(Count count, long value) {
    counts.put(count, value);
    return this;
  }

  Round build() {
    double seconds = counts.get(Count.COMPLETION_TIME) / 1e9;
    return new Round(
        GET,
        1,
        histograms,
        new Counts(counts),
        counts.get(Count.COMPLETED) / seconds,
        Optional.empty());
  }
}
