package plumbline.bench.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import plumbline.system.endpoint.Endpoints;

/** One connection of one thread, and one key, for one fork. */
final class LettuceConnection implements AutoCloseable {
  /** After this time without an answer Redis counts as gone. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private final RedisClient client;
  private final StatefulRedisConnection<byte[], byte[]> connection;
  private final byte[] key;

  private LettuceConnection(RedisClient client, byte[] key) {
    this.client = client;
    this.connection = client.connect(ByteArrayCodec.INSTANCE);
    this.key = key;
  }

  /** Connects to the run's Redis. */
  static LettuceConnection open(String what) {
    Endpoints endpoints = Endpoints.current();
    RedisURI uri = RedisURI.create(RedisWire.uri());
    uri.setTimeout(PATIENCE);
    byte[] key = endpoints.newName(what).getBytes(StandardCharsets.UTF_8);
    return new LettuceConnection(RedisClient.create(uri), key);
  }

  RedisCommands<byte[], byte[]> commands() {
    return connection.sync();
  }

  /**
   * From now on commands wait until {@link #flush()}, as Lettuce's documentation advises for
   * batches. That concerns everybody on a connection, so it must be one's own.
   */
  void holdCommands() {
    connection.setAutoFlushCommands(false);
  }

  /** Sends the commands that wait. */
  void flush() {
    connection.flushCommands();
  }

  /** Commands that do not wait for their answers, which come on a thread of Lettuce. */
  RedisAsyncCommands<byte[], byte[]> async() {
    return connection.async();
  }

  /** Another connection of the same client, for messages of channels. */
  StatefulRedisPubSubConnection<byte[], byte[]> connectPubSub() {
    return client.connectPubSub(ByteArrayCodec.INSTANCE);
  }

  byte[] key() {
    return key;
  }

  /** Deletes the key and disconnects. */
  @Override
  public void close() {
    connection.setAutoFlushCommands(true);
    commands().del(key);
    connection.close();
    client.shutdown(Duration.ZERO, PATIENCE);
  }
}
