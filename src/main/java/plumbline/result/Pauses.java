package plumbline.result;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.HdrHistogram.Histogram;

/**
 * What the platform's pauses say about a latency at some percentile.
 *
 * <p>A pause delays each operation in flight once. So of the operations beyond a percentile, at
 * most as many can be due to pauses as there were pauses, and the pause that counts against a
 * percentile is the one that was reached as often as operations lie beyond it: with 20 operations
 * beyond p99, the 20th longest pause of the round, and none if there were fewer. Shares would not
 * do: pauses are watched a thousand times a second, operations may be a hundred or thirty thousand.
 *
 * <p>A thread that only sleeps wakes up late even on a quiet machine: the kernel lets timers slip
 * by 50 us, and waking takes its time. That usual lateness does not hit a thread that works, so a
 * pause is what goes beyond the median lateness of the round, of which at most {@link #USUAL_LIMIT}
 * is taken for usual.
 */
public final class Pauses {
  /** At most this much lateness is the usual one of a sleeping thread. */
  public static final Duration USUAL_LIMIT = Duration.ofNanos(250_000);

  /** How a row is marked that the platform explains. */
  private static final String MARK = "platform pauses of %s us came as often";

  private Pauses() {}

  /**
   * The pause that counts against a percentile, in microseconds.
   *
   * @param lateness of a sleeping thread's wake-ups, in nanoseconds
   * @param percentile in percent, 0 to 100, where 100 is the maximum
   * @param operations the number of operations that the percentile is of
   * @return 0 or more; 0 if fewer pauses were seen than operations lie beyond the percentile
   */
  static double micros(Histogram lateness, double percentile, long operations) {
    long beyond = Math.max(1, (long) Math.ceil(operations * (100.0 - percentile) / 100.0));
    long seen = lateness.getTotalCount();
    if (beyond > seen) {
      return 0;
    }
    double rank = 100.0 * (seen - beyond + 1) / seen;
    long usual = Math.min(USUAL_LIMIT.toNanos(), lateness.getValueAtPercentile(50));
    long pause = Math.max(0, lateness.getValueAtPercentile(rank) - usual);
    return Numbers.micros((double) pause);
  }

  /**
   * The pause that counts against a latency metric, in microseconds.
   *
   * @param metric a latency
   * @param figures the recorded figure of a pause metric, if there is one
   * @return empty for a metric without a percentile and where pauses were not watched
   */
  public static OptionalDouble micros(Metric metric, Function<Metric, OptionalDouble> figures) {
    Optional<Metric> pause = metric.pauseAtSamePercentile();
    return pause.isPresent() ? figures.apply(pause.get()) : OptionalDouble.empty();
  }

  /** The mark of a row whose value does not exceed the pause; empty if it does. */
  static String mark(double micros, OptionalDouble pause) {
    return pause.isPresent() && pause.getAsDouble() >= micros
        ? String.format(Locale.ROOT, MARK, Numbers.plain(pause.getAsDouble()))
        : "";
  }

  /** Whether a row is marked as explained by the platform's pauses. */
  public static boolean isMarked(Row row) {
    return row.reason().startsWith(MARK.substring(0, MARK.indexOf('%')));
  }
}
