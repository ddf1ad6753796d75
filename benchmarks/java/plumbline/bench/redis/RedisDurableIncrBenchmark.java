package plumbline.bench.redis;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * {@link RedisIncrBenchmark} by what the answer promises, see {@link RedisAppendBenchmark}.
 *
 * <p>{@code java -jar target/benchmarks.jar run durability --only RedisDurableIncrBenchmark}
 */
@State(Scope.Thread)
public class RedisDurableIncrBenchmark extends RedisIncrBenchmark {
  @Param({"off", "everysec", "always"})
  String persistence;

  /** Checks the server's setting. */
  @Setup
  public void check() {
    PersistenceCheck.expect(persistence);
  }
}
