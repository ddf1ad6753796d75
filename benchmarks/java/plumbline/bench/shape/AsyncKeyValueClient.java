package plumbline.bench.shape;

import java.util.concurrent.CompletionStage;

/**
 * A client that can go on before the answer is there. Answers come in the order of the requests, on
 * the thread that received them: on another one their time would be taken late.
 */
public interface AsyncKeyValueClient extends KeyValueClient {
  /** Gets the key. */
  CompletionStage<byte[]> getAsync();

  /** Increments the key by 1. */
  CompletionStage<Long> incrementAsync();
}
