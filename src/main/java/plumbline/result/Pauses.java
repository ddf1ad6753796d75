package plumbline.result;

import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * What the platform's pauses say about a latency at some percentile.
 *
 * <p>A thread that only sleeps wakes up late even on a quiet machine: the kernel lets timers slip
 * by 50 us, and waking takes its time. That usual lateness does not hit a thread that works, so it
 * is no pause: a pause is what goes beyond the median lateness of the round. Only where even the
 * median is {@link #USUAL_LIMIT_MICROS} or more is it taken for the stalls of a machine without
 * time.
 */
public final class Pauses {
  /** Up to this median, lateness is the usual one of a sleeping thread, in microseconds. */
  public static final double USUAL_LIMIT_MICROS = 1_000;

  /** How a row is marked that the platform explains. */
  private static final String MARK = "platform pauses: %s us at this percentile";

  private Pauses() {}

  /**
   * The pause at the percentile of a latency metric, in microseconds.
   *
   * @param metric a latency
   * @param lateness the recorded figure of a pause metric in microseconds, if there is one
   * @return 0 or more; where there are too few wake-ups for the percentile, that of the longest
   *     one; empty for a metric without a percentile and where pauses were not watched
   */
  public static OptionalDouble micros(Metric metric, Function<Metric, OptionalDouble> lateness) {
    if (metric.pauseAtSamePercentile().isEmpty()) {
      return OptionalDouble.empty();
    }
    OptionalDouble late = lateness.apply(metric.pauseAtSamePercentile().get());
    if (late.isEmpty()) {
      late = lateness.apply(Metric.PAUSE_MAX);
    }
    if (late.isEmpty()) {
      return OptionalDouble.empty();
    }
    double median = lateness.apply(Metric.PAUSE_P50).orElse(0);
    double usual = median < USUAL_LIMIT_MICROS ? median : 0;
    return OptionalDouble.of(Math.max(0, late.getAsDouble() - usual));
  }

  /** The mark of a row whose value does not exceed the pause; empty if it does. */
  static String mark(double micros, OptionalDouble pause) {
    return pause.isPresent() && pause.getAsDouble() >= micros
        ? String.format(java.util.Locale.ROOT, MARK, Numbers.plain(pause.getAsDouble()))
        : "";
  }

  /** Whether a row is marked as explained by the platform's pauses. */
  public static boolean isMarked(Row row) {
    return row.reason().startsWith(MARK.substring(0, MARK.indexOf('%')));
  }
}
