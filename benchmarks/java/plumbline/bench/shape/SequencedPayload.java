package plumbline.bench.shape;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * Payloads that can be told apart and checked: a sequence number, a checksum over all the rest, and
 * random filling that does not compress, alone or with the payloads before.
 */
public final class SequencedPayload {
  private static final int CHECKSUM_AT = Long.BYTES;
  private static final int HEADER = Long.BYTES + Integer.BYTES;

  private final Filling filling;
  private long sequence;

  /**
   * Prepares payloads.
   *
   * @param size bytes of each payload, at least 12 for the sequence number and the checksum
   */
  public SequencedPayload(int size) {
    if (size < HEADER) {
      throw new IllegalArgumentException(
          "payload must be at least " + HEADER + " bytes for its checksum, not " + size);
    }
    filling = new Filling(size);
  }

  /** The next payload, a new array. */
  public byte[] next() {
    return of(++sequence);
  }

  /** The payload of a number, always the same bytes, in a new array. */
  byte[] of(long number) {
    byte[] payload = filling.of(number);
    ByteBuffer buffer = ByteBuffer.wrap(payload).putLong(0, number);
    buffer.putInt(CHECKSUM_AT, checksum(payload));
    return payload;
  }

  /**
   * Checks that this is the payload that {@link #next()} gave last.
   *
   * @throws WrongAnswerException if it is another one or damaged
   */
  public void verify(byte[] received) {
    if (received == null || received.length != filling.size()) {
      throw new WrongAnswerException(
          "expected "
              + filling.size()
              + " bytes, received "
              + (received == null ? "none" : received.length));
    }
    ByteBuffer buffer = ByteBuffer.wrap(received);
    if (buffer.getLong(0) != sequence) {
      throw new WrongAnswerException(
          "expected record number " + sequence + ", received " + buffer.getLong(0));
    }
    if (buffer.getInt(CHECKSUM_AT) != checksum(received)) {
      throw new WrongAnswerException("record number " + sequence + " has a wrong checksum");
    }
  }

  private static int checksum(byte[] payload) {
    CRC32C crc = new CRC32C();
    crc.update(payload, 0, CHECKSUM_AT);
    crc.update(payload, HEADER, payload.length - HEADER);
    return (int) crc.getValue();
  }
}
