package plumbline.bench.shape;

import java.util.Arrays;

/**
 * What counters must answer when they are increased by 1 again and again: 1, 2, 3, if they did not
 * exist. For one thread at a time.
 */
public final class Counting {
  private final long[] last;

  /** One counter that did not exist. */
  public Counting() {
    this(1);
  }

  /** So many of a {@link KeySpace}. */
  Counting(int keys) {
    last = new long[keys];
    if (keys > 1) {
      Arrays.fill(last, KeySpace.FIRST_COUNT);
    }
  }

  /**
   * Checks an answer.
   *
   * @throws WrongAnswerException if it is not the one before + 1; the next is judged by this one
   */
  public void verify(long received) {
    verify(0, received);
  }

  /** The same of one counter among many. */
  void verify(int key, long received) {
    long before = last[key];
    last[key] = received;
    if (received != before + 1) {
      throw new WrongAnswerException("INCR gave " + received + " after " + before);
    }
  }
}
