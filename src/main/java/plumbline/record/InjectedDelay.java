package plumbline.record;

/**
 * A slowdown that was asked for, to see whether a comparison finds it: before each operation a
 * thread of this fork is busy for a known time, which counts as part of the operation. A run with
 * it says so in its notes.
 */
public final class InjectedDelay {
  /** System property of a fork: the delay in nanoseconds. */
  public static final String PROPERTY = "plumbline.injectedDelayNanos";

  /** A constant to the compiler, so that a fork without a delay does not even look. */
  private static final long NANOS = Long.getLong(PROPERTY, 0);

  private InjectedDelay() {}

  /** Keeps the thread busy for the delay, counted from a time. */
  static void after(long start) {
    if (NANOS > 0) {
      while (System.nanoTime() - start < NANOS) {
        Thread.onSpinWait();
      }
    }
  }
}
