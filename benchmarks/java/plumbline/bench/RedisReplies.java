package plumbline.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The replies to a batch, in the order of its commands. Every byte is checked: bytes that are known
 * beforehand are compared in large pieces, which takes next to no time, and numbers are read.
 */
final class RedisReplies {
  private static final int BUFFER_BYTES = 128 * 1024;

  private final RedisWire wire;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int position;
  private int limit;
  private long lastMillis = -1;
  private long lastSequence = -1;

  RedisReplies(RedisWire wire) {
    this.wire = wire;
  }

  /** A reply that is known beforehand, prepared for comparing. */
  static final class Known {
    private final byte[] repeated;
    private final int length;

    Known(byte[] reply) {
      length = reply.length;
      // Wherever in a reply a full buffer begins, there is enough to compare it with.
      repeated = Repeated.of(reply, BUFFER_BYTES / reply.length + 2);
    }
  }

  /**
   * Reads replies that must all be the same.
   *
   * @throws WrongAnswerException at the first byte that is another
   */
  void expect(Known reply, int count) throws IOException {
    long total = (long) reply.length * count;
    long seen = 0;
    while (seen < total) {
      if (position == limit) {
        fill();
      }
      int length = (int) Math.min(limit - position, total - seen);
      int phase = (int) (seen % reply.length);
      int different =
          Arrays.mismatch(
              buffer, position, position + length, reply.repeated, phase, phase + length);
      if (different >= 0) {
        throw unexpected(position + different - (phase + different) % reply.length);
      }
      position += length;
      seen += length;
    }
  }

  private WrongAnswerException unexpected(int start) {
    return start >= 0 && buffer[start] == '-'
        ? error(start)
        : new WrongAnswerException("GET did not return the value that was set");
  }

  /** What Redis says went wrong. */
  private WrongAnswerException error(int start) {
    int end = start;
    while (end < limit && buffer[end] != '\r') {
      end++;
    }
    return new WrongAnswerException(
        "Redis answered "
            + new String(buffer, start, end - start, StandardCharsets.ISO_8859_1).strip());
  }

  /**
   * Reads integers, each of which must be the one before + 1.
   *
   * @param last the integer before the first
   * @return the last integer
   */
  long expectCounting(long last, int count) throws IOException {
    long before = last;
    for (int i = 0; i < count; i++) {
      begin(':');
      long value = number('\r');
      skip('\n');
      if (value != before + 1) {
        throw new WrongAnswerException("INCR gave " + value + " after " + before);
      }
      before = value;
    }
    return before;
  }

  /** Reads ids of stream entries, each of which must be above the one before. */
  void expectRisingIds(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      begin('$');
      number('\r');
      skip('\n');
      long millis = number('-');
      long sequence = number('\r');
      skip('\n');
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

  private void begin(char type) throws IOException {
    byte first = next();
    if (first != type) {
      throw first == '-'
          ? error(position - 1)
          : new WrongAnswerException("Redis answered with type '" + (char) first + "'");
    }
  }

  private long number(char end) throws IOException {
    long value = 0;
    for (byte digit = next(); digit != end; digit = next()) {
      if (digit < '0' || digit > '9') {
        throw new WrongAnswerException("Redis answered with a number that is none");
      }
      value = value * 10 + (digit - '0');
    }
    return value;
  }

  private void skip(char expected) throws IOException {
    if (next() != expected) {
      throw new WrongAnswerException("Redis answered with a line that has no end");
    }
  }

  private byte next() throws IOException {
    if (position == limit) {
      fill();
    }
    return buffer[position++];
  }

  private void fill() throws IOException {
    position = 0;
    limit = wire.receive(buffer, buffer.length);
  }
}
