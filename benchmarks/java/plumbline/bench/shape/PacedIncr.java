package plumbline.bench.shape;

import java.util.concurrent.CompletionStage;

/** Increments of one counter at a rate. Checked: each gives the previous one + 1. */
public abstract class PacedIncr extends PacedRequests<Long> {
  private final Counting counting = new Counting();

  /** Increments through this client. */
  protected PacedIncr(KeyValueClient.Opener<AsyncKeyValueClient> opener) {
    super(opener);
  }

  @Override
  final CompletionStage<Long> request(AsyncKeyValueClient connected) {
    return connected.incrementAsync();
  }

  @Override
  final void verify(Long answer) {
    if (answer == null) {
      throw new WrongAnswerException("INCR gave no number");
    }
    counting.verify(answer);
  }
}
