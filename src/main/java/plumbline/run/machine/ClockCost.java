package plumbline.run.machine;

import java.util.Locale;
import java.util.function.LongSupplier;
import plumbline.system.check.Check;

/** How long one reading of a clock takes. Every operation is between two of them. */
final class ClockCost {
  private static final int READINGS = 100_000;
  private static final int ATTEMPTS = 10;

  /** The finest bound of the built-in claims. */
  private static final double FINEST_BOUND_NANOS = 1_000;

  private static final double LARGE = 0.10;

  private ClockCost() {}

  /** Of {@link System#nanoTime}, in nanoseconds: the best of several attempts. */
  static double ofNanoTime() {
    double best = Double.POSITIVE_INFINITY;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      best = Math.min(best, mean(System::nanoTime, READINGS));
    }
    return best;
  }

  /**
   * The mean over many readings in a row.
   *
   * @param clock in nanoseconds
   * @param readings how often to read it, at least 1
   */
  static double mean(LongSupplier clock, int readings) {
    long first = clock.getAsLong();
    long last = first;
    for (int reading = 0; reading < readings; reading++) {
      last = clock.getAsLong();
    }
    return (double) (last - first) / readings;
  }

  /** What it means. */
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
