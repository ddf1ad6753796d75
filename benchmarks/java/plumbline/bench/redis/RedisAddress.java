package plumbline.bench.redis;

import io.lettuce.core.RedisCredentials;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.Optional;
import plumbline.system.endpoint.Endpoints;

/**
 * Where a Redis is, for clients that are not Lettuce: Lettuce reads the URI, so that all take the
 * same.
 *
 * @param user to log in as; only with a password
 */
record RedisAddress(
    String host,
    int port,
    boolean tls,
    Optional<String> user,
    Optional<String> password,
    int database) {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** The URI of the run's Redis; it may hold a password. */
  static String uri() {
    return Endpoints.current().of("redis", "uri").get("uri");
  }

  static RedisAddress of(String uri) {
    RedisURI parsed = RedisURI.create(uri);
    RedisCredentials credentials =
        parsed.getCredentialsProvider().resolveCredentials().block(PATIENCE);
    boolean known = credentials != null && credentials.hasPassword();
    return new RedisAddress(
        parsed.getHost(),
        parsed.getPort(),
        parsed.isSsl(),
        known && credentials.hasUsername()
            ? Optional.of(credentials.getUsername())
            : Optional.empty(),
        known ? Optional.of(new String(credentials.getPassword())) : Optional.empty(),
        parsed.getDatabase());
  }

  /** Without the password. */
  @Override
  public String toString() {
    return host + ":" + port;
  }
}
