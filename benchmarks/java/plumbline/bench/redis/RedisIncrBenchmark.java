package plumbline.bench.redis;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.infra.Control;
import plumbline.bench.shape.ClosedIncr;
import plumbline.record.Measured;
import plumbline.record.Recorder;

/**
 * INCR of one counter through Lettuce's synchronous commands: what a rate limiter does.
 *
 * <p>Timed: the call. Not timed: checking that the counter is the previous one + 1.
 *
 * <p>{@code java -jar target/benchmarks.jar run --only RedisIncrBenchmark}
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
