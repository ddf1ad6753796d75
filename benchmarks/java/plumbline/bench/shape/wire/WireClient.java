package plumbline.bench.shape.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import plumbline.bench.shape.WrongAnswerException;

/**
 * One connection over a bare socket, and the protocol that is spoken there: what the system of such
 * a benchmark brings. Commands are encoded beforehand.
 */
public abstract class WireClient implements AutoCloseable {
  private final Wire wire;
  private final Replies replies;

  /** Takes a connection on which nothing was sent yet. */
  protected WireClient(Wire wire) {
    this.wire = wire;
    this.replies = new Replies(wire);
  }

  /** Connects to the run's server. */
  @FunctionalInterface
  public interface Opener {
    /** Connects, with password and all else that the endpoint asks for. */
    WireClient open() throws IOException;
  }

  /** Where bytes go out. */
  public final Wire wire() {
    return wire;
  }

  /** Where replies come in. */
  public final Replies replies() {
    return replies;
  }

  /** Sets a key. Not timed. */
  public abstract void set(String key, byte[] value) throws IOException;

  /** Removes a key, or lets it expire. Not timed. */
  public abstract void delete(String key) throws IOException;

  /** The command that gets a key. */
  public abstract byte[] get(String key);

  /** The whole reply to a GET of a key with this value. */
  public abstract byte[] valueReply(byte[] value);

  /** The command that increases a counter by 1; the answer to the first is 1. */
  public abstract byte[] increment(String key);

  /**
   * Reads a reply to {@link #increment}. Timed.
   *
   * @throws WrongAnswerException if it is no number
   */
  public abstract long readCounter() throws IOException;

  /**
   * Sends a command and waits for one line. Not timed.
   *
   * @throws WrongAnswerException if the line is another one
   */
  protected final void expect(byte[] command, String line) throws IOException {
    wire.send(command, command.length);
    String answer = replies.line();
    if (!answer.equals(line)) {
      throw new WrongAnswerException(wire.server() + " answered " + answer);
    }
  }

  /** The bytes of a text in which each character is one byte. */
  protected static byte[] bytes(String latin1) {
    return latin1.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The reverse of {@link #bytes}: carries each byte of a value as one character. */
  protected static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @Override
  public final void close() throws IOException {
    wire.close();
  }
}
