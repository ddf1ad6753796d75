package plumbline.bench.redis;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * {@link RedisXaddBenchmark} by what the answer promises: what {@code KafkaDurableAckBenchmark}
 * does to a topic.
 *
 * <p>{@code persistence} is what Redis does before it answers: {@code off} nothing, {@code
 * everysec} writes its append-only file (and forces it to the disk once a second), {@code always}
 * forces it to the disk. A Redis that the run started is brought to it; one of your own must have
 * it, else the row is refused.
 *
 * <p>{@code java -jar target/benchmarks.jar run durability --only RedisAppendBenchmark}
 */
@State(Scope.Thread)
public class RedisAppendBenchmark extends RedisXaddBenchmark {
  @Param({"off", "everysec", "always"})
  String persistence;

  /** Checks the server's setting and connects; the stream does not exist yet. */
  @Override
  public void connect() {
    PersistenceCheck.expect(persistence);
    super.connect();
  }
}
