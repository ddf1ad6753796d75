package plumbline.bench.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.api.sync.RedisCommands;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether Redis does before an acknowledgement what a benchmark says it does. The host brings
 * servers that it started to the setting; a fork only looks, so it never changes a server that
 * somebody else uses.
 */
final class PersistenceCheck {
  private static final String LOG = "appendonly";
  private static final String SYNC = "appendfsync";
  private static final String SNAPSHOTS = "save";

  private PersistenceCheck() {}

  /**
   * Looks at the run's Redis.
   *
   * @param wanted {@code off}, {@code everysec} or {@code always}
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
      for (String name : new String[] {LOG, SYNC, SNAPSHOTS}) {
        settings.putAll(redis.configGet(name));
      }
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
    boolean log = "yes".equals(settings.get(LOG));
    String sync = settings.getOrDefault(SYNC, "unknown");
    String snapshots = settings.getOrDefault(SNAPSHOTS, "");
    boolean right = wanted.equals("off") ? !log && snapshots.isEmpty() : log && sync.equals(wanted);
    if (!right) {
      throw new IllegalStateException(
          "persistence="
              + wanted
              + " is not what this Redis has: appendonly "
              + settings.getOrDefault(LOG, "unknown")
              + (log ? ", appendfsync " + sync : "")
              + (snapshots.isEmpty() ? "" : ", save " + snapshots)
              + "; a server of your own is never changed, so set "
              + (wanted.equals("off")
                  ? "appendonly no and save \"\""
                  : "appendonly yes and appendfsync " + wanted)
              + " on it or leave this row out");
    }
  }
}
