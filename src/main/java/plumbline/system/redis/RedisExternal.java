package plumbline.system.redis;

import io.lettuce.core.RedisURI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import plumbline.problem.BadInputException;
import plumbline.system.spi.Address;
import plumbline.system.spi.Secrets;
import plumbline.system.spi.ServerRequest;

/** A Redis of the user's own. */
final class RedisExternal {
  private RedisExternal() {}

  /**
   * Where it is; empty if the user names none.
   *
   * @throws BadInputException if the URI is none
   */
  static Optional<Address> address(ServerRequest request) {
    return request
        .value(RedisSystem.ADDRESS)
        .map(uri -> new Address(new TreeMap<>(Map.of(RedisSystem.URI, uri)), display(parse(uri))));
  }

  private static RedisURI parse(String uri) {
    try {
      RedisURI parsed = RedisURI.create(uri);
      if (parsed.getHost() != null && !parsed.getHost().isEmpty()) {
        return parsed;
      }
    } catch (IllegalArgumentException e) {
      // The message of the parser may hold the URI, and with it the password.
      throw bad(uri);
    }
    throw bad(uri);
  }

  private static BadInputException bad(String uri) {
    String shown = uri.contains("@") ? Secrets.withoutUserInfo(uri).replaceAll(".*@", "") : uri;
    return new BadInputException(
        "--redis must be redis://[user:password@]host[:port][/database] or rediss://..., not '"
            + shown
            + "'");
  }

  private static String display(RedisURI uri) {
    String host = uri.getHost().contains(":") ? "[" + uri.getHost() + "]" : uri.getHost();
    return (uri.isSsl() ? "rediss://" : "redis://")
        + host
        + ":"
        + uri.getPort()
        + (uri.getDatabase() == 0 ? "" : "/" + uri.getDatabase());
  }
}
