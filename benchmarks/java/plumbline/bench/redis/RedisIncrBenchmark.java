package plumbline.bench.redis;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.infra.Control;
import plumbline.bench.shape.ClosedIncr;
import plumbline.record.Measured;
import plumbline.record.Recorder;

/**
 * INCR of a counter through Lettuce's synchronous commands: what a rate limiter does. {@code keys}
 * is how many there are: always the same one, or each time one of many at random.
 *
 * <p>Timed: the call. Not timed: checking that the counter is the previous one + 1.
 *
 * <p>{@code java -jar target/benchmarks.jar run --only RedisIncrBenchmark -p keys=1,1000000}
 */
public class RedisIncrBenchmark extends ClosedIncr {
  /** Through Lettuce. */
  public RedisIncrBenchmark() {
    super(LettuceConnection::open);
  }

  /** One INCR. */
  @Benchmark
  @Measured(system = "redis", operation = "INCR", client = "lettuce-core")
  public void incr(Recorder recorder, Control control) throws Exception {
    measure(recorder, control);
  }
}
