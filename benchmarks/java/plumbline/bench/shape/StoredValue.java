package plumbline.bench.shape;

import java.util.Arrays;

/** The value that was set and that every GET of its key must return. */
public final class StoredValue {
  private final byte[] bytes;

  /**
   * Makes a value that does not compress.
   *
   * @param size in bytes, at least 12
   */
  public StoredValue(int size) {
    bytes = new SequencedPayload(size).next();
  }

  /** What is to be set, which nobody may change. */
  public byte[] bytes() {
    return bytes;
  }

  /**
   * Checks the answer to a GET.
   *
   * @param received is null if there was none
   * @throws WrongAnswerException if it is another value
   */
  public void verify(byte[] received) {
    if (!Arrays.equals(bytes, received)) {
      throw other();
    }
  }

  /** What a check throws that compares the value by itself. */
  public static WrongAnswerException other() {
    return new WrongAnswerException("GET did not return the value that was set");
  }
}
