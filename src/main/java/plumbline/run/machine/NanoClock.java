package plumbline.run.machine;

import java.util.Locale;
import java.util.function.LongSupplier;
import plumbline.system.check.Check;

/**
 * What {@link System#nanoTime} is worth: every operation is between two of its readings, and a
 * bound finer than its steps cannot be judged with it.
 */
final class NanoClock {
  private static final int COST_READINGS = 100_000;
  private static final int ATTEMPTS = 10;

  /** Enough to see a clock that moves once in a millisecond move several times. */
  private static final int STEP_READINGS = 200_000;

  /** The finest bound of the built-in claims. */
  private static final double FINEST_BOUND_NANOS = 1_000;

  private static final double LARGE = 0.10;

  private NanoClock() {}

  /** What one reading takes, in nanoseconds: the best of several attempts. */
  static double cost() {
    double best = Double.POSITIVE_INFINITY;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      best = Math.min(best, mean(System::nanoTime, COST_READINGS));
    }
    return best;
  }

  /** The mean cost of many readings in a row, at least 1. */
  static double mean(LongSupplier clock, int readings) {
    long first = clock.getAsLong();
    long last = first;
    for (int reading = 0; reading < readings; reading++) {
      last = clock.getAsLong();
    }
    return (double) (last - first) / readings;
  }

  /** The smallest step that many readings in a row showed, in nanoseconds. */
  static long granularity() {
    return smallestStep(System::nanoTime, STEP_READINGS);
  }

  /** The smallest forward step in nanoseconds, with the cost of a reading; 0 if there was none. */
  static long smallestStep(LongSupplier clock, int readings) {
    long smallest = Long.MAX_VALUE;
    long previous = clock.getAsLong();
    for (int reading = 1; reading < readings; reading++) {
      long now = clock.getAsLong();
      long step = now - previous;
      if (step > 0 && step < smallest) {
        smallest = step;
      }
      previous = now;
    }
    return smallest == Long.MAX_VALUE ? 0 : smallest;
  }

  /** What the cost of a reading means. */
  static Check check(double nanos) {
    String detail =
        String.format(
            Locale.ROOT,
            "a reading takes %.0f ns, %.1f %% of 1 us, the finest bound of the built-in claims",
            nanos,
            100 * nanos / FINEST_BOUND_NANOS);
    return nanos > LARGE * FINEST_BOUND_NANOS
        ? Check.warning(
            "Clock cost",
            detail + "; it is measured along",
            "see the clock's source above; in a virtual machine the host decides")
        : Check.ok("Clock cost", detail);
  }
}
