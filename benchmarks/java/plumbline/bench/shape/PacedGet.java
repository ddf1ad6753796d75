package plumbline.bench.shape;

import java.util.concurrent.CompletionStage;
import org.openjdk.jmh.annotations.Param;

/** GETs at a rate, of one key or of many at random. Checked: each gives the value that was set. */
public abstract class PacedGet extends PacedRequests<byte[]> {
  @Param("100")
  int payload;

  @Param("1")
  int keys;

  private StoredValue value;

  /** GETs through this client. */
  protected PacedGet(KeyValueClient.Opener<AsyncKeyValueClient> opener) {
    super(opener);
  }

  @Override
  final void prepare(AsyncKeyValueClient connected) throws Exception {
    value = StoredValue.set(connected, payload, keys);
  }

  @Override
  final int choose() {
    return value.choose();
  }

  @Override
  final CompletionStage<byte[]> request(AsyncKeyValueClient connected) {
    return connected.getAsync();
  }

  @Override
  final void verify(int key, byte[] answer) {
    value.verify(key, answer);
  }
}
