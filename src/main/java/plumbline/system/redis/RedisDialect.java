package plumbline.system.redis;

import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisException;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanCursor;
import io.lettuce.core.api.sync.RedisCommands;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import plumbline.system.redis.client.Persistence;
import plumbline.system.spi.Dialect;
import plumbline.system.spi.Identity;
import plumbline.system.spi.NoAnswerException;
import plumbline.system.spi.Removal;
import plumbline.system.spi.Secrets;

/** What the host asks Redis, through Lettuce. */
final class RedisDialect implements Dialect {
  private static final Pattern REFUSED =
      Pattern.compile("^(WRONGPASS|NOAUTH|NOPERM|ERR (AUTH|invalid password|Client sent AUTH)).*");

  /** Sections of INFO that say what the server is; the others change while it runs. */
  private static final String SERVER = "server";

  private static final int SCAN_COUNT = 1_000;

  @Override
  public void ping(Map<String, String> endpoints, Duration limit) throws NoAnswerException {
    String answer = ask(endpoints, limit, RedisCommands::ping);
    if (!answer.equals("PONG")) {
      throw NoAnswerException.decided("does not answer PONG but '" + answer + "'", null);
    }
  }

  @Override
  public Identity identify(Map<String, String> endpoints, Optional<Path> log, Duration limit)
      throws NoAnswerException {
    return ask(endpoints, limit, RedisDialect::identify);
  }

  private static Identity identify(RedisCommands<String, String> redis) {
    Map<String, String> info = parse(redis.info(SERVER));
    SortedMap<String, String> settings = new TreeMap<>();
    boolean configurationIsOpen = true;
    try {
      settings.putAll(redis.configGet("*"));
    } catch (RedisCommandExecutionException e) {
      // Hosted servers forbid CONFIG. What is unknown is called unknown.
      configurationIsOpen = false;
    }
    SortedMap<String, String> configuration = new TreeMap<>(Secrets.without(settings));
    info.forEach((key, value) -> configuration.put("info." + key, value));
    SortedMap<String, String> conditions = new TreeMap<>();
    conditions.put(
        Persistence.NAME, configurationIsOpen ? Persistence.condition(settings) : "unknown");
    if (info.getOrDefault("redis_mode", info.getOrDefault("server_mode", "")).equals("cluster")) {
      conditions.put("mode", "cluster");
    }
    if (!settings.getOrDefault("maxmemory", "0").equals("0")) {
      conditions.put("maxmemory", settings.get("maxmemory"));
      conditions.put("maxmemory-policy", settings.getOrDefault("maxmemory-policy", ""));
    }
    boolean valkey = info.containsKey("valkey_version");
    String version = info.get(valkey ? "valkey_version" : "redis_version");
    return new Identity(
        valkey ? "Valkey" : "Redis",
        version == null ? "unknown" : version,
        "INFO server",
        conditions,
        configuration);
  }

  /** What INFO says, by name. */
  static Map<String, String> parse(String info) {
    Map<String, String> values = new TreeMap<>();
    info.lines()
        .filter(line -> !line.startsWith("#") && line.contains(":"))
        .forEach(
            line -> {
              int colon = line.indexOf(':');
              values.put(line.substring(0, colon), line.substring(colon + 1));
            });
    return values;
  }

  @Override
  public Removal remove(Map<String, String> endpoints, String prefix, Duration limit)
      throws NoAnswerException {
    return ask(endpoints, limit, redis -> remove(redis, prefix));
  }

  private static Removal remove(RedisCommands<String, String> redis, String prefix) {
    // Letters, digits, points, hyphens and underscores only: nothing in it is a pattern.
    ScanArgs matching = ScanArgs.Builder.matches(prefix + "*").limit(SCAN_COUNT);
    int deleted = 0;
    ScanCursor cursor = ScanCursor.INITIAL;
    do {
      KeyScanCursor<String> page = redis.scan(cursor, matching);
      if (!page.getKeys().isEmpty()) {
        deleted += redis.del(page.getKeys().toArray(String[]::new)).intValue();
      }
      cursor = page;
    } while (!cursor.isFinished());
    return new Removal.Removed(deleted);
  }

  /** A question to a server. */
  private interface Question<T> {
    T ask(RedisCommands<String, String> redis);
  }

  private static <T> T ask(Map<String, String> endpoints, Duration limit, Question<T> question)
      throws NoAnswerException {
    try (RedisLink link = new RedisLink(endpoints.get(RedisSystem.URI), limit)) {
      return question.ask(link.commands());
    } catch (RedisException e) {
      throw noAnswer(e);
    }
  }

  private static NoAnswerException noAnswer(RedisException problem) {
    Throwable root = problem;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message =
        root.getMessage() == null ? root.getClass().getSimpleName() : firstLine(root.getMessage());
    if (root instanceof RedisCommandExecutionException) {
      return REFUSED.matcher(message).matches()
          ? NoAnswerException.decided("refuses the credentials: " + message, problem)
          : message.startsWith("LOADING")
              ? NoAnswerException.yet("is loading its data", problem)
              : NoAnswerException.decided("answers with an error: " + message, problem);
    }
    if (root instanceof javax.net.ssl.SSLException) {
      return NoAnswerException.decided("cannot be connected to over TLS: " + message, problem);
    }
    if (root instanceof RedisCommandTimeoutException) {
      return NoAnswerException.yet("accepts a connection but does not answer as Redis", problem);
    }
    return NoAnswerException.yet("does not answer: " + message, problem);
  }

  private static String firstLine(String message) {
    return Secrets.withoutUserInfo(message.lines().findFirst().orElse(""));
  }
}
