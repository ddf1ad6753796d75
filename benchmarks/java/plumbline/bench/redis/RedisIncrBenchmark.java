package plumbline.bench.redis;

import io.lettuce.core.api.sync.RedisCommands;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Control;
import plumbline.bench.shape.WrongAnswerException;
import plumbline.record.Measured;
import plumbline.record.Recorder;

/**
 * INCR of one counter through Lettuce's synchronous commands: what a rate limiter does.
 *
 * <p>Timed: the call. Not timed: checking that the counter is the previous one + 1.
 *
 * <p>{@code java -jar target/benchmarks.jar run --only RedisIncrBenchmark}
 */
@State(Scope.Thread)
public class RedisIncrBenchmark {
  private LettuceConnection connection;
  private RedisCommands<byte[], byte[]> commands;
  private byte[] key;
  private long counter;

  /** Connects; the counter does not exist yet. */
  @Setup
  public void connect() {
    connection = LettuceConnection.open("incr");
    commands = connection.commands();
    key = connection.key();
  }

  /** One INCR. */
  @Benchmark
  @Measured(system = "redis", operation = "INCR", client = "lettuce-core")
  public void incr(Recorder recorder, Control control) {
    long start = recorder.start();
    long received = commands.incr(key);
    recorder.stop(start, control);
    if (received != counter + 1) {
      throw new WrongAnswerException("INCR gave " + received + " after " + counter);
    }
    counter = received;
  }

  /** Deletes the key and disconnects. */
  @TearDown
  public void disconnect() {
    connection.close();
  }
}
