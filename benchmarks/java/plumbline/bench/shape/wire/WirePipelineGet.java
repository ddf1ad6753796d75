package plumbline.bench.shape.wire;

import java.io.IOException;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import plumbline.bench.shape.StoredValue;

/** GETs of one key with a value, pipelined over a bare socket. */
@State(Scope.Thread)
public abstract class WirePipelineGet extends WirePipeline {
  @Param("100")
  int payload;

  private Replies replies;
  private RepeatedReply reply;

  /** GETs by the protocol of a client. */
  protected WirePipelineGet(WireClient.Opener opener) {
    super(opener);
  }

  @Override
  protected final byte[] prepare(WireClient client, String key) throws IOException {
    byte[] value = new StoredValue(payload).bytes();
    client.set(key, value);
    replies = client.replies();
    reply = new RepeatedReply(client.valueReply(value));
    return client.get(key);
  }

  @Override
  protected final void receive(int count) throws IOException {
    replies.expect(reply, count);
  }
}
