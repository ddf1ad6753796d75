package plumbline.bench.memcached;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.infra.Control;
import plumbline.bench.shape.ClosedGet;
import plumbline.bench.shape.ClosedIncr;
import plumbline.record.Measured;
import plumbline.record.Recorder;

/**
 * GET and an increment over a bare socket, by the meta commands {@code mg} and {@code ma}, encoded
 * beforehand: what the server can do without a client library. The difference to folsom is the
 * client's share.
 *
 * <p>Timed: writing the command and reading the whole reply. Not timed: comparing the reply with
 * the one expected.
 *
 * <p>{@code java -jar target/benchmarks.jar run caches --only MemcachedWireBenchmark}
 */
public class MemcachedWireBenchmark {
  /** A connection, and a key with its value. */
  public static class Value extends ClosedGet {
    /** Over Memcached's protocol. */
    public Value() {
      super(MemcachedWire::open);
    }
  }

  /** A connection, and a counter. */
  public static class Counter extends ClosedIncr {
    /** Over Memcached's protocol. */
    public Counter() {
      super(MemcachedWire::open);
    }
  }

  /** One GET. */
  @Benchmark
  @Measured(system = "memcached", operation = "GET", client = "bare socket")
  public void get(Value value, Recorder recorder, Control control) throws Exception {
    value.measure(recorder, control);
  }

  /** One increment. */
  @Benchmark
  @Measured(system = "memcached", operation = "INCR", client = "bare socket")
  public void incr(Counter counter, Recorder recorder, Control control) throws Exception {
    counter.measure(recorder, control);
  }
}
