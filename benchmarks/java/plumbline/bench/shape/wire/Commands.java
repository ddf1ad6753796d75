package plumbline.bench.shape.wire;

import java.io.IOException;

/** One command, many times: written as a whole, before any reply is read. */
final class Commands {
  /** Large batches are written in parts of about this size, so that they fit into any heap. */
  private static final int PART_BYTES = 256 * 1024;

  private final Wire wire;
  private final byte[] part;
  private final long bytes;

  /**
   * Prepares a batch.
   *
   * @param command in the server's protocol
   * @param count how often it is sent, at least 1
   */
  Commands(Wire wire, byte[] command, int count) {
    this.wire = wire;
    this.bytes = (long) command.length * count;
    int inPart = Math.max(1, Math.min(count, PART_BYTES / command.length));
    this.part = Repeated.of(command, inPart);
  }

  /** Sends all commands. */
  void send() throws IOException {
    long left = bytes;
    while (left > 0) {
      int length = (int) Math.min(part.length, left);
      wire.send(part, length);
      left -= length;
    }
  }
}
