package plumbline.run;

import java.time.Duration;
import plumbline.result.Fault;
import plumbline.result.Round;
import plumbline.result.Search;
import plumbline.result.Series;

/** Hears how a run goes on. Called by one thread. */
public interface RunListener {
  /** Something that the user should know while waiting: one line. */
  void status(String line);

  /** A round of a series, in words, is not valid, and its run goes on. */
  void failed(String what, Fault fault);

  /** A round of a series is over and valid. */
  void measured(Round round);

  /**
   * A round of every benchmark is over.
   *
   * @param number of the round, from 1
   * @param rounds of the plan
   * @param remaining time left, as for a step
   */
  void roundCompleted(int number, int rounds, Duration remaining);

  /** A search for a saturation throughput has ended. */
  void searched(Series shape, Search search);

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
}
