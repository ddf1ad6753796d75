package plumbline.result;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import plumbline.input.Suggestion;

/**
 * What one row of {@code results.csv} holds. Latencies, pauses, service times and lags are in
 * microseconds, throughput in operations per second.
 */
public enum Metric {
  P50("p50", Family.LATENCY, 50.0),
  P90("p90", Family.LATENCY, 90.0),
  P99("p99", Family.LATENCY, 99.0),
  P99_9("p99.9", Family.LATENCY, 99.9),
  P99_99("p99.99", Family.LATENCY, 99.99),
  MAX("max", Family.LATENCY, 100.0),
  MEAN("mean", Family.LATENCY, Double.NaN),
  THROUGHPUT("throughput", Family.RATE, "ops/s"),
  /** Of a saturated load: bytes of payload, in units of 1,000,000, of completed operations. */
  THROUGHPUT_MB("throughput_mb", Family.RATE, "MB/s"),
  /** The platform's pause that was reached as often as operations lie beyond p50, see Pauses. */
  PAUSE_P50("pause_p50", Family.PAUSE, 50.0),
  PAUSE_P90("pause_p90", Family.PAUSE, 90.0),
  PAUSE_P99("pause_p99", Family.PAUSE, 99.0),
  PAUSE_P99_9("pause_p99.9", Family.PAUSE, 99.9),
  PAUSE_P99_99("pause_p99.99", Family.PAUSE, 99.99),
  PAUSE_MAX("pause_max", Family.PAUSE, 100.0),
  /** Of a paced load, whose latency is response time: from the actual send to the answer. */
  SERVICE_P50("service_p50", Family.SERVICE, 50.0),
  SERVICE_P90("service_p90", Family.SERVICE, 90.0),
  SERVICE_P99("service_p99", Family.SERVICE, 99.0),
  SERVICE_P99_9("service_p99.9", Family.SERVICE, 99.9),
  SERVICE_P99_99("service_p99.99", Family.SERVICE, 99.99),
  SERVICE_MAX("service_max", Family.SERVICE, 100.0),
  SERVICE_MEAN("service_mean", Family.SERVICE, Double.NaN),
  /** Of a paced load: by how much sends were later than intended. */
  LAG_P50("lag_p50", Family.LAG, 50.0),
  LAG_P99("lag_p99", Family.LAG, 99.0),
  LAG_MAX("lag_max", Family.LAG, 100.0),
  /** Of a round trip: what the acknowledgement took longer than the record, beyond the latency. */
  ACK_GAP_P50("ack_gap_p50", Family.ACK_GAP, 50.0),
  ACK_GAP_P99("ack_gap_p99", Family.ACK_GAP, 99.0),
  ACK_GAP_MAX("ack_gap_max", Family.ACK_GAP, 100.0),
  /** Of a paced load: the throughput in percent of the target rate. */
  RATE_ACHIEVED("rate_achieved", Family.RATE, "%"),
  /** Processor time of the client and of the servers, per completed operation. */
  CLIENT_CPU("client_cpu", Family.COST, "us/op"),
  SERVER_CPU("server_cpu", Family.COST, "us/op"),
  /** See {@link Count} for this and what follows. */
  SCHEDULED("scheduled", Family.COUNT, "ops"),
  STARTED("started", Family.COUNT, "ops"),
  COMPLETED("completed", Family.COUNT, "ops"),
  FAILED("failed", Family.COUNT, "ops"),
  WRONG("wrong", Family.COUNT, "ops"),
  LOST("lost", Family.COUNT, "ops"),
  DUPLICATED("duplicated", Family.COUNT, "ops"),
  REORDERED("reordered", Family.COUNT, "ops"),
  BACKLOG_FIRST("backlog_first", Family.COUNT, "ops"),
  BACKLOG_LAST("backlog_last", Family.COUNT, "ops"),
  MEASURED_TIME("measured_time", Family.COUNT, "s"),
  COMPLETION_TIME("completion_time", Family.COUNT, "s"),
  CLIENT_CPU_TIME("client_cpu_time", Family.COUNT, "s"),
  SERVER_CPU_TIME("server_cpu_time", Family.COUNT, "s"),
  CLIENT_THREAD_TIME("client_thread_time", Family.COUNT, "s"),
  SERVER_THREAD_TIME("server_thread_time", Family.COUNT, "s"),
  COMPILE_TIME("compile_time", Family.COUNT, "s"),
  RUN_QUEUE_WAIT("run_queue_wait", Family.COUNT, "s"),
  STOLEN_TIME("stolen_time", Family.COUNT, "s"),
  WARMUP_TIME("warmup_time", Family.COUNT, "s"),
  GC_TIME("gc_time", Family.COUNT, "s"),
  CLIENT_MEMORY("client_memory", Family.COUNT, "MiB"),
  /** A round that gave no valid result; the row has no value, only a reason. */
  FAILURE("failure", Family.NONE, "");

  /** Metrics that are read from the same place. */
  public enum Family {
    /** Of the operation: service time, or response time of a paced load. */
    LATENCY,
    /** Of the platform. */
    PAUSE,
    /** Service time beside a response time. */
    SERVICE,
    /** Schedule lag of the pacer. */
    LAG,
    /** From the record to the acknowledgement, after the latency. */
    ACK_GAP,
    /** Operations over time. */
    RATE,
    /** Processor time over operations. */
    COST,
    /** A {@link Count}. */
    COUNT,
    /** No figure. */
    NONE
  }

  /** A percentile is written only if at least this many samples lie beyond it. */
  public static final int SAMPLES_BEYOND = 10;

  private final String text;
  private final Family family;
  private final String unit;
  private final double percentile;

  Metric(String text, Family family, double percentile) {
    this.text = text;
    this.family = family;
    this.unit = "us";
    this.percentile = percentile;
  }

  Metric(String text, Family family, String unit) {
    this.text = text;
    this.family = family;
    this.unit = unit;
    this.percentile = Double.NaN;
  }

  /** The name in files and on the command line, such as {@code p99.9}. */
  @JsonValue
  public String text() {
    return text;
  }

  /** What it is read from. */
  public Family family() {
    return family;
  }

  /** The unit of the value, such as {@code us} or {@code ops/s}; a failure has none. */
  public String unit() {
    return unit;
  }

  /** The percentile in percent, 0 to 100 (100 for the maximum); empty if this is none. */
  public OptionalDouble percentile() {
    return Double.isNaN(percentile) ? OptionalDouble.empty() : OptionalDouble.of(percentile);
  }

  /** Whether this describes the platform's pauses and not the operation. */
  public boolean isPause() {
    return family == Family.PAUSE;
  }

  /** Whether this is a latency of the operation: a percentile, the maximum or the mean. */
  public boolean isLatency() {
    return family == Family.LATENCY;
  }

  /** Whether claims, comparisons and histories can be about it: a latency or the throughput. */
  public boolean isResult() {
    return isLatency() || this == THROUGHPUT;
  }

  /** The names of those that are. */
  public static List<String> results() {
    return Arrays.stream(values()).filter(Metric::isResult).map(Metric::text).toList();
  }

  /** Whether a smaller value is the better one. */
  public boolean lowerIsBetter() {
    return family != Family.RATE;
  }

  /** The pauses at the same percentile as this latency; empty for all that is no percentile. */
  public Optional<Metric> pauseAtSamePercentile() {
    if (!isLatency() || Double.isNaN(percentile)) {
      return Optional.empty();
    }
    return Optional.of(valueOf("PAUSE_" + name()));
  }

  /** How many samples it takes to state this percentile; the maximum and the mean need one. */
  public long samplesNeeded() {
    if (Double.isNaN(percentile) || percentile >= 100.0) {
      return 1;
    }
    // In hundredths of a percent, so that 99.9 of 10,000 leaves exactly 10.
    long beyond = Math.round((100.0 - percentile) * 100.0);
    return (SAMPLES_BEYOND * 10_000L + beyond - 1) / beyond;
  }

  /** Whether so many samples are enough to state this percentile. */
  public boolean isSupportedBy(long samples) {
    return samples >= samplesNeeded();
  }

  /** The latency metrics in the order of the file. */
  public static List<Metric> latencies() {
    return of(Family.LATENCY);
  }

  private static final Map<String, Metric> BY_TEXT =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Metric::text, metric -> metric));

  private static final Map<Family, List<Metric>> BY_FAMILY =
      Arrays.stream(values())
          .collect(
              Collectors.groupingBy(
                  metric -> metric.family,
                  () -> new EnumMap<>(Family.class),
                  Collectors.toUnmodifiableList()));

  /** The metrics of a family in the order of the file. */
  public static List<Metric> of(Family family) {
    return BY_FAMILY.get(family);
  }

  /**
   * Reads what {@link #text()} wrote.
   *
   * @return the metric, or nothing if the name is unknown
   */
  public static Optional<Metric> of(String text) {
    return Optional.ofNullable(BY_TEXT.get(text));
  }

  /**
   * Reads the name of a {@link #isResult() result}.
   *
   * @throws IllegalArgumentException if the name is unknown; the message lists those there are
   */
  @JsonCreator
  static Metric named(String name) {
    return of(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no metric '" + name + "'; " + Suggestion.known(name, results())));
  }
}
