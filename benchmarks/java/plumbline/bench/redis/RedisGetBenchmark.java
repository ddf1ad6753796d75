package plumbline.bench.redis;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.infra.Control;
import plumbline.bench.shape.ClosedGet;
import plumbline.record.Measured;
import plumbline.record.Recorder;

/**
 * GET of a key that exists, through Lettuce's synchronous commands. {@code keys} is how many there
 * are: always the same one, or each time one of 1,000,000 at random, whose values do not fit into
 * the processor's caches.
 *
 * <p>Timed: the call. Not timed: storing the values, choosing the key, and comparing the value with
 * the one that was set.
 *
 * <p>{@code java -jar target/benchmarks.jar run --only RedisGetBenchmark -p keys=1,1000000}
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
