package plumbline.bench.kafka;

import java.util.Map;

/** After how many records a topic is forced to the disk. */
final class KafkaFlush {
  private KafkaFlush() {}

  /**
   * The settings of a topic.
   *
   * @param messages {@code flush.messages}; 0 leaves it to the broker, which by default leaves it
   *     to the operating system
   */
  static Map<String, String> settings(int messages) {
    return messages == 0 ? Map.of() : Map.of("flush.messages", Integer.toString(messages));
  }
}
