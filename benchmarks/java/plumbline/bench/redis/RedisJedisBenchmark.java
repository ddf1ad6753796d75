package plumbline.bench.redis;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.infra.Control;
import plumbline.bench.shape.ClosedGet;
import plumbline.bench.shape.ClosedIncr;
import plumbline.record.Measured;
import plumbline.record.Recorder;

/**
 * GET and INCR through Jedis, the blocking client: the calling thread itself writes the command and
 * reads the reply, where Lettuce hands both to a thread of its own.
 *
 * <p>Timed: the call. Not timed: comparing the value with the one that was set, or checking that
 * the counter is the previous one + 1.
 *
 * <p>{@code java -jar target/benchmarks.jar run full --only RedisJedisBenchmark}
 */
public class RedisJedisBenchmark {
  /** A connection, and a key with its value, or many. */
  public static class Value extends ClosedGet {
    /** Through Jedis. */
    public Value() {
      super(JedisConnection::open);
    }
  }

  /** A connection, and a counter, or many. */
  public static class Counter extends ClosedIncr {
    /** Through Jedis. */
    public Counter() {
      super(JedisConnection::open);
    }
  }

  /** One GET. */
  @Benchmark
  @Measured(system = "redis", operation = "GET", client = "jedis")
  public void get(Value value, Recorder recorder, Control control) throws Exception {
    value.measure(recorder, control);
  }

  /** One INCR. */
  @Benchmark
  @Measured(system = "redis", operation = "INCR", client = "jedis")
  public void incr(Counter counter, Recorder recorder, Control control) throws Exception {
    counter.measure(recorder, control);
  }
}
