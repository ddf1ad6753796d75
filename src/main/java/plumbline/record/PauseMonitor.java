package plumbline.record;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;
import plumbline.result.Histograms;
import plumbline.result.Pauses;

/**
 * Watches for pauses that hit the whole JVM: garbage collection, a busy machine, a hypervisor that
 * takes the processor away. A thread that only sleeps notes how much later than usual it wakes. The
 * idea is Gil Tene's jHiccup: what delays a thread that does nothing would delay an operation as
 * well.
 *
 * <p>One wake-up is one count, however late it is, beside a benchmark and for {@code doctor} alike.
 * A pause that stood for the wake-ups that it swallowed as well would count delays of operations
 * that nobody had sent; how many operations it delays depends on their load, and {@link Pauses}
 * says that. The shortest sleep ever seen, but no less than what was asked for, is the timer's own
 * and is taken off.
 */
public final class PauseMonitor {
  private static final long SLEEP = Pauses.INTERVAL.toNanos();

  /** Sleeps that only find the shortest one, as those during the warm-up of a fork do. */
  private static final int WARM_UP = 50;

  private final LongSupplier clock;
  private final LongConsumer sleeper;
  private final SingleWriterRecorder recorder =
      new SingleWriterRecorder(1, Histograms.HIGHEST.toNanos(), Histograms.DIGITS);
  private long shortest = Long.MAX_VALUE;

  /** Watches with a given clock and sleeper, both in nanoseconds; a sleep may be longer. */
  PauseMonitor(LongSupplier clock, LongConsumer sleeper) {
    this.clock = clock;
    this.sleeper = sleeper;
  }

  /** Starts watching in a thread of its own. It goes on until the JVM ends. */
  static PauseMonitor start() {
    PauseMonitor monitor = new PauseMonitor(System::nanoTime, LockSupport::parkNanos);
    Thread thread = new Thread(monitor::watch, "pause-monitor");
    thread.setDaemon(true);
    thread.start();
    return monitor;
  }

  /**
   * Watches this machine for a while.
   *
   * @param howLong beside a short warm-up; one sleep of a millisecond is made, however short it is
   * @return how much later than usual this thread woke up, in nanoseconds
   */
  public static Histogram watch(Duration howLong) {
    return new PauseMonitor(System::nanoTime, LockSupport::parkNanos).watchFor(howLong);
  }

  Histogram watchFor(Duration howLong) {
    for (int i = 0; i < WARM_UP; i++) {
      sleep();
    }
    take();
    long start = clock.getAsLong();
    do {
      sleep();
    } while (clock.getAsLong() - start < howLong.toNanos());
    return take();
  }

  /** What was seen since the last call: excess sleep in nanoseconds. */
  Histogram take() {
    Histogram taken = Histograms.create();
    taken.add(recorder.getIntervalHistogram());
    return taken;
  }

  private void watch() {
    while (true) {
      sleep();
    }
  }

  void sleep() {
    long before = clock.getAsLong();
    sleeper.accept(SLEEP);
    recorder.recordValue(excess(clock.getAsLong() - before));
  }

  /** By how much a sleep was longer than the shortest one so far, up to the histogram's range. */
  private long excess(long slept) {
    // A sleep may end early for no reason, which says nothing about the timer.
    shortest = Math.min(shortest, Math.max(slept, SLEEP));
    return Math.max(0, Math.min(Histograms.HIGHEST.toNanos(), slept - shortest));
  }
}
