package plumbline.run;

import java.time.Duration;

/** Hears how a run goes on. Called by one thread. */
public interface RunListener {
  /** Something that the user should know while waiting: one line. */
  void status(String line);

  /**
   * A fork is about to start.
   *
   * @param what the series and the round, in words
   * @param done share of the planned time that is over, 0 to 1
   * @param remaining time left, as planned and corrected by what the run has taken so far
   */
  void step(String what, double done, Duration remaining);

  /** The last fork has ended. */
  void finished();

  /** Hears nothing. */
  static RunListener silent() {
    return new RunListener() {
      @Override
      public void status(String line) {}

      @Override
      public void step(String what, double done, Duration remaining) {}

      @Override
      public void finished() {}
    };
  }
}
