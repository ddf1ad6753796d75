package plumbline.bench.redis;

import java.io.IOException;
import plumbline.bench.shape.WrongAnswerException;
import plumbline.bench.shape.wire.Replies;

/** Replies to XADD over a bare socket: ids, each of which must be above the one before. */
final class RisingIds {
  private final Replies replies;
  // Numbers, because an object for each reply would be in what is measured.
  private long lastMillis = -1;
  private long lastSequence = -1;

  RisingIds(Replies replies) {
    this.replies = replies;
  }

  /**
   * Reads ids.
   *
   * @throws WrongAnswerException at the first that does not rise
   */
  void expect(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      replies.begin('$');
      replies.number('\r');
      replies.skip('\n');
      long millis = replies.number('-');
      long sequence = replies.number('\r');
      replies.skip('\n');
      if (millis < lastMillis || (millis == lastMillis && sequence <= lastSequence)) {
        throw new WrongAnswerException(
            "XADD gave "
                + new StreamId(millis, sequence)
                + " after "
                + new StreamId(lastMillis, lastSequence));
      }
      lastMillis = millis;
      lastSequence = sequence;
    }
  }
}
