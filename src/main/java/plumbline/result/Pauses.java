package plumbline.result;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import plumbline.load.Load;

/**
 * What the platform's pauses say about a latency at some percentile.
 *
 * <p>A pause delays each operation in flight once. So of the operations beyond a percentile, at
 * most as many can be due to pauses as there were pauses, and the pause that counts against a
 * percentile is the one that was reached as often as operations lie beyond it: with 20 operations
 * beyond p99, the 20th longest pause of the round, and none if there were fewer. Shares would not
 * do: pauses are watched a thousand times a second, operations may be a hundred or thirty thousand.
 *
 * <p>That is so for a load that sends the next operation when one has ended. A paced load goes on
 * sending: a pause of 10 ms at 5,000 operations a second delays fifty, the first by 10 ms and the
 * last hardly at all. There, the pause that counts against a percentile is the delay that as many
 * operations as lie beyond it would have had from the pauses alone, if they came evenly.
 *
 * <p>A thread that only sleeps wakes up late even on a quiet machine: the kernel lets timers slip
 * by 50 us, and waking takes its time. That usual lateness does not hit a thread that works, so a
 * pause is what goes beyond the median lateness of the round, of which at most {@link #USUAL_LIMIT}
 * is taken for usual.
 */
public final class Pauses {
  /** How often pauses are watched for: a thread sleeps for so long, again and again. */
  public static final Duration INTERVAL = Duration.ofMillis(1);

  /** At most this much lateness is the usual one of a sleeping thread. */
  public static final Duration USUAL_LIMIT = Duration.ofNanos(250_000);

  private Pauses() {}

  /**
   * The pause that counts against a percentile, in microseconds.
   *
   * @param round whose operations and load the percentile is of
   * @param lateness of a sleeping thread's wake-ups, in nanoseconds
   * @param percentile in percent, 0 to 100, where 100 is the maximum
   * @return 0 or more; 0 if fewer pauses were seen than operations lie beyond the percentile
   */
  static double micros(Round round, Histogram lateness, double percentile) {
    return delayMicros(round, lateness, usual(lateness), percentile);
  }

  /**
   * The same for operations that are not measured yet: of a load at a rate, whatever that is, and
   * else of operations that take as long as a sleep of the watch, one after another. For shorter
   * ones it is strict, as more of them go by between two pauses.
   *
   * @param lateness of a sleeping thread's wake-ups, in nanoseconds
   * @param load how operations are sent
   * @param percentile in percent, 0 to 100, where 100 is the maximum
   */
  public static double foreseenMicros(Histogram lateness, Load load, double percentile) {
    long wakeUps = lateness.getTotalCount();
    double watched = wakeUps * (INTERVAL.toNanos() + lateness.getMean());
    return Numbers.micros(
        load == Load.PACED
            ? delayOfMany(lateness, usual(lateness), watched * (100.0 - percentile) / 100.0)
            : delayOfOne(lateness, usual(lateness), beyond(wakeUps, percentile)));
  }

  private static long usual(Histogram lateness) {
    return Math.min(USUAL_LIMIT.toNanos(), lateness.getValueAtPercentile(50));
  }

  private static long beyond(long operations, double percentile) {
    return Math.max(1, (long) Math.ceil(operations * (100.0 - percentile) / 100.0));
  }

  /**
   * The delay that pauses give at a percentile, in microseconds.
   *
   * @param usual what is taken off each pause, in nanoseconds
   */
  static double delayMicros(Round round, Histogram pauses, long usual, double percentile) {
    long operations = round.latencies().map(Histogram::getTotalCount).orElse(0L);
    long beyond = beyond(operations, percentile);
    boolean paced = round.series().load() == Load.PACED && round.throughput() > 0;
    return Numbers.micros(
        paced
            ? delayOfMany(pauses, usual, beyond * Numbers.NANOS_PER_SECOND / round.throughput())
            : delayOfOne(pauses, usual, beyond));
  }

  /** Each pause delays one operation. */
  private static double delayOfOne(Histogram pauses, long usual, long beyond) {
    long seen = pauses.getTotalCount();
    if (beyond > seen) {
      return 0;
    }
    double rank = 100.0 * (seen - beyond + 1) / seen;
    return Math.max(0, pauses.getValueAtPercentile(rank) - usual);
  }

  /**
   * Operations come evenly, and each pause delays all that come in it.
   *
   * @param time in which as many operations come as lie beyond the percentile
   * @return the x for which the parts of the pauses that are longer than x add up to that time: who
   *     comes in them is delayed by at least x
   */
  private static double delayOfMany(Histogram pauses, long usual, double time) {
    List<double[]> rising = new ArrayList<>();
    for (HistogramIterationValue value : pauses.recordedValues()) {
      rising.add(
          new double[] {
            Math.max(0, value.getValueIteratedTo() - usual), value.getCountAtValueIteratedTo()
          });
    }
    double count = 0;
    double sum = 0;
    for (int i = rising.size() - 1; i >= 0; i--) {
      count += rising.get(i)[1];
      sum += rising.get(i)[0] * rising.get(i)[1];
      double x = (sum - time) / count;
      double shorter = i > 0 ? rising.get(i - 1)[0] : 0;
      if (x >= shorter) {
        return x;
      }
    }
    return 0;
  }

  /** Whether a row is marked as explained by the platform's pauses. */
  public static boolean isMarked(Row row) {
    return row.valid() && row.has(Warning.PLATFORM_PAUSES);
  }
}
