package plumbline.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Control;
import plumbline.load.Load;
import plumbline.record.Completions;
import plumbline.record.Measured;
import plumbline.system.endpoint.Endpoints;

/**
 * GET, INCR and XADD pipelined over a bare socket, the commands encoded beforehand: what one
 * connection can get out of the server.
 *
 * <p>The load has the shape of {@code redis-benchmark -c 1 -P inFlight}: a whole batch is written,
 * then all of its replies are read, then the next batch. Unlike that, it does not sleep for the
 * first 200 us that it waits for replies, so a waking thread is not what limits the server; the
 * client's processor time per operation shows the price. One invocation is one batch, so JMH's own
 * score counts batches; the throughput in results.csv counts commands whose reply was read and
 * checked. No latency is recorded: that of a command in a batch is its place in the queue.
 *
 * <p>The stream of XADD is kept at about {@value #STREAM_ENTRIES} entries.
 *
 * <p>{@code java -jar target/benchmarks.jar run saturation --only RedisWirePipelineBenchmark}
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class RedisWirePipelineBenchmark {
  private static final int STREAM_ENTRIES = 10_000;

  /** A connection and a key. JMH gives one to both the benchmark and the other states. */
  @State(Scope.Benchmark)
  public static class Connection {
    private RedisWire wire;
    private RedisReplies replies;
    private String key;

    /** Connects. */
    @Setup
    public void connect() throws IOException {
      wire = RedisWire.open(Endpoints.current().redisUri());
      replies = new RedisReplies(wire);
      key = Endpoints.current().newName("pipeline");
    }

    /** Deletes the key and disconnects. */
    @TearDown
    public void disconnect() throws IOException {
      wire.exchangeInteger(RedisWire.encode(List.of("DEL", key)));
      wire.close();
    }
  }

  /** GETs of one key with a value. */
  @State(Scope.Thread)
  public static class Value {
    @Param({"1", "16", "128", "1024"})
    int inFlight;

    @Param("100")
    int payload;

    private RedisBatch batch;
    private RedisReplies.Known reply;

    /** Sets the value. */
    @Setup
    public void prepare(Connection connection) throws IOException {
      String value = text(payload);
      connection.wire.expectOk(List.of("SET", connection.key, value));
      batch =
          new RedisBatch(
              connection.wire, RedisWire.encode(List.of("GET", connection.key)), inFlight);
      reply =
          new RedisReplies.Known(
              ("$" + payload + "\r\n" + value + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  /** INCRs of a counter that does not exist yet. */
  @State(Scope.Thread)
  public static class Counter {
    @Param({"1", "16", "128", "1024"})
    int inFlight;

    private RedisBatch batch;
    private long last;

    /** Encodes the batch. */
    @Setup
    public void prepare(Connection connection) {
      batch =
          new RedisBatch(
              connection.wire, RedisWire.encode(List.of("INCR", connection.key)), inFlight);
    }
  }

  /** XADDs to a stream that does not exist yet. */
  @State(Scope.Thread)
  public static class Stream {
    @Param({"1", "16", "128", "1024"})
    int inFlight;

    @Param("100")
    int payload;

    private RedisBatch batch;

    /** Encodes the batch. */
    @Setup
    public void prepare(Connection connection) {
      batch =
          new RedisBatch(
              connection.wire,
              RedisWire.encode(
                  List.of(
                      "XADD",
                      connection.key,
                      "MAXLEN",
                      "~",
                      Integer.toString(STREAM_ENTRIES),
                      "*",
                      "value",
                      text(payload))),
              inFlight);
    }
  }

  private static String text(int payload) {
    return new String(new SequencedPayload(payload).next(), StandardCharsets.ISO_8859_1);
  }

  /** One batch of GETs. */
  @Benchmark
  @Measured(system = "redis", operation = "GET", client = "bare socket", load = Load.SATURATED)
  public void get(Connection connection, Value value, Completions completions, Control control)
      throws IOException {
    completions.begin(control);
    value.batch.send();
    connection.replies.expect(value.reply, value.inFlight);
    completions.add(value.inFlight);
  }

  /** One batch of INCRs. */
  @Benchmark
  @Measured(system = "redis", operation = "INCR", client = "bare socket", load = Load.SATURATED)
  public void incr(Connection connection, Counter counter, Completions completions, Control control)
      throws IOException {
    completions.begin(control);
    counter.batch.send();
    counter.last = connection.replies.expectCounting(counter.last, counter.inFlight);
    completions.add(counter.inFlight);
  }

  /** One batch of XADDs. */
  @Benchmark
  @Measured(system = "redis", operation = "XADD", client = "bare socket", load = Load.SATURATED)
  public void xadd(Connection connection, Stream stream, Completions completions, Control control)
      throws IOException {
    completions.begin(control);
    stream.batch.send();
    connection.replies.expectRisingIds(stream.inFlight);
    completions.add(stream.inFlight);
  }
}
