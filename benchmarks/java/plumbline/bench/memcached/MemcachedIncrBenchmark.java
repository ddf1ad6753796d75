package plumbline.bench.memcached;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.infra.Control;
import plumbline.bench.shape.ClosedIncr;
import plumbline.record.Measured;
import plumbline.record.Recorder;

/**
 * An increment of a counter, always the same one or one of many ({@code keys}), through folsom,
 * waiting for each answer: what a rate limiter does.
 *
 * <p>Timed: the call. Not timed: making the counter, because folsom increments only what is there;
 * checking that it is the previous one + 1.
 *
 * <p>{@code java -jar target/benchmarks.jar run caches --only MemcachedIncrBenchmark}
 */
public class MemcachedIncrBenchmark extends ClosedIncr {
  /** Through folsom. */
  public MemcachedIncrBenchmark() {
    super(FolsomConnection::open);
  }

  /** One increment. */
  @Benchmark
  @Measured(system = "memcached", operation = "INCR", client = "folsom")
  public void incr(Recorder recorder, Control control) throws Exception {
    measure(recorder, control);
  }
}
