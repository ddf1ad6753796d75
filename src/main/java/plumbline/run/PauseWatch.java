package plumbline.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.HdrHistogram.Histogram;
import plumbline.result.Histograms;

/**
 * Watches for a while how late a thread that only sleeps wakes up. What delays a thread that does
 * nothing delays an operation as well, so no claim can be decided below these pauses.
 *
 * <p>Counted like the pauses beside a benchmark: the shortest oversleep is the timer's own and is
 * taken off, and a long pause also stands for the wake-ups that it swallowed.
 */
final class PauseWatch {
  private static final long SLEEP_NANOS = Duration.ofMillis(1).toNanos();

  private final LongSupplier clock;
  private final LongConsumer sleeper;

  /** Watches this machine. */
  PauseWatch() {
    this(System::nanoTime, LockSupport::parkNanos);
  }

  /**
   * Watches with a given clock.
   *
   * @param clock in nanoseconds
   * @param sleeper sleeps so many nanoseconds, or longer
   */
  PauseWatch(LongSupplier clock, LongConsumer sleeper) {
    this.clock = clock;
    this.sleeper = sleeper;
  }

  /**
   * Watches.
   *
   * @param howLong at least two sleeps of a millisecond are made, however short this is
   * @return how much later than usual the thread woke up, in nanoseconds
   */
  Histogram watch(Duration howLong) {
    List<Long> sleeps = new ArrayList<>();
    long start = clock.getAsLong();
    long now = start;
    while (sleeps.size() < 2 || now - start < howLong.toNanos()) {
      sleeper.accept(SLEEP_NANOS);
      long woke = clock.getAsLong();
      sleeps.add(woke - now);
      now = woke;
    }
    long shortest = sleeps.stream().mapToLong(Long::longValue).min().orElseThrow();
    Histogram excess = Histograms.create();
    for (long sleep : sleeps) {
      long late = Math.min(Histograms.HIGHEST.toNanos(), sleep - shortest);
      excess.recordValueWithExpectedInterval(late, SLEEP_NANOS);
    }
    return excess;
  }
}
