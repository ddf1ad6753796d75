package plumbline.bench.shape;

import java.util.concurrent.CompletionStage;
import org.openjdk.jmh.annotations.Param;

/**
 * Increments at a rate, of one counter or of many at random. Checked: each gives the previous one +
 * 1.
 */
public abstract class PacedIncr extends PacedRequests<Long> {
  @Param("1")
  int keys;

  private KeySpace counters;
  private Counting counting;

  /** Increments through this client. */
  protected PacedIncr(KeyValueClient.Opener<AsyncKeyValueClient> opener) {
    super(opener);
  }

  @Override
  final void prepare(AsyncKeyValueClient connected) throws Exception {
    counters = KeySpace.ofCounters(connected, keys);
    counting = new Counting(keys);
  }

  @Override
  final int choose() {
    return counters.choose();
  }

  @Override
  final CompletionStage<Long> request(AsyncKeyValueClient connected) {
    return connected.incrementAsync();
  }

  @Override
  final void verify(int key, Long answer) {
    if (answer == null) {
      throw new WrongAnswerException("INCR gave no number");
    }
    counting.verify(key, answer);
  }
}
