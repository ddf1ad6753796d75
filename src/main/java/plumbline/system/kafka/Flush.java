package plumbline.system.kafka;

import java.util.Map;
import plumbline.problem.BadInputException;
import plumbline.result.Promise;

/**
 * When a broker forces its log to the disk: by its configuration, or by that of a topic, which a
 * parameter of benchmarks sets.
 */
final class Flush {
  /** The parameter of benchmarks that becomes {@code flush.messages} of their topic. */
  static final String PARAM = "flushMessages";

  /** The condition that stands beside figures. */
  static final String CONDITION = "flush";

  /** Values of the parameter, and what they ask for. */
  static final Map<String, Promise> ASKS = Map.of("0", Promise.PROCESS, "1", Promise.DISK);

  private static final String BY_SYSTEM = "os";
  private static final String EVERY = "every-";
  private static final String EVERY_RECORD = EVERY + "1";

  private Flush() {}

  /** The condition of a broker, unknown if it does not tell its configuration. */
  static String condition(Map<String, String> configuration) {
    String messages = configuration.get("log.flush.interval.messages");
    String millis = configuration.get("log.flush.interval.ms");
    if (messages == null) {
      return "unknown";
    }
    if (millis != null && !millis.isEmpty()) {
      return EVERY + millis + "-ms";
    }
    return messages.equals(Long.toString(Long.MAX_VALUE)) ? BY_SYSTEM : EVERY + messages;
  }

  /**
   * The condition that a benchmark puts in place of the broker's: a topic may be flushed more often
   * than its broker says.
   *
   * @param params of the benchmark, by name
   * @return empty if it leaves it to the broker
   * @throws BadInputException if the value is no number of records
   */
  static Map<String, String> asked(Map<String, String> params) {
    String messages = params.getOrDefault(PARAM, "0");
    if (!messages.matches("0|[1-9][0-9]{0,8}")) {
      throw new BadInputException(
          PARAM
              + " must be a whole number of records, or 0 to leave it to the broker, not '"
              + messages
              + "'");
    }
    return messages.equals("0") ? Map.of() : Map.of(CONDITION, EVERY + messages);
  }

  /** What a broker promises whose condition is so. */
  static Promise promise(String condition) {
    if (condition.equals(EVERY_RECORD)) {
      return Promise.DISK;
    }
    return condition.equals(BY_SYSTEM) || condition.startsWith(EVERY)
        ? Promise.PROCESS
        : Promise.UNKNOWN;
  }
}
