package plumbline.result;

import java.util.Optional;

/**
 * What is counted in a round beside its histograms. Only operations of the measured time count,
 * also those that end after it. Times are in nanoseconds here and in seconds in {@code
 * results.csv}; memory is in bytes here and in MiB there.
 */
public enum Count {
  /** Operations that the schedule of a paced load had in the measured time. */
  SCHEDULED,
  /** Operations that were sent. */
  STARTED,
  /** Operations that ended with the right answer. */
  COMPLETED,
  /** Operations that ended with an error. */
  FAILED,
  /** Operations whose answer was wrong. */
  WRONG,
  /** Messages that were sent and never arrived. */
  LOST,
  /** Messages that arrived once more. */
  DUPLICATED,
  /** Messages that arrived after one that was sent later. */
  REORDERED,
  /**
   * Of a paced load: how many operations were due and had not ended, as the median over the sends
   * of the first third of the schedule; of several rounds the most of any.
   */
  BACKLOG_FIRST,
  /** The same of the last third: a load that is sustained has no more then. */
  BACKLOG_LAST,
  /** The measured time: of a paced load, that of its schedule. */
  MEASURED_TIME,
  /**
   * Of a paced load: from the start of the schedule until the last answer, less the shortest
   * latency, which the last operation may take in any case; never less than the measured time.
   */
  COMPLETION_TIME,
  /** Processor time of the fork, all its threads. */
  CLIENT_CPU_TIME,
  /** Processor time of the servers that take part. */
  SERVER_CPU_TIME,
  /** Processor time of that thread of the fork that took most, its compilers left out. */
  CLIENT_THREAD_TIME,
  /** Processor time of that thread of the server that took most. */
  SERVER_THREAD_TIME,
  /** Time in which the compiler of the fork was at work, all its threads added up. */
  COMPILE_TIME,
  /** Time for which the thread that measures waited for a processor although it could have run. */
  RUN_QUEUE_WAIT,
  /** Time that a hypervisor kept the processors, all together, from this machine. */
  STOLEN_TIME,
  /** Time that the fork took to warm up, before the measured time. */
  WARMUP_TIME,
  /** Time in which the garbage collector of the fork was at work. */
  GC_TIME,
  /**
   * The most memory that the fork has held since it started, heap and all else, as the kernel
   * counts it; of several rounds the most of any.
   */
  CLIENT_MEMORY;

  private static final double NANOS_PER_SECOND = 1e9;
  private static final double BYTES_PER_MEBIBYTE = 1 << 20;

  /** The metric of {@code results.csv} that holds it. */
  public Metric metric() {
    return Metric.valueOf(name());
  }

  /** The name in files and in JMH's secondary results, such as {@code completed}. */
  public String text() {
    return metric().text();
  }

  /** The unit of {@link #inUnit}: {@code ops}, {@code s} or {@code MiB}. */
  public String unit() {
    return metric().unit();
  }

  /** A value as it stands in files. */
  public double inUnit(long value) {
    return value / perUnit();
  }

  /** Reads what {@link #inUnit} gave. */
  public long fromUnit(double value) {
    return Math.round(value * perUnit());
  }

  private double perUnit() {
    return switch (metric().unit()) {
      case "s" -> NANOS_PER_SECOND;
      case "MiB" -> BYTES_PER_MEBIBYTE;
      default -> 1;
    };
  }

  /** What two parts come to: their sum, or of a peak the higher one. */
  long together(long one, long other) {
    return isPeak() ? Math.max(one, other) : Math.addExact(one, other);
  }

  /** Whether of several rounds it is the most of any, and no sum. */
  public boolean isPeak() {
    return this == CLIENT_MEMORY || this == BACKLOG_FIRST || this == BACKLOG_LAST;
  }

  /** The count that a metric holds; empty for all others. */
  public static Optional<Count> of(Metric metric) {
    return metric.family() == Metric.Family.COUNT
        ? Optional.of(valueOf(metric.name()))
        : Optional.empty();
  }
}
