package plumbline.bench;

import plumbline.record.OpenLoop;
import plumbline.record.Operation;

/** Where messages arrive: checks each, and says to the loop which it is. */
final class Inbox {
  private final OpenLoop loop;
  private final MessagePayload payloads;

  Inbox(OpenLoop loop, MessagePayload payloads) {
    this.loop = loop;
    this.payloads = payloads;
  }

  /**
   * A message has arrived.
   *
   * @param at when, in nanoseconds of {@link System#nanoTime()}
   */
  void receive(byte[] message, long at) {
    Operation operation;
    try {
      operation = payloads.decode(message);
    } catch (WrongAnswerException e) {
      loop.damaged(e.getMessage());
      return;
    }
    loop.complete(operation, at);
  }
}
