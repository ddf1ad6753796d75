package plumbline.bench.shape;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import plumbline.record.Operation;

/**
 * Messages that say when they were to be sent and when they were: a sequence number, both times, a
 * checksum over all the rest, and random filling that does not compress, alone or with the messages
 * before. Safe for all threads.
 */
public final class MessagePayload {
  private static final int CHECKSUM_AT = 3 * Long.BYTES;
  private static final int HEADER = CHECKSUM_AT + Integer.BYTES;

  private final Filling filling;

  /**
   * Prepares messages.
   *
   * @param size bytes of each, at least 28
   */
  public MessagePayload(int size) {
    if (size < HEADER) {
      throw new IllegalArgumentException(
          "payload must be at least " + HEADER + " bytes for times and checksum, not " + size);
    }
    filling = new Filling(size);
  }

  /** The message of an operation, a new array. */
  public byte[] encode(Operation operation) {
    byte[] message = filling.of(operation.sequence());
    ByteBuffer.wrap(message)
        .putLong(operation.sequence())
        .putLong(operation.intended())
        .putLong(operation.sent())
        .putInt(checksum(message));
    return message;
  }

  /**
   * The operation of a message.
   *
   * @throws WrongAnswerException if it is damaged
   */
  public Operation decode(byte[] message) {
    if (message == null || message.length != filling.size()) {
      throw new WrongAnswerException(
          "expected "
              + filling.size()
              + " bytes, received "
              + (message == null ? "none" : message.length));
    }
    ByteBuffer buffer = ByteBuffer.wrap(message);
    Operation operation = new Operation(buffer.getLong(), buffer.getLong(), buffer.getLong());
    if (buffer.getInt() != checksum(message)) {
      throw new WrongAnswerException("a message has a wrong checksum");
    }
    return operation;
  }

  private static int checksum(byte[] message) {
    CRC32C crc = new CRC32C();
    crc.update(message, 0, CHECKSUM_AT);
    crc.update(message, HEADER, message.length - HEADER);
    return (int) crc.getValue();
  }
}
