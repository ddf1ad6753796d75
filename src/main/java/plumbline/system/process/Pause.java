package plumbline.system.process;

import plumbline.problem.CannotMeasureException;

/** Waits between two looks at something. */
public final class Pause {
  private Pause() {}

  /**
   * Waits.
   *
   * @param what is being done, for the message: {@code waiting for a server}
   * @throws CannotMeasureException if the run is interrupted meanwhile
   */
  public static void of(long millis, String what) {
    if (!unlessInterrupted(millis)) {
      throw new CannotMeasureException("interrupted while " + what);
    }
  }

  /** Waits; for what has to be done all the same, an interrupt only makes it shorter. */
  public static boolean unlessInterrupted(long millis) {
    try {
      Thread.sleep(millis);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
