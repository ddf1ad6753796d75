package plumbline.bench.memcached;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.infra.Control;
import plumbline.bench.shape.ClosedGet;
import plumbline.record.Measured;
import plumbline.record.Recorder;

/**
 * GET of a key that exists, always the same one or one of many ({@code keys}) at random, through
 * folsom, waiting for each answer.
 *
 * <p>Timed: the call. Not timed: comparing the value with the one that was set.
 *
 * <p>{@code java -jar target/benchmarks.jar run caches --only MemcachedGetBenchmark}
 */
public class MemcachedGetBenchmark extends ClosedGet {
  /** Through folsom. */
  public MemcachedGetBenchmark() {
    super(FolsomConnection::open);
  }

  /** One GET. */
  @Benchmark
  @Measured(system = "memcached", operation = "GET", client = "folsom")
  public void get(Recorder recorder, Control control) throws Exception {
    measure(recorder, control);
  }
}
