package plumbline.bench.redis;

import org.openjdk.jmh.annotations.Benchmark;
import plumbline.bench.shape.PacedGet;
import plumbline.bench.shape.PacedIncr;
import plumbline.load.Load;
import plumbline.record.Measured;

/**
 * GET and INCR at a rate, through Lettuce's asynchronous commands on a connection of their own. The
 * next is sent when it is due, whether or not the one before has been answered.
 *
 * <p>Timed: from when the command was due, and from when it was sent, until Lettuce hands over the
 * answer. Not timed: comparing the value with the one that was set, or checking that the counter is
 * the previous one + 1.
 *
 * <p>{@code java -jar target/benchmarks.jar run --only RedisPacedBenchmark -p rate=5000}
 */
public class RedisPacedBenchmark {
  /** A connection, and a key with its value. */
  public static class Value extends PacedGet {
    /** Through Lettuce. */
    public Value() {
      super(LettuceConnection::open);
    }
  }

  /** A connection, and a counter that does not exist yet. */
  public static class Counter extends PacedIncr {
    /** Through Lettuce. */
    public Counter() {
      super(LettuceConnection::open);
    }
  }

  /** One GET when it is due. */
  @Benchmark
  @Measured(system = "redis", operation = "GET", client = "lettuce-core", load = Load.PACED)
  public void get(Value value) {
    value.next();
  }

  /** One INCR when it is due. */
  @Benchmark
  @Measured(system = "redis", operation = "INCR", client = "lettuce-core", load = Load.PACED)
  public void incr(Counter counter) {
    counter.next();
  }
}
