package plumbline.system.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A short-lived connection for questions, with its own few threads. */
final class RedisLink implements AutoCloseable {
  private final ClientResources resources;
  private final RedisClient client;
  private final StatefulRedisConnection<String, String> connection;

  /** Connects; the limit is for the connection and for each answer. */
  RedisLink(String uri, Duration limit) {
    RedisURI address = RedisURI.create(uri);
    address.setTimeout(limit);
    resources =
        DefaultClientResources.builder().ioThreadPoolSize(2).computationThreadPoolSize(2).build();
    client = RedisClient.create(resources, address);
    client.setOptions(
        ClientOptions.builder()
            .autoReconnect(false)
            .socketOptions(SocketOptions.builder().connectTimeout(limit).build())
            .build());
    boolean connected = false;
    try {
      connection = client.connect();
      connected = true;
    } finally {
      if (!connected) {
        shutDown();
      }
    }
  }

  RedisCommands<String, String> commands() {
    return connection.sync();
  }

  private void shutDown() {
    client.shutdown(0, 1, TimeUnit.SECONDS);
    resources.shutdown(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(1, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    connection.close();
    shutDown();
  }
}
