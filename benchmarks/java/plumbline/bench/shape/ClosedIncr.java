package plumbline.bench.shape;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Control;
import plumbline.record.Recorder;

/**
 * Increments of a counter, one in flight: always the same, or one of many at random, as a rate
 * limiter does.
 *
 * <p>Timed: the call of the client. Not timed: choosing the counter, and checking that it is the
 * previous one + 1.
 */
@State(Scope.Thread)
public abstract class ClosedIncr {
  @Param("1")
  int keys;

  private final KeyValueClient.Opener<KeyValueClient> opener;
  private KeyValueClient client;
  private KeySpace counters;
  private Counting counting;

  /** Increments by this client. */
  protected ClosedIncr(KeyValueClient.Opener<KeyValueClient> opener) {
    this.opener = opener;
  }

  /** Connects; one counter does not exist yet, many do. Called by JMH. */
  @Setup
  public final void connect() throws Exception {
    client = opener.open("incr");
    counters = KeySpace.ofCounters(client, keys);
    counting = new Counting(keys);
  }

  /** One increment. */
  public final void measure(Recorder recorder, Control control) throws Exception {
    int key = counters.choose();
    long start = recorder.start();
    long received = client.increment();
    recorder.stop(start, control);
    counting.verify(key, received);
  }

  /** Deletes the counters and disconnects. Called by JMH. */
  @TearDown
  public final void disconnect() throws Exception {
    client.close();
  }
}
