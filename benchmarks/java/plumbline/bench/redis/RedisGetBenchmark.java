package plumbline.bench.redis;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.infra.Control;
import plumbline.bench.shape.ClosedGet;
import plumbline.record.Measured;
import plumbline.record.Recorder;

/**
 * GET of one key that exists, through Lettuce's synchronous commands.
 *
 * <p>Timed: the call. Not timed: comparing the value with the one that was set.
 *
 * <p>{@code java -jar target/benchmarks.jar run --only RedisGetBenchmark}
 */
public class RedisGetBenchmark extends ClosedGet {
  /** Through Lettuce. */
  public RedisGetBenchmark() {
    super(LettuceConnection::open);
  }

  /** One GET. */
  @Benchmark
  @Measured(system = "redis", operation = "GET", client = "lettuce-core")
  public void get(Recorder recorder, Control control) throws Exception {
    measure(recorder, control);
  }
}
