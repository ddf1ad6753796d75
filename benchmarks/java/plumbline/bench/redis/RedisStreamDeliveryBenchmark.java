package plumbline.bench.redis;

import io.lettuce.core.StreamMessage;
import io.lettuce.core.XReadArgs;
import io.lettuce.core.XReadArgs.StreamOffset;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.api.sync.RedisCommands;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import plumbline.bench.shape.Inbox;
import plumbline.bench.shape.MessagePayload;
import plumbline.bench.shape.Worker;
import plumbline.load.Load;
import plumbline.record.Measured;
import plumbline.record.OpenLoop;
import plumbline.record.Operation;

/**
 * Delivers messages at a rate over a Redis stream: one connection adds with XADD, another waits
 * with XREAD BLOCK. The same shape as a delivery over Kafka, and accounted for in the same way.
 *
 * <p>Timed: from when the message was due, and from when it was sent, until XREAD has returned it.
 * Not timed: checking its checksum. The stream has one field, is not trimmed, and has no group.
 *
 * <p>{@code java -jar target/benchmarks.jar run --only RedisStreamDeliveryBenchmark -p rate=1000}
 */
@State(Scope.Thread)
public class RedisStreamDeliveryBenchmark {
  private static final Duration BLOCK = Duration.ofMillis(100);
  private static final byte[] FIELD = "m".getBytes(StandardCharsets.US_ASCII);

  @Param("100")
  int payload;

  private OpenLoop loop;
  private MessagePayload payloads;
  private LettuceConnection sending;
  private LettuceConnection receiving;
  private RedisAsyncCommands<byte[], byte[]> adding;
  private RedisCommands<byte[], byte[]> reading;
  private byte[] stream;
  private String lastId = "0-0";
  private Inbox inbox;
  private Worker worker;

  /** Connects twice, and starts to read. */
  @Setup
  public void connect(OpenLoop paced) {
    loop = paced;
    payloads = new MessagePayload(payload);
    inbox = new Inbox(loop, payloads);
    sending = LettuceConnection.open("stream");
    receiving = LettuceConnection.open("stream-reader");
    adding = sending.async();
    reading = receiving.commands();
    stream = sending.key();
    worker = Worker.start("stream-reader", loop, this::read);
    loop.messages(this::send);
  }

  @SuppressWarnings("unchecked") // Lettuce takes an array of a generic type.
  private void read() {
    List<StreamMessage<byte[], byte[]>> messages =
        reading.xread(XReadArgs.Builder.block(BLOCK), StreamOffset.from(stream, lastId));
    long at = System.nanoTime();
    for (StreamMessage<byte[], byte[]> message : messages) {
      message.getBody().values().forEach(value -> inbox.receive(value, at));
      lastId = message.getId();
    }
  }

  private void send(Operation operation) {
    adding
        .xadd(stream, Map.of(FIELD, payloads.encode(operation)))
        .whenComplete(
            (id, error) -> {
              if (error != null) {
                loop.fail(operation, error);
              }
            });
  }

  /** One message when it is due. */
  @Benchmark
  @Measured(
      system = "redis",
      operation = "stream delivery",
      client = "lettuce-core",
      load = Load.PACED)
  public void deliver() {
    loop.next();
  }

  /** Deletes the stream and disconnects. */
  @TearDown
  public void disconnect() {
    worker.close();
    receiving.close();
    sending.close();
  }
}
