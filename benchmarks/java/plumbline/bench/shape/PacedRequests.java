package plumbline.bench.shape;

import java.util.concurrent.CompletionStage;
import plumbline.record.OpenLoop;
import plumbline.record.Operation;

/**
 * Requests at a rate through an asynchronous client.
 *
 * <p>Timed: from when the request was due, and from when it was sent, until the client hands over
 * the answer. Not timed: checking it, which comes before it is recorded.
 *
 * @param <T> what is answered
 */
public abstract class PacedRequests<T> extends Paced {
  private final KeyValueClient.Opener<AsyncKeyValueClient> opener;
  private AsyncKeyValueClient client;

  PacedRequests(KeyValueClient.Opener<AsyncKeyValueClient> opener) {
    this.opener = opener;
  }

  @Override
  final void start(OpenLoop paced) throws Exception {
    client = opener.open("paced");
    prepare(client);
    paced.requests(this::send);
  }

  /** Makes what the requests need. */
  abstract void prepare(AsyncKeyValueClient connected) throws Exception;

  /** Chooses what the next request is about, and gives its number. */
  abstract int choose();

  /** Sends a request and does not wait. */
  abstract CompletionStage<T> request(AsyncKeyValueClient connected);

  /**
   * Checks an answer, on the client's thread.
   *
   * @param key the number of what was asked for
   * @throws WrongAnswerException if it is wrong
   */
  abstract void verify(int key, T answer);

  private void send(Operation operation) {
    int key = choose();
    request(client)
        .whenComplete(
            (answer, error) -> {
              long at = System.nanoTime();
              if (error == null) {
                end(operation, key, answer, at);
              } else {
                loop().fail(operation, error);
              }
            });
  }

  private void end(Operation operation, int key, T answer, long at) {
    try {
      verify(key, answer);
    } catch (WrongAnswerException e) {
      loop().wrong(operation, e.getMessage());
      return;
    }
    loop().complete(operation, at);
  }

  @Override
  protected final void close() throws Exception {
    client.close();
  }
}
