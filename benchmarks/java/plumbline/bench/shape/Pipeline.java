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
 */
@State(Scope.Thread)
public abstract class Pipeline {
  @Param({"1", "16", "128", "1024"})
  int inFlight;

  /** Connects and prepares. Called by JMH. */
  @Setup
  public final void connect() throws Exception {
    open(inFlight);
  }

  /**
   * Connects, and prepares a batch.
   *
   * @param count the commands of a batch, at least 1
   */
  protected abstract void open(int count) throws Exception;

  /**
   * Sends a batch and checks all of its answers.
   *
   * @throws WrongAnswerException at the first that is wrong
   */
  protected abstract void exchange(int count) throws Exception;

  /** Removes what was made, and disconnects. */
  protected abstract void close() throws Exception;

  /** One batch: counts it when every answer was right. */
  public final void measure(Completions completions, Control control) throws Exception {
    completions.begin(control);
    exchange(inFlight);
    completions.add(inFlight);
  }

  /** Disconnects. Called by JMH. */
  @TearDown
  public final void disconnect() throws Exception {
    close();
  }
}
