package plumbline.bench.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.api.sync.RedisCommands;
import java.util.Map;
import java.util.TreeMap;
import plumbline.system.redis.client.Persistence;

/**
 * Whether Redis does before an acknowledgement what a benchmark says it does. The host brings
 * servers that it started to the setting; a fork only looks, so it never changes a server that
 * somebody else uses.
 */
final class PersistenceCheck {
  private PersistenceCheck() {}

  /**
   * Looks at the run's Redis.
   *
   * @param wanted the {@link Persistence#text()} of a setting
   * @throws IllegalStateException if it is not so, or cannot be known
   */
  static void expect(String wanted) {
    try (LettuceConnection connection = LettuceConnection.open("persistence")) {
      expect(wanted, settings(connection.commands(), wanted));
    }
  }

  private static Map<String, String> settings(RedisCommands<byte[], byte[]> redis, String wanted) {
    Map<String, String> settings = new TreeMap<>();
    try {
      Persistence.OFF
          .configuration()
          .keySet()
          .forEach(key -> settings.putAll(redis.configGet(key)));
    } catch (RedisCommandExecutionException e) {
      // As hosted servers do.
      throw new IllegalStateException(
          "persistence="
              + wanted
              + ": this Redis does not let its configuration be read, so it is not known what an"
              + " acknowledgement promises ("
              + e.getMessage()
              + ")",
          e);
    }
    return settings;
  }

  static void expect(String wanted, Map<String, String> settings) {
    Persistence setting = Persistence.of(wanted);
    if (!setting.isIn(settings)) {
      boolean log = "yes".equals(settings.get(Persistence.LOG));
      String snapshots = settings.getOrDefault(Persistence.SNAPSHOTS, "");
      throw new IllegalStateException(
          "persistence="
              + wanted
              + " is not what this Redis has: appendonly "
              + settings.getOrDefault(Persistence.LOG, "unknown")
              + (log ? ", appendfsync " + settings.getOrDefault(Persistence.SYNC, "unknown") : "")
              + (snapshots.isEmpty() ? "" : ", save " + snapshots)
              + "; a server of your own is never changed, so set "
              + (setting == Persistence.OFF
                  ? "appendonly no and save \"\""
                  : "appendonly yes and appendfsync " + wanted)
              + " on it or leave this row out");
    }
  }
}
