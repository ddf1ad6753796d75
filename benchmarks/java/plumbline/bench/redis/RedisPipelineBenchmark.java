package plumbline.bench.redis;

import io.lettuce.core.RedisFuture;
import io.lettuce.core.XAddArgs;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Control;
import plumbline.bench.shape.SequencedPayload;
import plumbline.bench.shape.WrongAnswerException;
import plumbline.load.Load;
import plumbline.record.Completions;
import plumbline.record.Measured;

/**
 * GET, INCR and XADD pipelined through Lettuce's asynchronous commands, on one connection of its
 * own.
 *
 * <p>Batches as Lettuce's documentation advises: commands are not flushed one by one but {@code
 * inFlight} at a time, and the next batch begins when all replies of the last one are there. That
 * is the shape of {@link RedisWirePipelineBenchmark} and of {@code redis-benchmark -c 1 -P
 * inFlight}. One invocation is one batch, so JMH's own score counts batches; the throughput in
 * results.csv counts commands whose reply was checked. No latency is recorded: that of a command in
 * a batch is its place in the queue.
 *
 * <p>The stream of XADD is kept at about {@value #STREAM_ENTRIES} entries.
 *
 * <p>{@code java -jar target/benchmarks.jar run saturation --only RedisPipelineBenchmark}
 */
public class RedisPipelineBenchmark {
  private static final int STREAM_ENTRIES = 10_000;

  /** A connection and a key. JMH gives one to both the benchmark and the other states. */
  @State(Scope.Benchmark)
  public static class Connection {
    @Param({"1", "16", "128", "1024"})
    int inFlight;

    private LettuceConnection lettuce;
    private RedisAsyncCommands<byte[], byte[]> commands;
    private byte[] key;

    /** Connects. */
    @Setup
    public void connect() {
      lettuce = LettuceConnection.open("pipeline");
      commands = lettuce.async();
      key = lettuce.key();
    }

    /** Deletes the key and disconnects. */
    @TearDown
    public void disconnect() {
      lettuce.close();
    }

    /** Sends a batch and waits for all of its replies, in the order of the commands. */
    private <T> List<RedisFuture<T>> batch(Supplier<RedisFuture<T>> command)
        throws InterruptedException {
      List<RedisFuture<T>> replies = new ArrayList<>(inFlight);
      for (int i = 0; i < inFlight; i++) {
        replies.add(command.get());
      }
      lettuce.flush();
      // Redis answers in order, so when the last reply is here, all are.
      if (!replies
          .get(inFlight - 1)
          .await(LettuceConnection.PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException(
            "no reply within " + LettuceConnection.PATIENCE.toSeconds() + " s");
      }
      return replies;
    }
  }

  /** A key with a value. */
  @State(Scope.Thread)
  public static class Value {
    @Param("100")
    int payload;

    private byte[] value;

    /** Sets the value. */
    @Setup
    public void set(Connection connection) {
      value = new SequencedPayload(payload).next();
      connection.lettuce.commands().set(connection.key, value);
      connection.lettuce.holdCommands();
    }
  }

  /** A counter that does not exist yet. */
  @State(Scope.Thread)
  public static class Counter {
    private long last;

    /** Turns to batches. */
    @Setup
    public void prepare(Connection connection) {
      connection.lettuce.holdCommands();
    }
  }

  /** A stream that does not exist yet. */
  @State(Scope.Thread)
  public static class Stream {
    @Param("100")
    int payload;

    private final XAddArgs arguments =
        XAddArgs.Builder.maxlen(STREAM_ENTRIES).approximateTrimming();
    private Map<byte[], byte[]> body;
    private StreamId last = new StreamId(0, 0);

    /** Turns to batches. */
    @Setup
    public void prepare(Connection connection) {
      body =
          Map.of(
              "value".getBytes(StandardCharsets.ISO_8859_1), new SequencedPayload(payload).next());
      connection.lettuce.holdCommands();
    }
  }

  /** One batch of GETs. */
  @Benchmark
  @Measured(system = "redis", operation = "GET", client = "lettuce-core", load = Load.SATURATED)
  public void get(Connection connection, Value value, Completions completions, Control control)
      throws InterruptedException, ExecutionException {
    completions.begin(control);
    for (RedisFuture<byte[]> reply :
        connection.batch(() -> connection.commands.get(connection.key))) {
      if (!Arrays.equals(value.value, reply.get())) {
        throw new WrongAnswerException("GET did not return the value that was set");
      }
    }
    completions.add(connection.inFlight);
  }

  /** One batch of INCRs. */
  @Benchmark
  @Measured(system = "redis", operation = "INCR", client = "lettuce-core", load = Load.SATURATED)
  public void incr(Connection connection, Counter counter, Completions completions, Control control)
      throws InterruptedException, ExecutionException {
    completions.begin(control);
    for (RedisFuture<Long> reply :
        connection.batch(() -> connection.commands.incr(connection.key))) {
      long received = reply.get();
      if (received != counter.last + 1) {
        throw new WrongAnswerException("INCR gave " + received + " after " + counter.last);
      }
      counter.last = received;
    }
    completions.add(connection.inFlight);
  }

  /** One batch of XADDs. */
  @Benchmark
  @Measured(system = "redis", operation = "XADD", client = "lettuce-core", load = Load.SATURATED)
  public void xadd(Connection connection, Stream stream, Completions completions, Control control)
      throws InterruptedException, ExecutionException {
    completions.begin(control);
    for (RedisFuture<String> reply :
        connection.batch(
            () -> connection.commands.xadd(connection.key, stream.arguments, stream.body))) {
      StreamId received = StreamId.parse(reply.get());
      received.expectAfter(stream.last);
      stream.last = received;
    }
    completions.add(connection.inFlight);
  }
}
