package plumbline.load;

/**
 * Says when to send, at a fixed rate from a fixed start. The schedule is never moved: after a stall
 * the sends that are due go out at once, one after the other, until it is caught up with. So a
 * stall is charged to every operation that it delayed, if its latency counts from the intended time
 * (Gil Tene calls the opposite coordinated omission).
 *
 * <p>Parking gives the processor to the server, which may need it, but ends late by what the
 * kernel's timer and scheduler take. So the pacer parks until shortly before the intended time and
 * spins for the rest. How long that last stretch is follows what parking is seen to overshoot: it
 * grows by three steps when parking ended too late and shrinks by one when it did not, or when
 * there was no time to park, and so settles where three of four parks end in time (a stochastic
 * approximation of a quantile, after Robbins and Monro, 1951).
 *
 * <p>The stretch is never more than half of the time between two operations, or 5 us. On a machine
 * with few processors the generator would otherwise hold one of them all the time at a high rate,
 * and the server and the client's other threads would share what is left: what is late by that is
 * schedule lag, and reported as such. Where not even the shortest stretch leaves time to park, it
 * gives way instead of spinning.
 *
 * <p>Not thread-safe: one thread sends.
 */
public final class Pacer {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  /** The usual timer slack of Linux, 50 us, and waking up. */
  private static final long FIRST_STRETCH = 80_000;

  private static final long SHORTEST_STRETCH = 5_000;

  /** A machine that wakes up later than this is not to be cured by spinning on its processors. */
  private static final long LONGEST_STRETCH = 250_000;

  private static final long STEP = 1_000;
  private static final int LATE_STEPS = 3;

  private final PacerClock clock;
  private final int rate;
  private final long longest;
  private long start;
  private long next;
  private long stretch;
  private long spun;

  /** A schedule of so many operations per second, at least 1. */
  public Pacer(PacerClock clock, int rate) {
    if (rate < 1) {
      throw new IllegalArgumentException("the rate must be at least 1, not " + rate);
    }
    this.clock = clock;
    this.rate = rate;
    longest = Math.max(SHORTEST_STRETCH, Math.min(LONGEST_STRETCH, NANOS_PER_SECOND / rate / 2));
    stretch = Math.min(FIRST_STRETCH, longest);
  }

  /** Starts the schedule anew, at the nanoseconds returned: its first operation is due now. */
  public long begin() {
    start = clock.nanoTime();
    next = 0;
    spun = 0;
    return start;
  }

  /** When the next operation is due, in nanoseconds of the clock. */
  public long due() {
    // From the start each time: adding up a rounded interval would drift.
    return start + Math.multiplyExact(next, NANOS_PER_SECOND) / rate;
  }

  /**
   * Waits until the next operation is due; not at all if it was due before.
   *
   * @return when it was due: its intended send time, in nanoseconds of the clock
   */
  public long await() {
    long due = due();
    next++;
    long now = clock.nanoTime();
    boolean parks = due - now > stretch;
    while (due - now > stretch) {
      long wake = due - stretch;
      clock.park(wake - now);
      now = clock.nanoTime();
      if (now >= wake) {
        adapt(now - wake);
      }
    }
    if (!parks && now < due) {
      adapt(0);
    }
    long awake = now;
    while (now < due) {
      if (parks) {
        clock.spin();
      } else {
        clock.giveWay();
      }
      now = clock.nanoTime();
    }
    spun += now - awake;
    return due;
  }

  /**
   * For how long it has waited with its processor, in nanoseconds since the beginning: time that a
   * kernel counts as the thread's, and in which it did nothing.
   */
  public long spun() {
    return spun;
  }

  private void adapt(long overshoot) {
    long changed = overshoot > stretch ? stretch + LATE_STEPS * STEP : stretch - STEP;
    stretch = Math.max(SHORTEST_STRETCH, Math.min(longest, changed));
  }

  /**
   * How many operations are due before a time after the start.
   *
   * @param nanos since the start of the schedule
   */
  public long scheduledWithin(long nanos) {
    // The smallest n whose due time, n * 1e9 / rate rounded down, is not before it.
    return Math.floorDiv(
        Math.multiplyExact(nanos, (long) rate) + NANOS_PER_SECOND - 1, NANOS_PER_SECOND);
  }

  /** How long before a send it no longer parks at present, in nanoseconds. */
  long stretch() {
    return stretch;
  }
}
