package plumbline.bench.shape;

/**
 * What a counter that did not exist must answer when it is increased by 1 again and again: 1, 2, 3.
 * For one thread at a time.
 */
public final class Counting {
  private long last;

  /**
   * Checks an answer.
   *
   * @throws WrongAnswerException if it is not the one before + 1; the next is judged by this one
   */
  public void verify(long received) {
    long before = last;
    last = received;
    if (received != before + 1) {
      throw new WrongAnswerException("INCR gave " + received + " after " + before);
    }
  }
}
