package plumbline.system.redis.client;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import plumbline.problem.BadInputException;
import plumbline.result.Promise;

/**
 * What a Redis does before it acknowledges a write: the settings that benchmarks ask for, and what
 * any configuration means.
 */
public enum Persistence {
  /** Memory only. */
  OFF("none", Promise.MEMORY, "no", "everysec"),
  /**
   * The append-only file is written before the answer; when it gets to the disk, the kernel says.
   */
  NO("aof-no", Promise.PROCESS, "yes", "no"),
  /** The same, but forced to the disk once a second. */
  EVERYSEC("aof-everysec", Promise.PROCESS, "yes", "everysec"),
  /** The append-only file is written and forced to the disk before the answer. */
  ALWAYS("aof-always", Promise.DISK, "yes", "always");

  /** The parameter of benchmarks, and the condition of a server. */
  public static final String NAME = "persistence";

  /** The key that says whether there is an append-only file. */
  public static final String LOG = "appendonly";

  /** The key that says when that file is forced to the disk. */
  public static final String SYNC = "appendfsync";

  /** The key that says when snapshots are made; empty for never. */
  public static final String SNAPSHOTS = "save";

  private static final String FILE = "aof-";
  private static final String SNAPSHOT = "rdb";

  private final String condition;
  private final Promise promise;
  private final String log;
  private final String sync;

  Persistence(String condition, Promise promise, String log, String sync) {
    this.condition = condition;
    this.promise = promise;
    this.log = log;
    this.sync = sync;
  }

  /** The value of the parameter. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads the value of the parameter, which may be bad input. */
  public static Persistence of(String text) {
    return Arrays.stream(values())
        .filter(one -> one.text().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInputException(
                    NAME
                        + " must be "
                        + Arrays.stream(values())
                            .map(Persistence::text)
                            .collect(Collectors.joining(", "))
                        + ", not '"
                        + text
                        + "'"));
  }

  /** The condition that stands beside figures of a server with this setting and no snapshots. */
  public String condition() {
    return condition;
  }

  /** What an acknowledgement promises. */
  public Promise promise() {
    return promise;
  }

  /** The configuration that a server of ours gets, in the order in which it is brought to it. */
  public Map<String, String> configuration() {
    Map<String, String> values = new LinkedHashMap<>();
    // In this order, so that a file that is switched on has its mode from the first write.
    values.put(SYNC, sync);
    values.put(SNAPSHOTS, "");
    values.put(LOG, log);
    return values;
  }

  /**
   * Whether a server acknowledges as this says. Snapshots beside an append-only file do not matter.
   *
   * @param configuration as CONFIG GET tells it
   */
  public boolean isIn(Map<String, String> configuration) {
    if (this == OFF) {
      return !"yes".equals(configuration.get(LOG))
          && configuration.getOrDefault(SNAPSHOTS, "").isEmpty();
    }
    return log.equals(configuration.get(LOG)) && sync.equals(configuration.get(SYNC));
  }

  /**
   * The condition of a server of any configuration.
   *
   * @param configuration as CONFIG GET tells it
   * @return such as {@code none}, {@code rdb}, {@code aof-no} or {@code aof-always+rdb}
   */
  public static String condition(Map<String, String> configuration) {
    boolean snapshots = !configuration.getOrDefault(SNAPSHOTS, "").isEmpty();
    if ("yes".equals(configuration.get(LOG))) {
      String file = FILE + configuration.getOrDefault(SYNC, "");
      return snapshots ? file + "+" + SNAPSHOT : file;
    }
    return snapshots ? SNAPSHOT : OFF.condition;
  }

  /** What a server promises whose condition is as {@link #condition(Map)} gives it. */
  public static Promise promise(String condition) {
    if (condition.startsWith(ALWAYS.condition)) {
      return Promise.DISK;
    }
    if (condition.startsWith(FILE)) {
      return Promise.PROCESS;
    }
    // A snapshot now and then promises nothing of what came after it.
    return condition.equals(OFF.condition) || condition.equals(SNAPSHOT)
        ? Promise.MEMORY
        : Promise.UNKNOWN;
  }
}
