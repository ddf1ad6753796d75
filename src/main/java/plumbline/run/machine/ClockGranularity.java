package plumbline.run.machine;

import java.util.function.LongSupplier;

/** How finely a clock tells the time: a bound finer than that cannot be judged with it. */
public final class ClockGranularity {
  /** Enough readings to see a clock that moves once in a millisecond move several times. */
  private static final int READINGS = 200_000;

  private ClockGranularity() {}

  /** The smallest step of {@link System#nanoTime} that many readings in a row showed, in ns. */
  public static long ofNanoTime() {
    return smallestStep(System::nanoTime, READINGS);
  }

  /**
   * The smallest forward step between two readings that follow each other. It includes the cost of
   * a reading, so it is an upper bound of what the clock resolves.
   *
   * @param clock the clock, in nanoseconds
   * @param readings how often to read it, at least 2
   * @return nanoseconds; 0 if the clock never moved forward
   */
  public static long smallestStep(LongSupplier clock, int readings) {
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
}
