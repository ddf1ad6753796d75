package plumbline.bench.shape;

import java.util.Arrays;

/** The values that were set, one or one for each key, and that every GET must return. */
public final class StoredValue {
  private final KeyValueClient client;
  private final SequencedPayload payloads;
  private final KeySpace keys;
  private final byte[] only;

  private StoredValue(
      KeyValueClient client, SequencedPayload payloads, KeySpace keys, byte[] only) {
    this.client = client;
    this.payloads = payloads;
    this.keys = keys;
    this.only = only;
  }

  /**
   * Sets the key of a client to a value that does not compress.
   *
   * @param size of the value in bytes, at least 12
   */
  public static StoredValue set(KeyValueClient client, int size) throws Exception {
    return set(client, size, 1);
  }

  /**
   * Sets so many keys of a client, each to a value of its own that does not compress.
   *
   * @param size of each value in bytes, at least 12
   */
  static StoredValue set(KeyValueClient client, int size, int keys) throws Exception {
    SequencedPayload payloads = new SequencedPayload(size);
    byte[] only = keys == 1 ? client.set(payloads.next()) : null;
    return new StoredValue(client, payloads, KeySpace.ofValues(client, keys, payloads), only);
  }

  /** The number of the key that the client's next GET is about. */
  int choose() {
    return keys.choose();
  }

  /**
   * Checks the answer to a GET of the only key.
   *
   * @param received is null if there was none
   * @throws WrongAnswerException if it is another one
   */
  public void verify(byte[] received) {
    verify(0, received);
  }

  /** The same of the key of a number. */
  void verify(int key, byte[] received) {
    byte[] answer = only == null ? client.answer(payloads.of(key)) : only;
    if (!Arrays.equals(answer, received)) {
      throw other();
    }
  }

  /** What a check throws that compares by itself. */
  public static WrongAnswerException other() {
    return new WrongAnswerException("GET did not return the value that was set");
  }
}
