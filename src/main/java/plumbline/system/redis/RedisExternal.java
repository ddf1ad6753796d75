package plumbline.system.redis;

import io.lettuce.core.RedisURI;
import java.util.Map;
import plumbline.problem.BadInputException;
import plumbline.system.ExternalInstance;
import plumbline.system.Secrets;
import plumbline.system.ServerHandle;
import plumbline.system.ServerSystem;
import plumbline.system.StartContext;

/** A Redis of the user's own. */
final class RedisExternal {
  private RedisExternal() {}

  /**
   * Connects.
   *
   * @throws BadInputException if the URI is none
   * @throws plumbline.problem.CannotMeasureException if there is no answer, or none that can be
   *     used
   */
  static ServerHandle connect(ServerSystem system, StartContext context) {
    String uri = context.request().redis().orElseThrow();
    return ExternalInstance.connect(system, Map.of("redis.uri", uri), display(parse(uri)), context);
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
