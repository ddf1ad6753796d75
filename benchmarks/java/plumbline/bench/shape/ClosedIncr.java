package plumbline.bench.shape;

import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Control;
import plumbline.record.Recorder;

/**
 * Increments of one counter, one in flight: what a rate limiter does.
 *
 * <p>Timed: the call of the client. Not timed: checking that the counter is the previous one + 1.
 */
@State(Scope.Thread)
public abstract class ClosedIncr {
  private final Counting counting = new Counting();
  private final KeyValueClient.Opener<KeyValueClient> opener;
  private KeyValueClient client;

  /** Increments by this client. */
  protected ClosedIncr(KeyValueClient.Opener<KeyValueClient> opener) {
    this.opener = opener;
  }

  /** Connects; the counter does not exist yet. Called by JMH. */
  @Setup
  public final void connect() throws Exception {
    client = opener.open("incr");
  }

  /** One increment. */
  public final void measure(Recorder recorder, Control control) throws Exception {
    long start = recorder.start();
    long received = client.increment();
    recorder.stop(start, control);
    counting.verify(received);
  }

  /** Deletes the counter and disconnects. Called by JMH. */
  @TearDown
  public final void disconnect() throws Exception {
    client.close();
  }
}
