package plumbline.bench.shape;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Control;
import plumbline.record.Recorder;

/**
 * GETs of one key that exists, one in flight.
 *
 * <p>Timed: the call of the client. Not timed: comparing the answer with the one expected.
 */
@State(Scope.Thread)
public abstract class ClosedGet {
  @Param("100")
  int payload;

  private final KeyValueClient.Opener<KeyValueClient> opener;
  private KeyValueClient client;
  private StoredValue value;

  /** GETs by this client. */
  protected ClosedGet(KeyValueClient.Opener<KeyValueClient> opener) {
    this.opener = opener;
  }

  /** Connects and sets the value. Called by JMH. */
  @Setup
  public final void connect() throws Exception {
    client = opener.open("get");
    value = StoredValue.set(client, payload);
  }

  /** One GET. */
  public final void measure(Recorder recorder, Control control) throws Exception {
    long start = recorder.start();
    byte[] received = client.get();
    recorder.stop(start, control);
    value.verify(received);
  }

  /** Deletes the key and disconnects. Called by JMH. */
  @TearDown
  public final void disconnect() throws Exception {
    client.close();
  }
}
