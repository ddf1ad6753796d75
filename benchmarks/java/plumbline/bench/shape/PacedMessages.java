package plumbline.bench.shape;

import org.openjdk.jmh.annotations.Param;
import plumbline.record.OpenLoop;
import plumbline.record.Operation;

/**
 * Messages at a rate. Each says when it was to be sent, and is known again where it arrives.
 *
 * <p>Timed: from when the message was due, and from when it was sent, until the receiving client
 * has handed it over. Not timed: checking its checksum.
 */
public abstract class PacedMessages extends Paced {
  @Param("100")
  int payload;

  private MessagePayload payloads;

  @Override
  final void start(OpenLoop paced) throws Exception {
    payloads = new MessagePayload(payload);
    open();
    begin(paced);
  }

  /** Connects, and begins to receive. */
  protected abstract void open() throws Exception;

  /** Says to the loop what is sent. */
  abstract void begin(OpenLoop paced);

  final void send(Operation operation) {
    send(operation, payloads.encode(operation));
  }

  /**
   * Sends a message and does not wait.
   *
   * @param operation fails if the message cannot be sent
   */
  protected abstract void send(Operation operation, byte[] message);

  /**
   * A message has arrived, on any thread: checks it, and says to the loop which it is.
   *
   * @param at when, in nanoseconds of {@link System#nanoTime()}
   */
  protected final void receive(byte[] message, long at) {
    Operation operation;
    try {
      operation = payloads.decode(message);
    } catch (WrongAnswerException e) {
      loop().damaged(e.getMessage());
      return;
    }
    loop().complete(operation, at);
  }
}
