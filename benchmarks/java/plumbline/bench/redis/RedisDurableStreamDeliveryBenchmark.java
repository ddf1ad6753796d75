package plumbline.bench.redis;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * {@link RedisStreamDeliveryBenchmark} by what an acknowledgement promises, see {@link
 * RedisAppendBenchmark}. Redis sends all answers of a turn of its event loop after it has written
 * its append-only file, those to waiting readers too, so a message is delivered only after what the
 * setting promises.
 *
 * <p>{@code java -jar target/benchmarks.jar run durability --only
 * RedisDurableStreamDeliveryBenchmark}
 */
@State(Scope.Thread)
public class RedisDurableStreamDeliveryBenchmark extends RedisStreamDeliveryBenchmark {
  @Param({"off", "everysec", "always"})
  String persistence;

  @Override
  protected void open() {
    PersistenceCheck.expect(persistence);
    super.open();
  }
}
