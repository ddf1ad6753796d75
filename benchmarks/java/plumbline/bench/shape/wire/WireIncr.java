package plumbline.bench.shape.wire;

import java.io.IOException;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Control;
import plumbline.bench.shape.Counting;
import plumbline.record.Recorder;
import plumbline.system.endpoint.Endpoints;

/**
 * Increments of one counter over a bare socket, one in flight.
 *
 * <p>Timed: writing the command and reading the number in the reply. Not timed: checking that it is
 * the previous one + 1.
 */
@State(Scope.Thread)
public abstract class WireIncr {
  private final Counting counting = new Counting();
  private final WireClient.Opener opener;
  private WireClient client;
  private String key;
  private byte[] command;

  /** Increments by the protocol of a client. */
  protected WireIncr(WireClient.Opener opener) {
    this.opener = opener;
  }

  /** Connects; the counter does not exist yet. Called by JMH. */
  @Setup
  public final void connect() throws IOException {
    client = opener.open();
    key = Endpoints.current().newName("wire-incr");
    command = client.increment(key);
  }

  /** One increment. */
  public final void measure(Recorder recorder, Control control) throws IOException {
    long start = recorder.start();
    client.wire().send(command, command.length);
    long received = client.readCounter();
    recorder.stop(start, control);
    counting.verify(received);
  }

  /** Deletes the counter and disconnects. Called by JMH. */
  @TearDown
  public final void disconnect() throws IOException {
    client.delete(key);
    client.close();
  }
}
