package plumbline.bench.shape.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import plumbline.bench.shape.StoredValue;
import plumbline.bench.shape.WrongAnswerException;

/**
 * The replies on a connection, in the order of its commands. Every byte is checked: bytes that are
 * known beforehand are compared in large pieces, which takes next to no time, and numbers are read.
 */
public final class Replies {
  static final int BUFFER_BYTES = 128 * 1024;

  private final Wire wire;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int position;
  private int limit;

  /** Reads from a connection on which nothing is under way. */
  Replies(Wire wire) {
    this.wire = wire;
  }

  /**
   * Reads replies that must all be the same.
   *
   * @throws WrongAnswerException at the first byte that is another
   */
  void expect(RepeatedReply reply, int count) throws IOException {
    long total = (long) reply.length() * count;
    long seen = 0;
    while (seen < total) {
      if (position == limit) {
        fill();
      }
      int length = (int) Math.min(limit - position, total - seen);
      int phase = (int) (seen % reply.length());
      int different =
          Arrays.mismatch(
              buffer, position, position + length, reply.repeated(), phase, phase + length);
      if (different >= 0) {
        int place = (phase + different) % reply.length();
        throw place == 0 ? unexpected(position + different) : StoredValue.other();
      }
      position += length;
      seen += length;
    }
  }

  /** A reply that is not even of the expected type: most often an error, in the server's words. */
  private WrongAnswerException unexpected(int start) {
    int end = start;
    while (end < limit && buffer[end] != '\r') {
      end++;
    }
    return new WrongAnswerException(
        wire.server()
            + " answered "
            + new String(buffer, start, end - start, StandardCharsets.ISO_8859_1));
  }

  /**
   * Reads the first byte of a reply.
   *
   * @throws WrongAnswerException if it is another one, with the line that it begins
   */
  public void begin(char type) throws IOException {
    if (next() != type) {
      throw unexpected(position - 1);
    }
  }

  /**
   * Reads a number of digits, and the byte behind them.
   *
   * @param end the byte behind
   * @throws WrongAnswerException if there is something else
   */
  public long number(char end) throws IOException {
    long value = 0;
    for (byte digit = next(); digit != end; digit = next()) {
      if (digit < '0' || digit > '9') {
        throw new WrongAnswerException(wire.server() + " answered with a number that is none");
      }
      value = value * 10 + (digit - '0');
    }
    return value;
  }

  /**
   * Reads one byte.
   *
   * @throws WrongAnswerException if it is another one
   */
  public void skip(char expected) throws IOException {
    if (next() != expected) {
      throw new WrongAnswerException(wire.server() + " answered with a line that has no end");
    }
  }

  /** Reads to the end of a line, and gives it without that. */
  public String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (byte next = next(); next != '\n'; next = next()) {
      line.append((char) (next & 0xff));
    }
    return line.toString().strip();
  }

  private byte next() throws IOException {
    if (position == limit) {
      fill();
    }
    return buffer[position++];
  }

  private void fill() throws IOException {
    position = 0;
    limit = wire.receive(buffer, 0, buffer.length);
  }
}
