package plumbline.bench.shape;

import java.util.concurrent.CompletionStage;
import org.openjdk.jmh.annotations.Param;

/** GETs of one key at a rate. Checked: each gives the value that was set. */
public abstract class PacedGet extends PacedRequests<byte[]> {
  @Param("100")
  int payload;

  private StoredValue value;

  /** GETs through this client. */
  protected PacedGet(KeyValueClient.Opener<AsyncKeyValueClient> opener) {
    super(opener);
  }

  @Override
  final void prepare(AsyncKeyValueClient connected) throws Exception {
    value = StoredValue.set(connected, payload);
  }

  @Override
  final CompletionStage<byte[]> request(AsyncKeyValueClient connected) {
    return connected.getAsync();
  }

  @Override
  final void verify(byte[] answer) {
    value.verify(answer);
  }
}
