package plumbline.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * What one row of {@code results.csv} holds. Latencies and pauses are in microseconds, throughput
 * in operations per second.
 */
public enum Metric {
  P50("p50", "us", 50.0, false),
  P90("p90", "us", 90.0, false),
  P99("p99", "us", 99.0, false),
  P99_9("p99.9", "us", 99.9, false),
  P99_99("p99.99", "us", 99.99, false),
  MAX("max", "us", 100.0, false),
  MEAN("mean", "us", Double.NaN, false),
  THROUGHPUT("throughput", "ops/s", Double.NaN, false),
  /** The platform's pause that was reached as often as operations lie beyond p50, see Pauses. */
  PAUSE_P50("pause_p50", "us", 50.0, true),
  PAUSE_P90("pause_p90", "us", 90.0, true),
  PAUSE_P99("pause_p99", "us", 99.0, true),
  PAUSE_P99_9("pause_p99.9", "us", 99.9, true),
  PAUSE_P99_99("pause_p99.99", "us", 99.99, true),
  PAUSE_MAX("pause_max", "us", 100.0, true),
  /** A round that gave no valid result; the row has no value, only a reason. */
  FAILURE("failure", "", Double.NaN, false);

  /** A percentile is written only if at least this many samples lie beyond it. */
  public static final int SAMPLES_BEYOND = 10;

  private final String text;
  private final String unit;
  private final double percentile;
  private final boolean pause;

  Metric(String text, String unit, double percentile, boolean pause) {
    this.text = text;
    this.unit = unit;
    this.percentile = percentile;
    this.pause = pause;
  }

  /** The name in files and on the command line, such as {@code p99.9}. */
  public String text() {
    return text;
  }

  /** The unit of the value: {@code us}, {@code ops/s} or nothing. */
  public String unit() {
    return unit;
  }

  /** The percentile in percent, 0 to 100 (100 for the maximum); empty if this is none. */
  public OptionalDouble percentile() {
    return Double.isNaN(percentile) ? OptionalDouble.empty() : OptionalDouble.of(percentile);
  }

  /** Whether this describes the platform's pauses and not the operation. */
  public boolean isPause() {
    return pause;
  }

  /** Whether this is a latency of the operation: a percentile, the maximum or the mean. */
  public boolean isLatency() {
    return !pause && unit.equals("us");
  }

  /** Whether a smaller value is the better one. */
  public boolean lowerIsBetter() {
    return this != THROUGHPUT;
  }

  /** The pauses at the same percentile as this latency; empty for mean, throughput, failure. */
  public Optional<Metric> pauseAtSamePercentile() {
    if (pause || Double.isNaN(percentile)) {
      return Optional.empty();
    }
    return Optional.of(valueOf("PAUSE_" + name()));
  }

  /**
   * Whether so many samples are enough to state this percentile. The maximum and the mean need one.
   *
   * @param samples the number of recorded operations
   */
  public boolean isSupportedBy(long samples) {
    if (Double.isNaN(percentile) || percentile >= 100.0) {
      return samples > 0;
    }
    // In hundredths of a percent, so that 99.9 of 10,000 leaves exactly 10.
    long beyond = Math.round((100.0 - percentile) * 100.0);
    return Math.multiplyExact(samples, beyond) >= SAMPLES_BEYOND * 10_000L;
  }

  /** The latency metrics in the order of the file. */
  public static List<Metric> latencies() {
    return select(false);
  }

  /** The pause metrics in the order of the file. */
  public static List<Metric> pauses() {
    return select(true);
  }

  private static final Map<String, Metric> BY_TEXT =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Metric::text, metric -> metric));

  private static List<Metric> select(boolean pauses) {
    List<Metric> selected = new ArrayList<>();
    for (Metric metric : values()) {
      if (pauses ? metric.pause : metric.isLatency()) {
        selected.add(metric);
      }
    }
    return List.copyOf(selected);
  }

  /**
   * Reads what {@link #text()} wrote.
   *
   * @return the metric, or nothing if the name is unknown
   */
  public static Optional<Metric> of(String text) {
    return Optional.ofNullable(BY_TEXT.get(text));
  }
}
