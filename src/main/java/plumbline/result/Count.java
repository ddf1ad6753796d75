package plumbline.result;

import java.util.Optional;

/**
 * What is counted in a round beside its histograms. Only operations of the measured time count,
 * also those that end after it. Times are in nanoseconds here and in seconds in {@code
 * results.csv}.
 */
public enum Count {
  /** Operations that the schedule of a paced load had in the measured time. */
  SCHEDULED(Metric.SCHEDULED),
  /** Operations that were sent. */
  STARTED(Metric.STARTED),
  /** Operations that ended with the right answer. */
  COMPLETED(Metric.COMPLETED),
  /** Operations that ended with an error. */
  FAILED(Metric.FAILED),
  /** Operations whose answer was wrong. */
  WRONG(Metric.WRONG),
  /** Messages that were sent and never arrived. */
  LOST(Metric.LOST),
  /** Messages that arrived once more. */
  DUPLICATED(Metric.DUPLICATED),
  /** Messages that arrived after one that was sent later. */
  REORDERED(Metric.REORDERED),
  /** The measured time: of a paced load, that of its schedule. */
  MEASURED_TIME(Metric.MEASURED_TIME),
  /**
   * Of a paced load: from the start of the schedule until the last answer, less the shortest
   * latency, which the last operation may take in any case; never less than the measured time.
   */
  COMPLETION_TIME(Metric.COMPLETION_TIME),
  /** Processor time of the fork, all its threads. */
  CLIENT_CPU_TIME(Metric.CLIENT_CPU_TIME),
  /** Processor time of the servers that take part. */
  SERVER_CPU_TIME(Metric.SERVER_CPU_TIME),
  /** Time in which the garbage collector of the fork was at work. */
  GC_TIME(Metric.GC_TIME);

  private static final double NANOS_PER_SECOND = 1e9;

  private final Metric metric;

  Count(Metric metric) {
    this.metric = metric;
  }

  /** The metric of {@code results.csv} that holds it. */
  public Metric metric() {
    return metric;
  }

  /** The name in files and in JMH's secondary results, such as {@code completed}. */
  public String text() {
    return metric.text();
  }

  /** The unit of {@link #inUnit}: {@code ops} or {@code s}. */
  public String unit() {
    return metric.unit();
  }

  /** A value as it stands in files. */
  public double inUnit(long value) {
    return isTime() ? value / NANOS_PER_SECOND : value;
  }

  /** Reads what {@link #inUnit} gave. */
  public long fromUnit(double value) {
    return Math.round(isTime() ? value * NANOS_PER_SECOND : value);
  }

  private boolean isTime() {
    return metric.unit().equals("s");
  }

  /** The count that a metric holds; empty for all others. */
  static Optional<Count> of(Metric metric) {
    for (Count count : values()) {
      if (count.metric == metric) {
        return Optional.of(count);
      }
    }
    return Optional.empty();
  }
}
