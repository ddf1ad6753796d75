package plumbline.record;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;
import plumbline.result.Histograms;

/**
 * Watches for pauses that hit the whole JVM: garbage collection, a busy machine, a hypervisor that
 * takes the processor away. A thread that only sleeps notes how much later than usual it wakes. The
 * idea is Gil Tene's jHiccup: what delays a thread that does nothing would delay an operation as
 * well.
 *
 * <p>Each pause counts once, however long it is, as it delays an operation in flight once: so
 * numbers of pauses can be compared with numbers of operations. The shortest sleep ever seen, but
 * no less than what was asked for, is the timer's own and is taken off.
 */
final class PauseMonitor {
  private static final Duration SLEEP = Duration.ofMillis(1);

  private final SingleWriterRecorder recorder =
      new SingleWriterRecorder(1, Histograms.HIGHEST.toNanos(), Histograms.DIGITS);
  private long shortest = Long.MAX_VALUE;
  private final Thread thread = new Thread(this::watch, "pause-monitor");

  /** Starts watching. It goes on until the JVM ends. */
  PauseMonitor() {
    thread.setDaemon(true);
    thread.start();
  }

  /** What was seen since the last call: excess sleep in nanoseconds. */
  Histogram take() {
    Histogram taken = Histograms.create();
    taken.add(recorder.getIntervalHistogram());
    return taken;
  }

  private void watch() {
    while (true) {
      long before = System.nanoTime();
      LockSupport.parkNanos(SLEEP.toNanos());
      recorder.recordValue(excess(System.nanoTime() - before));
    }
  }

  /** By how much a sleep was longer than the shortest one so far, up to the histogram's range. */
  private long excess(long slept) {
    // A sleep may end early for no reason, which says nothing about the timer.
    shortest = Math.min(shortest, Math.max(slept, SLEEP.toNanos()));
    return Math.max(0, Math.min(Histograms.HIGHEST.toNanos(), slept - shortest));
  }
}
