package plumbline.bench.redis;

import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.util.Arrays;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import plumbline.bench.shape.SequencedPayload;
import plumbline.load.Load;
import plumbline.record.Measured;
import plumbline.record.OpenLoop;
import plumbline.record.Operation;

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
  @State(Scope.Thread)
  public static class Value {
    @Param("100")
    int payload;

    private OpenLoop loop;
    private LettuceConnection connection;
    private RedisAsyncCommands<byte[], byte[]> commands;
    private byte[] key;
    private byte[] value;

    /** Connects and sets the value. */
    @Setup
    public void connect(OpenLoop paced) {
      loop = paced;
      connection = LettuceConnection.open("paced-get");
      commands = connection.async();
      key = connection.key();
      value = new SequencedPayload(payload).next();
      connection.commands().set(key, value);
      loop.requests(this::send);
    }

    private void send(Operation operation) {
      RedisFuture<byte[]> answer = commands.get(key);
      answer.whenComplete(
          (received, error) -> {
            long at = System.nanoTime();
            if (error != null) {
              loop.fail(operation, error);
            } else if (Arrays.equals(value, received)) {
              loop.complete(operation, at);
            } else {
              loop.wrong(operation, "GET did not return the value that was set");
            }
          });
    }

    /** Deletes the key and disconnects. */
    @TearDown
    public void disconnect() {
      connection.close();
    }
  }

  /** A connection, and a counter that does not exist yet. */
  @State(Scope.Thread)
  public static class Counter {
    private OpenLoop loop;
    private LettuceConnection connection;
    private RedisAsyncCommands<byte[], byte[]> commands;
    private byte[] key;

    /** Changed only by the connection's thread, on which all answers come. */
    private long last;

    /** Connects. */
    @Setup
    public void connect(OpenLoop paced) {
      loop = paced;
      connection = LettuceConnection.open("paced-incr");
      commands = connection.async();
      key = connection.key();
      loop.requests(this::send);
    }

    private void send(Operation operation) {
      RedisFuture<Long> answer = commands.incr(key);
      answer.whenComplete(
          (received, error) -> {
            long at = System.nanoTime();
            if (error != null) {
              loop.fail(operation, error);
              return;
            }
            if (received == last + 1) {
              loop.complete(operation, at);
            } else {
              loop.wrong(operation, "INCR gave " + received + " after " + last);
            }
            last = received;
          });
    }

    /** Deletes the key and disconnects. */
    @TearDown
    public void disconnect() {
      connection.close();
    }
  }

  /** One GET when it is due. */
  @Benchmark
  @Measured(system = "redis", operation = "GET", client = "lettuce-core", load = Load.PACED)
  public void get(Value value) {
    value.loop.next();
  }

  /** One INCR when it is due. */
  @Benchmark
  @Measured(system = "redis", operation = "INCR", client = "lettuce-core", load = Load.PACED)
  public void incr(Counter counter) {
    counter.loop.next();
  }
}
