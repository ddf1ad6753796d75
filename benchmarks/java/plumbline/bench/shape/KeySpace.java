package plumbline.bench.shape;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/**
 * The keys that operations are about: one, or many of which each operation takes one at random. The
 * many are stored before anything is measured. Which are taken, and in which order, is the same in
 * every run. For one thread.
 */
final class KeySpace {
  /**
   * What counters hold at first if there are many: above the numbers for which a server has objects
   * that keys share, so that each is stored for itself.
   */
  static final int FIRST_COUNT = 1_000_000;

  private final KeyValueClient client;
  private final int keys;
  private final SplittableRandom random = new SplittableRandom(42);

  private KeySpace(KeyValueClient client, int keys) {
    this.client = client;
    this.keys = keys;
  }

  /** Keys with values that are all different. */
  static KeySpace ofValues(KeyValueClient client, int keys, SequencedPayload payloads)
      throws Exception {
    if (keys > 1) {
      client.store(keys, payloads::of);
    }
    return new KeySpace(client, keys);
  }

  /** Keys with counters; one alone does not exist yet. */
  static KeySpace ofCounters(KeyValueClient client, int keys) throws Exception {
    if (keys > 1) {
      byte[] first = Integer.toString(FIRST_COUNT).getBytes(StandardCharsets.US_ASCII);
      client.store(keys, number -> first);
    }
    return new KeySpace(client, keys);
  }

  /** The number of the key that the client's next operation is about. */
  int choose() {
    if (keys == 1) {
      return 0;
    }
    int number = random.nextInt(keys);
    client.use(number);
    return number;
  }
}
