package plumbline.bench.redis;

import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import org.openjdk.jmh.annotations.Benchmark;
import plumbline.bench.shape.Delivery;
import plumbline.load.Load;
import plumbline.record.Measured;
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
public class RedisPubSubDeliveryBenchmark extends Delivery {
  private LettuceConnection connection;
  private StatefulRedisPubSubConnection<byte[], byte[]> subscription;
  private RedisAsyncCommands<byte[], byte[]> publishing;
  private byte[] channel;

  @Override
  protected void open() {
    connection = LettuceConnection.open("channel");
    publishing = connection.async();
    channel = connection.key();
    subscription = connection.connectPubSub();
    subscription.addListener(
        new RedisPubSubAdapter<>() {
          @Override
          public void message(byte[] from, byte[] message) {
            receive(message, System.nanoTime());
          }
        });
    subscription.sync().subscribe(channel);
  }

  @Override
  protected void send(Operation operation, byte[] message) {
    publishing.publish(channel, message).whenComplete(failing(operation));
  }

  /** One message when it is due. */
  @Benchmark
  @Measured(
      system = "redis",
      operation = "pub/sub delivery",
      client = "lettuce-core",
      load = Load.PACED)
  public void deliver() {
    next();
  }

  @Override
  protected void close() {
    subscription.close();
    connection.close();
  }
}
