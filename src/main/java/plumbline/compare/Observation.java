package plumbline.compare;

import java.util.Locale;

/**
 * What a comparison takes for one observation. Rounds of one start of the servers share its memory
 * layout, its compiled code and its place on the processors, so they are not independent: two
 * starts of the same build can differ as two builds do.
 */
public enum Observation {
  /** A round. Enough to see a change, not to tell one of the code from one of the start. */
  ROUND,
  /** A start of the servers: the median of its rounds. */
  START;

  /**
   * Starts on each side from which on they are the observations: with fewer, there is no interval
   * of their median that covers 95 %.
   */
  public static final int LEAST_STARTS = 6;

  /**
   * Starts on each side with which a gate can decide every row of the plans that come along to be
   * compared, whether or not values are alike.
   */
  public static final int ENOUGH_STARTS = 10;

  /** The word in files, such as {@code round}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
