package plumbline.bench.redis;

import io.lettuce.core.api.sync.RedisCommands;
import java.util.Arrays;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Control;
import plumbline.bench.shape.SequencedPayload;
import plumbline.bench.shape.WrongAnswerException;
import plumbline.record.Measured;
import plumbline.record.Recorder;

/**
 * GET of one key that exists, through Lettuce's synchronous commands.
 *
 * <p>Timed: the call. Not timed: comparing the value with the one that was set.
 *
 * <p>{@code java -jar target/benchmarks.jar run --only RedisGetBenchmark}
 */
@State(Scope.Thread)
public class RedisGetBenchmark {
  @Param("100")
  int payload;

  private LettuceConnection connection;
  private RedisCommands<byte[], byte[]> commands;
  private byte[] key;
  private byte[] value;

  /** Connects and sets the value. */
  @Setup
  public void connect() {
    connection = LettuceConnection.open("get");
    commands = connection.commands();
    key = connection.key();
    value = new SequencedPayload(payload).next();
    commands.set(key, value);
  }

  /** One GET. */
  @Benchmark
  @Measured(system = "redis", operation = "GET", client = "lettuce-core")
  public void get(Recorder recorder, Control control) {
    long start = recorder.start();
    byte[] received = commands.get(key);
    recorder.stop(start, control);
    if (!Arrays.equals(value, received)) {
      throw new WrongAnswerException("GET did not return the value that was set");
    }
  }

  /** Deletes the key and disconnects. */
  @TearDown
  public void disconnect() {
    connection.close();
  }
}
