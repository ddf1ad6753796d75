package plumbline.bench.shape;

import java.util.Arrays;
import java.util.Random;

/**
 * Random bytes, the same in every run, of which each payload has others: what repeats from one to
 * the next would compress in a batch, however random one of them is. They are cut from bytes that
 * were drawn beforehand, which do not repeat within {@value #DRAWN} bytes: more than LZ4 looks back
 * (64 KiB) and than a batch of a producer holds by default (16 KiB). Safe for all threads.
 */
final class Filling {
  static final int DRAWN = 256 * 1024;

  private final byte[] drawn;
  private final int size;

  /**
   * Draws bytes.
   *
   * @param size bytes of each payload
   */
  Filling(int size) {
    this.size = size;
    drawn = new byte[DRAWN + size];
    new Random(42).nextBytes(drawn);
  }

  /** Bytes of each payload. */
  int size() {
    return size;
  }

  /** The filling of the payload of a number, which is not negative: a new array. */
  byte[] of(long number) {
    int from = (int) (number * size % DRAWN);
    return Arrays.copyOfRange(drawn, from, from + size);
  }
}
