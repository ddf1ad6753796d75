package plumbline.bench.redis;

import plumbline.bench.shape.WrongAnswerException;

/**
 * The id of an entry of a Redis stream.
 *
 * @param millis of the server's clock
 * @param sequence among the entries of that millisecond
 */
record StreamId(long millis, long sequence) {
  /**
   * Reads an id as Redis writes it, such as {@code 1526919030474-55}.
   *
   * @throws WrongAnswerException if it is none
   */
  static StreamId parse(String text) {
    int dash = text.indexOf('-');
    try {
      return new StreamId(
          Long.parseLong(text, 0, Math.max(0, dash), 10),
          Long.parseLong(text, dash + 1, text.length(), 10));
    } catch (NumberFormatException e) {
      throw new WrongAnswerException("XADD gave '" + text + "', which is no id");
    }
  }

  /**
   * Checks the order of two entries.
   *
   * @throws WrongAnswerException if this id is not above that of the entry before
   */
  void expectAfter(StreamId before) {
    if (millis < before.millis || (millis == before.millis && sequence <= before.sequence)) {
      throw new WrongAnswerException("XADD gave " + this + " after " + before);
    }
  }

  @Override
  public String toString() {
    return millis + "-" + sequence;
  }
}
