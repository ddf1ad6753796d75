package plumbline.bench.redis;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.infra.Control;
import plumbline.bench.shape.ClosedGet;
import plumbline.bench.shape.ClosedIncr;
import plumbline.record.Measured;
import plumbline.record.Recorder;

/**
 * GET and INCR over a bare socket, the command encoded beforehand: what the server can do without a
 * client library. The difference to Lettuce is the client's share.
 *
 * <p>Timed: writing the command and reading the whole reply. Not timed: comparing the reply with
 * the one expected.
 *
 * <p>{@code java -jar target/benchmarks.jar run --only RedisWireBenchmark}
 */
public class RedisWireBenchmark {
  /** A connection, and a key with its value. */
  public static class Value extends ClosedGet {
    /** Over Redis's protocol. */
    public Value() {
      super(RedisWire::open);
    }
  }

  /** A connection, and a counter. */
  public static class Counter extends ClosedIncr {
    /** Over Redis's protocol. */
    public Counter() {
      super(RedisWire::open);
    }
  }

  /** One GET. */
  @Benchmark
  @Measured(system = "redis", operation = "GET", client = "bare socket")
  public void get(Value value, Recorder recorder, Control control) throws Exception {
    value.measure(recorder, control);
  }

  /** One INCR. */
  @Benchmark
  @Measured(system = "redis", operation = "INCR", client = "bare socket")
  public void incr(Counter counter, Recorder recorder, Control control) throws Exception {
    counter.measure(recorder, control);
  }
}
