package plumbline.bench.shape.wire;

import java.io.IOException;
import plumbline.bench.shape.Pipeline;
import plumbline.system.endpoint.Endpoints;

/**
 * A pipeline over a bare socket: a whole batch is written, then all of its replies are read. It
 * does not sleep for the first 200 µs that it waits for replies, so a waking thread is not what
 * limits the server; the client's processor time per operation shows the price.
 */
public abstract class WirePipeline extends Pipeline {
  private final WireClient.Opener opener;
  private WireClient client;
  private String key;
  private Batch batch;

  /** A pipeline by the protocol of a client. */
  protected WirePipeline(WireClient.Opener opener) {
    this.opener = opener;
  }

  @Override
  protected final void open(int count) throws IOException {
    client = opener.open();
    key = Endpoints.current().newName("pipeline");
    batch = new Batch(client.wire(), prepare(client, key), count);
    client.wire().waitActively();
  }

  /**
   * Prepares the server, and the replies that are known.
   *
   * @param key does not exist yet; it is deleted at the end
   * @return the command that makes a batch
   */
  protected abstract byte[] prepare(WireClient client, String key) throws IOException;

  @Override
  protected final void exchange(int count) throws IOException {
    batch.send();
    receive(count);
  }

  /** Reads and checks so many replies. */
  protected abstract void receive(int count) throws IOException;

  @Override
  protected final void close() throws IOException {
    client.delete(key);
    client.close();
  }
}
