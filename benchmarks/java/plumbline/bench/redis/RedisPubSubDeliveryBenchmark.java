package plumbline.bench.redis;

import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import plumbline.bench.shape.Inbox;
import plumbline.bench.shape.MessagePayload;
import plumbline.load.Load;
import plumbline.record.Measured;
import plumbline.record.OpenLoop;
import plumbline.record.Operation;

/**
 * Delivers messages at a rate over a Redis channel: one connection publishes, another is
 * subscribed. Accounted for as a delivery over Kafka is; but Redis keeps nothing for a subscriber
 * that is away.
 *
 * <p>Timed: from when the message was due, and from when it was sent, until Lettuce hands it over.
 * Not timed: checking its checksum.
 *
 * <p>{@code java -jar target/benchmarks.jar run --only RedisPubSubDeliveryBenchmark -p rate=1000}
 */
@State(Scope.Thread)
public class RedisPubSubDeliveryBenchmark {
  @Param("100")
  int payload;

  private OpenLoop loop;
  private MessagePayload payloads;
  private LettuceConnection connection;
  private StatefulRedisPubSubConnection<byte[], byte[]> subscription;
  private RedisAsyncCommands<byte[], byte[]> publishing;
  private byte[] channel;

  /** Connects twice, and subscribes. */
  @Setup
  public void connect(OpenLoop paced) {
    loop = paced;
    payloads = new MessagePayload(payload);
    connection = LettuceConnection.open("channel");
    publishing = connection.async();
    channel = connection.key();
    subscription = connection.connectPubSub();
    Inbox inbox = new Inbox(loop, payloads);
    subscription.addListener(
        new RedisPubSubAdapter<>() {
          @Override
          public void message(byte[] from, byte[] message) {
            inbox.receive(message, System.nanoTime());
          }
        });
    subscription.sync().subscribe(channel);
    loop.messages(this::send);
  }

  private void send(Operation operation) {
    publishing
        .publish(channel, payloads.encode(operation))
        .whenComplete(
            (receivers, error) -> {
              if (error != null) {
                loop.fail(operation, error);
              }
            });
  }

  /** One message when it is due. */
  @Benchmark
  @Measured(
      system = "redis",
      operation = "pub/sub delivery",
      client = "lettuce-core",
      load = Load.PACED)
  public void deliver() {
    loop.next();
  }

  /** Disconnects. */
  @TearDown
  public void disconnect() {
    subscription.close();
    connection.close();
  }
}
