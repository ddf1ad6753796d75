package plumbline.bench.shape;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Control;
import plumbline.record.Completions;

/**
 * Commands of one connection, a batch at a time: {@code inFlight} are sent together, and the next
 * batch begins when all answers of the last one are there and checked.
 *
 * <p>That is the shape of {@code redis-benchmark -c 1 -P inFlight}. One invocation is one batch, so
 * JMH's own score counts batches; the throughput in results.csv counts commands whose answer was
 * checked. No latency is recorded: that of a command in a batch is its place in the queue.
 *
 * @param <C> the client
 */
@State(Scope.Thread)
public abstract class Pipeline<C extends KeyValueClient> {
  @Param({"1", "16", "128", "1024"})
  int inFlight;

  private final KeyValueClient.Opener<C> opener;
  private C client;
  private Batch batch;

  /** A batch of commands that is ready to be sent, again and again. */
  @FunctionalInterface
  public interface Batch {
    /**
     * Sends all commands, and reads and checks all answers.
     *
     * @throws WrongAnswerException at the first that is wrong
     */
    void exchange() throws Exception;
  }

  /** Commands by this client. */
  protected Pipeline(KeyValueClient.Opener<C> opener) {
    this.opener = opener;
  }

  /** Connects and prepares. Called by JMH. */
  @Setup
  public final void connect() throws Exception {
    client = opener.open("pipeline");
    batch = prepare(client, inFlight);
  }

  /**
   * Prepares a batch.
   *
   * @param count its commands, at least 1
   */
  protected abstract Batch prepare(C connected, int count) throws Exception;

  /** One batch: counts it when every answer was right. */
  public final void measure(Completions completions, Control control) throws Exception {
    completions.begin(control);
    batch.exchange();
    completions.add(inFlight);
  }

  /** Deletes the key and disconnects. Called by JMH. */
  @TearDown
  public final void disconnect() throws Exception {
    client.close();
  }
}
