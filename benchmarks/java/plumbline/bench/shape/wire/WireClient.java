package plumbline.bench.shape.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntFunction;
import plumbline.bench.shape.Counting;
import plumbline.bench.shape.KeyValueClient;
import plumbline.bench.shape.NumberedKey;
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

  private static final int KEYS_AT_ONCE = 1_000;

  private final Wire wire;
  private final Replies replies;
  private final String key;
  private byte[] get;
  private byte[] increment;
  private NumberedKey getting;
  private NumberedKey incrementing;
  private int stored;
  private byte[] expected;
  private byte[] received;

  /**
   * Takes a connection on which nothing is under way.
   *
   * @param key its name, or what the names of many begin with
   */
  protected WireClient(Wire wire, String key) {
    this.wire = wire;
    this.replies = new Replies(wire);
    this.key = key;
    this.get = getting(key);
    this.increment = incrementing(key);
  }

  /** The command that gets a key. */
  protected abstract byte[] getting(String name);

  /** The command that increases a key by 1. */
  protected abstract byte[] incrementing(String name);

  /** Sets a key. Not timed. */
  protected abstract void store(String name, byte[] value) throws IOException;

  /** Sets the keys of numbers from one to another, which is not included. Not timed. */
  protected abstract void store(String name, int from, int to, IntFunction<byte[]> value)
      throws IOException;

  /**
   * Reads the reply to an increment. Timed.
   *
   * @throws WrongAnswerException if it is no number
   */
  protected abstract long readCounter() throws IOException;

  /** Removes a key, which may not exist. Not timed. */
  protected abstract void remove(String name) throws IOException;

  /** Removes the keys of numbers from one to another, which is not included. Not timed. */
  protected abstract void remove(String name, int from, int to) throws IOException;

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

  /** The key's name, or what the names of many begin with. */
  protected final String key() {
    return key;
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
    store(key, value);
    return expect(value);
  }

  private byte[] expect(byte[] value) {
    expected = answer(value);
    received = new byte[expected.length];
    return expected;
  }

  /** In parts, so that neither side holds many commands at once. */
  private interface Part {
    void handle(int from, int to) throws IOException;
  }

  private void inParts(int count, Part part) throws IOException {
    for (int from = 0; from < count; from += KEYS_AT_ONCE) {
      part.handle(from, Math.min(count, from + KEYS_AT_ONCE));
    }
  }

  @Override
  public final void store(int count, IntFunction<byte[]> value) throws IOException {
    stored = count;
    inParts(count, (from, to) -> store(key, from, to, value));
    String first = NumberedKey.key(key, 0);
    getting = NumberedKey.in(getting(first), key);
    incrementing = NumberedKey.in(incrementing(first), key);
    expect(value.apply(0));
    use(0);
    expectFirst(count);
  }

  /** Who has too little memory throws away what came first. */
  private void expectFirst(int count) throws IOException {
    wire.send(get, get.length);
    try {
      replies.expect(new RepeatedReply(expected), 1);
    } catch (WrongAnswerException e) {
      throw new WrongAnswerException(
          wire.server()
              + " did not keep "
              + count
              + " keys, and may need more memory: "
              + e.getMessage());
    }
  }

  @Override
  public final void use(int number) {
    get = getting.at(number);
    increment = incrementing.at(number);
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
      remove(key);
      inParts(stored, (from, to) -> remove(key, from, to));
    }
  }
}
