package plumbline.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
import plumbline.record.Measured;
import plumbline.record.Recorder;
import plumbline.system.endpoint.Endpoints;

/**
 * GET and INCR over a bare socket, the command encoded beforehand: what the server can do without a
 * client library. The difference to Lettuce is the client's share.
 *
 * <p>Timed: writing the command and reading the whole reply. Not timed: comparing the reply with
 * the one expected.
 *
 * <p>{@code java -jar target/benchmarks.jar run --only RedisWireBenchmark}
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class RedisWireBenchmark {
  /** A connection, and a key with its value. */
  @State(Scope.Thread)
  public static class Value {
    @Param("100")
    int payload;

    private final String key = Endpoints.current().newName("wire-get");
    private final byte[] command = RedisWire.encode(List.of("GET", key));
    private RedisWire wire;
    private byte[] reply;

    /** Connects and sets the value. */
    @Setup
    public void connect() throws IOException {
      wire = RedisWire.open(Endpoints.current().redisUri());
      byte[] bytes = new SequencedPayload(payload).next();
      String value = new String(bytes, StandardCharsets.ISO_8859_1);
      wire.expectOk(List.of("SET", key, value));
      reply = ("$" + payload + "\r\n" + value + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Deletes the key and disconnects. */
    @TearDown
    public void disconnect() throws IOException {
      wire.exchangeInteger(RedisWire.encode(List.of("DEL", key)));
      wire.close();
    }
  }

  /** A connection, and a counter that does not exist yet. */
  @State(Scope.Thread)
  public static class Counter {
    private final String key = Endpoints.current().newName("wire-incr");
    private final byte[] command = RedisWire.encode(List.of("INCR", key));
    private RedisWire wire;
    private long last;

    /** Connects. */
    @Setup
    public void connect() throws IOException {
      wire = RedisWire.open(Endpoints.current().redisUri());
    }

    /** Deletes the key and disconnects. */
    @TearDown
    public void disconnect() throws IOException {
      wire.exchangeInteger(RedisWire.encode(List.of("DEL", key)));
      wire.close();
    }
  }

  /** One GET. */
  @Benchmark
  @Measured(system = "redis", operation = "GET", client = "bare socket")
  public void get(Value value, Recorder recorder, Control control) throws IOException {
    int length = value.reply.length;
    long start = recorder.start();
    byte[] received = value.wire.exchange(value.command, length);
    recorder.stop(start, control);
    if (!Arrays.equals(received, 0, length, value.reply, 0, length)) {
      throw new WrongAnswerException("GET did not return the value that was set");
    }
  }

  /** One INCR. */
  @Benchmark
  @Measured(system = "redis", operation = "INCR", client = "bare socket")
  public void incr(Counter counter, Recorder recorder, Control control) throws IOException {
    long start = recorder.start();
    long received = counter.wire.exchangeInteger(counter.command);
    recorder.stop(start, control);
    if (received != counter.last + 1) {
      throw new WrongAnswerException("INCR gave " + received + " after " + counter.last);
    }
    counter.last = received;
  }
}
