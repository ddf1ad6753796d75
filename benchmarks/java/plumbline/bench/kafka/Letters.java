package plumbline.bench.kafka;

import java.util.Random;

/**
 * Payloads of random upper case letters, as those of Kafka's ProducerPerformance are: batches of
 * other bytes would compress better or worse. They are cut from letters that were drawn beforehand,
 * which do not repeat within the 64 KiB in which LZ4 looks for repetitions.
 */
final class Letters {
  private static final int DRAWN = 1024 * 1024;

  private final byte[] drawn;
  private final byte[] payload;
  private int position;

  /**
   * Draws letters.
   *
   * @param size bytes of each payload, at least 1
   */
  Letters(int size) {
    payload = new byte[size];
    drawn = new byte[DRAWN + size];
    Random random = new Random(42);
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = (byte) ('A' + random.nextInt(26));
    }
  }

  /** The next payload: the same array every time, as a producer copies it while it sends. */
  byte[] next() {
    System.arraycopy(drawn, position, payload, 0, payload.length);
    position += payload.length;
    if (position >= DRAWN) {
      position -= DRAWN;
    }
    return payload;
  }
}
