package plumbline.bench.shape;

import plumbline.record.OpenLoop;
import plumbline.record.Operation;

/** Where messages arrive: checks each, and says to the loop which it is. */
public final class Inbox {
  private final OpenLoop loop;
  private final MessagePayload payloads;

  public Inbox(OpenLoop loop, MessagePayload payloads) {
    this.loop = loop;
    this.payloads = payloads;
  }

  /**
   * A message has arrived.
   *
   * @param at when, in nanoseconds of {@link System#nanoTime()}
   */
  public void receive(byte[] message, long at) {
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
