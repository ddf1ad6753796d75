package plumbline.system.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import plumbline.problem.BadInputException;
import plumbline.problem.CannotMeasureException;

/**
 * What a Redis of ours does before it acknowledges a write. It is changed while the server runs,
 * with CONFIG SET, so that one server serves all settings.
 */
enum RedisPersistence {
  /** Memory only. */
  OFF("off", "none", "no", "everysec"),
  /** The append-only file is written before the answer, and forced to the disk once a second. */
  EVERYSEC("everysec", "aof-everysec", "yes", "everysec"),
  /** The append-only file is written and forced to the disk before the answer. */
  ALWAYS("always", "aof-always", "yes", "always");

  /** The parameter of benchmarks. */
  static final String PARAM = "persistence";

  private static final Duration QUESTION = Duration.ofSeconds(10);
  private static final Duration SWITCH = Duration.ofSeconds(30);
  private static final long PAUSE_MILLIS = 20;

  private static final String LOG = "appendonly";
  private static final String SYNC = "appendfsync";
  private static final String SNAPSHOTS = "save";

  private final String text;
  private final String condition;
  private final String log;
  private final String sync;

  RedisPersistence(String text, String condition, String log, String sync) {
    this.text = text;
    this.condition = condition;
    this.log = log;
    this.sync = sync;
  }

  /** The condition that stands beside figures. */
  String condition() {
    return condition;
  }

  /**
   * Reads the value of the parameter.
   *
   * @throws BadInputException if there is no such setting
   */
  static RedisPersistence of(String text) {
    return Arrays.stream(values())
        .filter(one -> one.text.equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInputException(
                    PARAM
                        + " must be "
                        + Arrays.stream(values())
                            .map(one -> one.text)
                            .collect(Collectors.joining(", "))
                        + ", not '"
                        + text
                        + "'"));
  }

  /**
   * Brings a server to this setting and waits until it is in force: the file is on and holds what
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
        // In this order, so that a file that is switched on has its mode from the first write.
        redis.configSet(SYNC, sync);
        redis.configSet(SNAPSHOTS, "");
        redis.configSet(LOG, log);
        keepOverRestart(redis);
      }
      await(redis);
      if (!isConfigured(redis)) {
        throw new CannotMeasureException("redis took " + PARAM + "=" + text + " and gave it up");
      }
    } catch (RedisException e) {
      throw new CannotMeasureException(
          "redis cannot be brought to " + PARAM + "=" + text + ": " + e.getMessage(), e);
    }
  }

  private boolean isConfigured(RedisCommands<String, String> redis) {
    Map<String, String> settings = new TreeMap<>();
    for (String name : new String[] {LOG, SYNC, SNAPSHOTS}) {
      settings.putAll(redis.configGet(name));
    }
    return log.equals(settings.get(LOG))
        && "".equals(settings.get(SNAPSHOTS))
        // Without a file, how often it is forced to the disk does not matter.
        && (this == OFF || sync.equals(settings.get(SYNC)));
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
                + PARAM
                + "="
                + text
                + " within "
                + SWITCH.toSeconds()
                + " s; its log says why");
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotMeasureException("interrupted while redis changed its persistence", e);
    }
  }

  /** By INFO persistence. */
  boolean isInForce(Map<String, String> info) {
    boolean quiet =
        has(info, "aof_rewrite_in_progress", "0")
            && has(info, "aof_rewrite_scheduled", "0")
            && has(info, "rdb_bgsave_in_progress", "0");
    if (this == OFF) {
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
