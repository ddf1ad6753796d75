package plumbline.bench.shape.wire;

import java.io.IOException;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Control;
import plumbline.bench.shape.StoredValue;
import plumbline.record.Recorder;
import plumbline.system.endpoint.Endpoints;

/**
 * GETs of one key over a bare socket, one in flight.
 *
 * <p>Timed: writing the command and reading the whole reply. Not timed: comparing the reply with
 * the one expected.
 */
@State(Scope.Thread)
public abstract class WireGet {
  @Param("100")
  int payload;

  private final WireClient.Opener opener;
  private WireClient client;
  private String key;
  private byte[] command;
  private SingleReply reply;

  /** GETs by the protocol of a client. */
  protected WireGet(WireClient.Opener opener) {
    this.opener = opener;
  }

  /** Connects and sets the value. Called by JMH. */
  @Setup
  public final void connect() throws IOException {
    client = opener.open();
    key = Endpoints.current().newName("wire-get");
    byte[] value = new StoredValue(payload).bytes();
    client.set(key, value);
    command = client.get(key);
    reply = new SingleReply(client.wire(), client.valueReply(value));
  }

  /** One GET. */
  public final void measure(Recorder recorder, Control control) throws IOException {
    long start = recorder.start();
    client.wire().send(command, command.length);
    reply.receive();
    recorder.stop(start, control);
    reply.verify();
  }

  /** Deletes the key and disconnects. Called by JMH. */
  @TearDown
  public final void disconnect() throws IOException {
    client.delete(key);
    client.close();
  }
}
