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
import plumbline.bench.shape.Delivery;
import plumbline.bench.shape.Worker;
import plumbline.load.Load;
import plumbline.record.Measured;
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
public class RedisStreamDeliveryBenchmark extends Delivery {
  private static final Duration BLOCK = Duration.ofMillis(100);
  private static final byte[] FIELD = "m".getBytes(StandardCharsets.US_ASCII);

  private LettuceConnection sending;
  private LettuceConnection receiving;
  private RedisAsyncCommands<byte[], byte[]> adding;
  private RedisCommands<byte[], byte[]> reading;
  private byte[] stream;
  private String lastId = "0-0";
  private Worker worker;

  @Override
  protected void open() {
    sending = LettuceConnection.open("stream");
    receiving = LettuceConnection.open("stream-reader");
    adding = sending.async();
    reading = receiving.commands();
    stream = sending.key();
    worker = Worker.start("stream-reader", loop(), this::read);
  }

  @SuppressWarnings("unchecked") // Lettuce takes an array of a generic type.
  private void read() {
    List<StreamMessage<byte[], byte[]>> messages =
        reading.xread(XReadArgs.Builder.block(BLOCK), StreamOffset.from(stream, lastId));
    long at = System.nanoTime();
    for (StreamMessage<byte[], byte[]> message : messages) {
      message.getBody().values().forEach(value -> receive(value, at));
      lastId = message.getId();
    }
  }

  @Override
  protected void send(Operation operation, byte[] message) {
    adding.xadd(stream, Map.of(FIELD, message)).whenComplete(failing(operation));
  }

  /** One message when it is due. */
  @Benchmark
  @Measured(
      system = "redis",
      operation = "stream delivery",
      client = "lettuce-core",
      load = Load.PACED)
  public void deliver() {
    next();
  }

  @Override
  protected void close() {
    worker.close();
    receiving.close();
    sending.close();
  }
}
