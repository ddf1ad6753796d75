package plumbline.bench.redis;

import java.io.IOException;
import plumbline.bench.shape.WrongAnswerException;
import plumbline.bench.shape.wire.Replies;

/**
 * Answers to XADD: ids such as {@code 1526919030474-55}, the server's clock in milliseconds and a
 * number within one, each of which must be above the one before. For one thread at a time.
 */
final class RisingIds {
  // Numbers, because an object for each answer would be in what is measured.
  private long lastMillis = -1;
  private long lastSequence = -1;

  /**
   * Checks an id.
   *
   * @throws WrongAnswerException if it is none, or does not rise
   */
  void verify(String id) {
    int dash = id.indexOf('-');
    try {
      verify(
          Long.parseLong(id, 0, Math.max(0, dash), 10),
          Long.parseLong(id, dash + 1, id.length(), 10));
    } catch (NumberFormatException e) {
      throw new WrongAnswerException("XADD gave '" + id + "', which is no id");
    }
  }

  /**
   * Reads ids from a bare socket and checks them.
   *
   * @throws WrongAnswerException at the first that does not rise
   */
  void read(Replies replies, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      replies.begin('$');
      replies.number('\r');
      replies.skip('\n');
      long millis = replies.number('-');
      long sequence = replies.number('\r');
      replies.skip('\n');
      verify(millis, sequence);
    }
  }

  private void verify(long millis, long sequence) {
    if (millis < lastMillis || (millis == lastMillis && sequence <= lastSequence)) {
      throw new WrongAnswerException(
          "XADD gave " + millis + "-" + sequence + " after " + lastMillis + "-" + lastSequence);
    }
    lastMillis = millis;
    lastSequence = sequence;
  }
}
