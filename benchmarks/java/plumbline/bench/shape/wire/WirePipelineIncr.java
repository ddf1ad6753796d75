package plumbline.bench.shape.wire;

import java.io.IOException;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import plumbline.bench.shape.Counting;

/** Increments of a counter that does not exist yet, pipelined over a bare socket. */
@State(Scope.Thread)
public abstract class WirePipelineIncr extends WirePipeline {
  private final Counting counting = new Counting();
  private WireClient counter;

  /** Increments by the protocol of a client. */
  protected WirePipelineIncr(WireClient.Opener opener) {
    super(opener);
  }

  @Override
  protected final byte[] prepare(WireClient client, String key) {
    counter = client;
    return client.increment(key);
  }

  @Override
  protected final void receive(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      counting.verify(counter.readCounter());
    }
  }
}
