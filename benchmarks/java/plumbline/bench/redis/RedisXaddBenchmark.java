package plumbline.bench.redis;

import io.lettuce.core.XAddArgs;
import io.lettuce.core.api.sync.RedisCommands;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Control;
import plumbline.bench.shape.SequencedPayload;
import plumbline.record.Measured;
import plumbline.record.Recorder;

/**
 * Adds one entry to a Redis stream with XADD and waits for its id, then the next: what {@code
 * KafkaAckBenchmark} does to a topic, with whatever persistence Redis has. {@link
 * RedisAppendBenchmark} asks for one.
 *
 * <p>Timed: the call. Not timed: making the payload, and checking that the id is above the one
 * before. The stream keeps its newest {@value #KEPT} entries or somewhat more, so that neither it
 * nor a rewrite of an append-only file grows with the time that is measured.
 *
 * <p>{@code java -jar target/benchmarks.jar run --only RedisXaddBenchmark}
 */
@State(Scope.Thread)
public class RedisXaddBenchmark {
  private static final int KEPT = 10_000;
  private static final byte[] FIELD = "m".getBytes(StandardCharsets.US_ASCII);

  @Param("100")
  int payload;

  private final XAddArgs trimmed = XAddArgs.Builder.maxlen(KEPT).approximateTrimming();
  private final RisingIds ids = new RisingIds();
  private LettuceConnection connection;
  private RedisCommands<byte[], byte[]> commands;
  private byte[] stream;
  private SequencedPayload payloads;

  /** Connects; the stream does not exist yet. */
  @Setup
  public void connect() {
    payloads = new SequencedPayload(payload);
    connection = LettuceConnection.open("append");
    commands = connection.commands();
    stream = connection.key();
  }

  /** One XADD. */
  @Benchmark
  @Measured(system = "redis", operation = "XADD", client = "lettuce-core")
  public void append(Recorder recorder, Control control) {
    Map<byte[], byte[]> entry = Map.of(FIELD, payloads.next());
    long start = recorder.start();
    String id = commands.xadd(stream, trimmed, entry);
    recorder.stop(start, control);
    ids.verify(id);
  }

  /** Deletes the stream and disconnects. */
  @TearDown
  public void disconnect() {
    connection.close();
  }
}
