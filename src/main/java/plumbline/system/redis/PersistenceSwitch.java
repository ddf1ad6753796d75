package plumbline.system.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import plumbline.problem.CannotMeasureException;
import plumbline.system.process.Pause;
import plumbline.system.redis.client.Persistence;

/**
 * Changes what a Redis of ours does before it acknowledges a write, while it runs, with CONFIG SET,
 * so that one server serves all settings.
 */
final class PersistenceSwitch {
  private static final Duration QUESTION = Duration.ofSeconds(10);
  private static final Duration SWITCH = Duration.ofSeconds(30);
  private static final long PAUSE_MILLIS = 20;

  private final Persistence wanted;
  private final String name;

  /** A switch to one setting. */
  PersistenceSwitch(Persistence wanted) {
    this.wanted = wanted;
    this.name = Persistence.NAME + "=" + wanted.text();
  }

  /**
   * Brings a server to the setting and waits until it is in force: the file is on and holds what
   * there was before, no rewrite runs or is due, and nothing waits for the disk. Without effect on
   * a server that is there already.
   *
   * @param uri of a server that this program started
   * @throws CannotMeasureException if it does not come to be in force within 30 s
   */
  void apply(String uri) {
    try (RedisLink link = new RedisLink(uri, QUESTION)) {
      RedisCommands<String, String> redis = link.commands();
      if (!isConfigured(redis)) {
        wanted.configuration().forEach(redis::configSet);
        keepOverRestart(redis);
      }
      await(redis);
      if (!isConfigured(redis)) {
        throw new CannotMeasureException("redis took " + name + " and gave it up");
      }
    } catch (RedisException e) {
      throw new CannotMeasureException(
          "redis cannot be brought to " + name + ": " + e.getMessage(), e);
    }
  }

  private boolean isConfigured(RedisCommands<String, String> redis) {
    Map<String, String> settings = new TreeMap<>();
    wanted.configuration().keySet().forEach(key -> settings.putAll(redis.configGet(key)));
    return wanted.isIn(settings) && "".equals(settings.get(Persistence.SNAPSHOTS));
  }

  /** A server that has a configuration file reads it again when it comes back after its end. */
  private static void keepOverRestart(RedisCommands<String, String> redis) {
    boolean hasFile =
        !RedisDialect.parse(redis.info("server")).getOrDefault("config_file", "").isEmpty();
    if (hasFile) {
      try {
        redis.configRewrite();
      } catch (RedisCommandExecutionException e) {
        throw new CannotMeasureException(
            "redis cannot write its configuration file: " + e.getMessage(), e);
      }
    }
  }

  private void await(RedisCommands<String, String> redis) {
    long end = System.nanoTime() + SWITCH.toNanos();
    while (!isInForce(RedisDialect.parse(redis.info("persistence")))) {
      if (System.nanoTime() > end) {
        throw new CannotMeasureException(
            "redis did not come to "
                + name
                + " within "
                + SWITCH.toSeconds()
                + " s; its log says why");
      }
      Pause.of(PAUSE_MILLIS, "redis changed its persistence");
    }
  }

  /** By INFO persistence. */
  boolean isInForce(Map<String, String> info) {
    boolean quiet =
        has(info, "aof_rewrite_in_progress", "0")
            && has(info, "aof_rewrite_scheduled", "0")
            && has(info, "rdb_bgsave_in_progress", "0");
    if (wanted == Persistence.OFF) {
      return quiet && has(info, "aof_enabled", "0");
    }
    return quiet
        && has(info, "aof_enabled", "1")
        && has(info, "aof_last_bgrewrite_status", "ok")
        && has(info, "aof_last_write_status", "ok")
        && has(info, "aof_buffer_length", "0")
        && has(info, "aof_pending_bio_fsync", "0");
  }

  private static boolean has(Map<String, String> info, String key, String value) {
    return value.equals(info.get(key));
  }
}
