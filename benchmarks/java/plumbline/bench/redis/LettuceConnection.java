package plumbline.bench.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import plumbline.bench.shape.AsyncKeyValueClient;
import plumbline.bench.shape.NumberedKey;
import plumbline.bench.shape.Pipeline;
import plumbline.system.endpoint.Endpoints;

/** One connection of one thread, and one key or many that are numbered, for one fork. */
final class LettuceConnection implements AsyncKeyValueClient {
  /** After this time without an answer Redis counts as gone. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private final RedisClient client;
  private final StatefulRedisConnection<byte[], byte[]> connection;
  private final RedisCommands<byte[], byte[]> commands;
  private final RedisAsyncCommands<byte[], byte[]> async;
  private final String name;
  private final NumberedKey numbered;
  private byte[] key;
  private RedisWire keeper;

  private LettuceConnection(RedisClient client, String name) {
    this.client = client;
    this.connection = client.connect(ByteArrayCodec.INSTANCE);
    this.commands = connection.sync();
    this.async = connection.async();
    this.name = name;
    this.numbered = NumberedKey.of(name);
    this.key = name.getBytes(StandardCharsets.UTF_8);
  }

  /** Connects to the run's Redis. */
  static LettuceConnection open(String what) {
    Endpoints endpoints = Endpoints.current();
    RedisURI uri = RedisURI.create(RedisAddress.uri());
    uri.setTimeout(PATIENCE);
    return new LettuceConnection(RedisClient.create(uri), endpoints.newName(what));
  }

  RedisCommands<byte[], byte[]> commands() {
    return commands;
  }

  /**
   * A batch as Lettuce's documentation advises: its commands are held back and flushed together.
   * That concerns everybody on a connection, which from now on is only for this.
   *
   * @param command issues one
   * @param check of one answer
   */
  <T> Pipeline.Batch batch(int count, Supplier<RedisFuture<T>> command, Consumer<T> check) {
    connection.setAutoFlushCommands(false);
    return () -> {
      List<RedisFuture<T>> answers = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        answers.add(command.get());
      }
      connection.flushCommands();
      // Redis answers in order, so when the last answer is here, all are.
      if (!answers.get(count - 1).await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("no reply within " + PATIENCE.toSeconds() + " s");
      }
      for (RedisFuture<T> answer : answers) {
        check.accept(answer.get());
      }
    };
  }

  /** Commands that do not wait for their answers, which come on a thread of Lettuce. */
  RedisAsyncCommands<byte[], byte[]> async() {
    return async;
  }

  @Override
  public byte[] set(byte[] value) {
    commands.set(key, value);
    return value;
  }

  @Override
  public void store(int count, IntFunction<byte[]> value) throws IOException {
    keeper = RedisWire.open(RedisAddress.uri(), name);
    keeper.store(count, value);
  }

  /** {@inheritDoc} The key is a new array, because a command may still lie in a queue. */
  @Override
  public void use(int number) {
    key = numbered.at(number).clone();
  }

  @Override
  public byte[] get() {
    return commands.get(key);
  }

  @Override
  public long increment() {
    return commands.incr(key);
  }

  @Override
  public RedisFuture<byte[]> getAsync() {
    return async.get(key);
  }

  @Override
  public RedisFuture<Long> incrementAsync() {
    return async.incr(key);
  }

  /** Another connection of the same client, for messages of channels. */
  StatefulRedisPubSubConnection<byte[], byte[]> connectPubSub() {
    return client.connectPubSub(ByteArrayCodec.INSTANCE);
  }

  byte[] key() {
    return key;
  }

  @Override
  public void close() {
    connection.setAutoFlushCommands(true);
    try {
      commands.del(key);
    } finally {
      closeKeeper();
      connection.close();
      client.shutdown(Duration.ZERO, PATIENCE);
    }
  }

  private void closeKeeper() {
    if (keeper == null) {
      return;
    }
    try {
      keeper.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
