package plumbline.system.kafka.tool;

import java.util.List;
import plumbline.system.tool.NativeTool;

/** The tools that come with Kafka and measure what a benchmark of ours does. */
public final class KafkaTools {
  private KafkaTools() {}

  /** A new one of each. */
  public static List<NativeTool> all() {
    ProducerPerformanceTool producer = new ProducerPerformanceTool();
    return List.of(producer, new ConsumerPerformanceTool(producer), new EndToEndLatencyTool());
  }
}
