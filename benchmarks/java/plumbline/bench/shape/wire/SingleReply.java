package plumbline.bench.shape.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import plumbline.bench.shape.StoredValue;
import plumbline.bench.shape.WrongAnswerException;

/** The reply to a GET, which is known beforehand: reading it is timed, comparing it is not. */
final class SingleReply {
  /** As many bytes as tell an error, or that there is no value, from a value. */
  private static final int HEAD = 4;

  private final Wire wire;
  private final byte[] expected;
  private final byte[] received;

  SingleReply(Wire wire, byte[] expected) {
    this.wire = wire;
    this.expected = expected;
    this.received = new byte[expected.length];
  }

  /**
   * Reads as many bytes as are expected.
   *
   * @throws WrongAnswerException if a piece of a reply is the beginning of another one: that may be
   *     shorter, and nothing would follow
   */
  void receive() throws IOException {
    int read = 0;
    while (read < received.length) {
      read += wire.receive(received, read, received.length - read);
      if (read < received.length) {
        verify(Math.min(read, HEAD), read);
      }
    }
  }

  /**
   * Compares what was read.
   *
   * @throws WrongAnswerException if it is not what was expected
   */
  void verify() {
    verify(received.length, received.length);
  }

  private void verify(int length, int read) {
    int different = Arrays.mismatch(expected, 0, length, received, 0, length);
    if (different == 0) {
      throw new WrongAnswerException(
          wire.server()
              + " answered "
              + new String(received, 0, read, StandardCharsets.ISO_8859_1).strip());
    }
    if (different > 0) {
      throw StoredValue.other();
    }
  }
}
