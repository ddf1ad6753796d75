package plumbline.bench.shape.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import plumbline.bench.shape.Counting;
import plumbline.bench.shape.KeyValueClient;
import plumbline.bench.shape.Pipeline;
import plumbline.bench.shape.StoredValue;
import plumbline.bench.shape.WrongAnswerException;

/**
 * A key-value server over a bare socket: commands are encoded beforehand, and a reply is read as
 * bytes. A system brings the protocol.
 */
public abstract class WireClient implements KeyValueClient {
  /** As many bytes as tell an error, or that there is no value, from a value. */
  private static final int HEAD = 4;

  private final Wire wire;
  private final Replies replies;
  private final byte[] get;
  private final byte[] increment;
  private byte[] expected;
  private byte[] received;

  /**
   * Takes a connection on which nothing is under way.
   *
   * @param get the command that gets the key
   * @param increment the command that increases it by 1
   */
  protected WireClient(Wire wire, byte[] get, byte[] increment) {
    this.wire = wire;
    this.replies = new Replies(wire);
    this.get = get;
    this.increment = increment;
  }

  /**
   * Sets the key. Not timed.
   *
   * @return the whole reply to a GET of it
   */
  protected abstract byte[] store(byte[] value) throws IOException;

  /**
   * Reads the reply to an increment. Timed.
   *
   * @throws WrongAnswerException if it is no number
   */
  protected abstract long readCounter() throws IOException;

  /** Removes the key, which may not exist. Not timed. */
  protected abstract void remove() throws IOException;

  /**
   * Connections whose reader does not sleep while replies are due within 200 µs: so a thread that
   * is woken late is not what limits the server. The client's processor time per operation shows
   * the price.
   */
  public static <C extends WireClient> KeyValueClient.Opener<C> active(
      KeyValueClient.Opener<C> opener) {
    return what -> {
      C client = opener.open(what);
      client.wire().waitActively();
      return client;
    };
  }

  /** The connection itself. */
  public final Wire wire() {
    return wire;
  }

  /** Where replies come in. */
  protected final Replies replies() {
    return replies;
  }

  /** Sends a command that was not prepared, and waits for the first line of the reply. */
  protected final String ask(byte[] command) throws IOException {
    wire.send(command, command.length);
    return replies.line();
  }

  /**
   * The same, if only one line is right.
   *
   * @throws WrongAnswerException if it is another one
   */
  protected final void expect(byte[] command, String line) throws IOException {
    String answer = ask(command);
    if (!answer.equals(line)) {
      throw new WrongAnswerException(wire.server() + " answered " + answer);
    }
  }

  @Override
  public final byte[] set(byte[] value) throws IOException {
    expected = store(value);
    received = new byte[expected.length];
    return expected;
  }

  /**
   * {@inheritDoc}
   *
   * @throws WrongAnswerException if a piece of the reply is the beginning of another one: that may
   *     be shorter, and nothing would follow
   */
  @Override
  public final byte[] get() throws IOException {
    wire.send(get, get.length);
    int read = 0;
    while (read < received.length) {
      read += wire.receive(received, read, received.length - read);
      if (read < received.length || received[0] != expected[0]) {
        expectHead(read);
      }
    }
    return received;
  }

  private void expectHead(int read) {
    int head = Math.min(read, HEAD);
    int different = Arrays.mismatch(expected, 0, head, received, 0, head);
    if (different == 0) {
      String answer = new String(received, 0, read, StandardCharsets.ISO_8859_1).strip();
      throw new WrongAnswerException(wire.server() + " answered " + answer);
    }
    if (different > 0) {
      throw StoredValue.other();
    }
  }

  @Override
  public final long increment() throws IOException {
    wire.send(increment, increment.length);
    return readCounter();
  }

  /** So many GETs, whose replies are compared in large pieces. */
  public final Pipeline.Batch gets(byte[] value, int count) throws IOException {
    RepeatedReply reply = new RepeatedReply(set(value));
    return batch(get, count, () -> replies.expect(reply, count));
  }

  /** So many increments. */
  public final Pipeline.Batch increments(int count) {
    Counting counting = new Counting();
    return batch(
        increment,
        count,
        () -> {
          for (int i = 0; i < count; i++) {
            counting.verify(readCounter());
          }
        });
  }

  /**
   * One command many times: written as a whole, then all replies are read.
   *
   * @param reading reads and checks all replies
   */
  protected final Pipeline.Batch batch(byte[] command, int count, Pipeline.Batch reading) {
    Commands commands = new Commands(wire, command, count);
    return () -> {
      commands.send();
      reading.exchange();
    };
  }

  @Override
  public final void close() throws IOException {
    try (wire) {
      remove();
    }
  }
}
