package plumbline.bench.redis;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import plumbline.bench.shape.KeyValueClient;
import plumbline.bench.shape.NumberedKey;
import plumbline.system.endpoint.Endpoints;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.SslOptions;

/**
 * One connection of Jedis, as it comes: with its time-out of 2 s, for the sake of which Java asks
 * whether bytes are there before it reads them. No pool lends it, because one thread needs none.
 */
final class JedisConnection implements KeyValueClient {
  private final Jedis jedis;
  private final String name;
  private final NumberedKey numbered;
  private byte[] key;
  private RedisWire keeper;

  private JedisConnection(Jedis jedis, String name) {
    this.jedis = jedis;
    this.name = name;
    this.numbered = NumberedKey.of(name);
    this.key = name.getBytes(StandardCharsets.UTF_8);
  }

  /** Connects to the run's Redis. */
  static JedisConnection open(String what) {
    RedisAddress address = RedisAddress.of(RedisAddress.uri());
    DefaultJedisClientConfig.Builder settings =
        DefaultJedisClientConfig.builder().database(address.database());
    if (address.tls()) {
      settings.sslOptions(SslOptions.defaults());
    }
    address.user().ifPresent(settings::user);
    address.password().ifPresent(settings::password);
    Jedis jedis = new Jedis(new HostAndPort(address.host(), address.port()), settings.build());
    return new JedisConnection(jedis, Endpoints.current().newName("jedis-" + what));
  }

  @Override
  public byte[] set(byte[] value) {
    jedis.set(key, value);
    return value;
  }

  @Override
  public void store(int count, IntFunction<byte[]> value) throws IOException {
    keeper = RedisWire.open(RedisAddress.uri(), name);
    keeper.store(count, value);
  }

  @Override
  public void use(int number) {
    key = numbered.at(number);
  }

  @Override
  public byte[] get() {
    return jedis.get(key);
  }

  @Override
  public long increment() {
    return jedis.incr(key);
  }

  @Override
  public void close() throws IOException {
    try (jedis) {
      jedis.del(key);
    } finally {
      if (keeper != null) {
        keeper.close();
      }
    }
  }
}
