package plumbline.bench.shape;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Control;
import plumbline.record.Recorder;

/**
 * GETs of a key that exists, one in flight: always the same, or one of many at random.
 *
 * <p>Timed: the call of the client. Not timed: choosing the key, and comparing the answer with the
 * one expected.
 */
@State(Scope.Thread)
public abstract class ClosedGet {
  @Param("100")
  int payload;

  @Param("1")
  int keys;

  private final KeyValueClient.Opener<KeyValueClient> opener;
  private KeyValueClient client;
  private StoredValue value;

  /** GETs by this client. */
  protected ClosedGet(KeyValueClient.Opener<KeyValueClient> opener) {
    this.opener = opener;
  }

  /** Connects and sets the values. Called by JMH. */
  @Setup
  public final void connect() throws Exception {
    client = opener.open("get");
    value = StoredValue.set(client, payload, keys);
  }

  /** One GET. */
  public final void measure(Recorder recorder, Control control) throws Exception {
    int key = value.choose();
    long start = recorder.start();
    byte[] received = client.get();
    recorder.stop(start, control);
    value.verify(key, received);
  }

  /** Deletes the keys and disconnects. Called by JMH. */
  @TearDown
  public final void disconnect() throws Exception {
    client.close();
  }
}
