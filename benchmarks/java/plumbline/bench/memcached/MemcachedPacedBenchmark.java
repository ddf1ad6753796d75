package plumbline.bench.memcached;

import org.openjdk.jmh.annotations.Benchmark;
import plumbline.bench.shape.PacedGet;
import plumbline.load.Load;
import plumbline.record.Measured;

/**
 * GET at a rate, through folsom on a connection of its own. The next is sent when it is due,
 * whether or not the one before has been answered.
 *
 * <p>Timed: from when the command was due, and from when it was sent, until folsom hands over the
 * answer. Not timed: comparing the value with the one that was set.
 *
 * <p>{@code java -jar target/benchmarks.jar run caches --only MemcachedPacedBenchmark -p rate=5000}
 */
public class MemcachedPacedBenchmark {
  /** A connection, and a key with its value. */
  public static class Value extends PacedGet {
    /** Through folsom. */
    public Value() {
      super(FolsomConnection::open);
    }
  }

  /** One GET when it is due. */
  @Benchmark
  @Measured(system = "memcached", operation = "GET", client = "folsom", load = Load.PACED)
  public void get(Value value) {
    value.next();
  }
}
