package plumbline.bench.shape;

import java.util.Arrays;

/** The value that was set, and that every GET of its key must return. */
public final class StoredValue {
  private final byte[] answer;

  private StoredValue(byte[] answer) {
    this.answer = answer;
  }

  /**
   * Sets the key of a client to a value that does not compress.
   *
   * @param size of the value in bytes, at least 12
   */
  public static StoredValue set(KeyValueClient client, int size) throws Exception {
    return new StoredValue(client.set(new SequencedPayload(size).next()));
  }

  /**
   * Checks the answer to a GET.
   *
   * @param received is null if there was none
   * @throws WrongAnswerException if it is another one
   */
  public void verify(byte[] received) {
    if (!Arrays.equals(answer, received)) {
      throw other();
    }
  }

  /** What a check throws that compares by itself. */
  public static WrongAnswerException other() {
    return new WrongAnswerException("GET did not return the value that was set");
  }
}
