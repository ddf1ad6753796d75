package plumbline.system.kafka.tool;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.problem.CannotMeasureException;
import plumbline.system.tool.ToolFigures;
import plumbline.system.tool.ToolJob;

/**
 * Kafka's {@code ConsumerPerformance}, on a topic that is filled once for all rounds. The tool has
 * no warm-up, so it reads twice as many records as are measured, and its own reports on the way
 * tell what the second half took.
 */
final class ConsumerPerformanceTool extends KafkaTool {
  static final String NAME = "consumer-performance";

  /** Of its reports: the second half must span several, the records are soon read. */
  private static final int INTERVAL_MILLIS = 100;

  private static final double MILLIS = 1_000;

  /**
   * A report on an interval: its end and the thread, then eight figures, of which the third is the
   * records so far and the sixth the milliseconds of the interval without those of joining.
   */
  private static final Pattern INTERVAL =
      Pattern.compile(
          "^\\S+ \\S+, \\d+, [0-9.]+, [0-9.]+, (\\d+), [0-9.]+, -?\\d+, (-?\\d+), [-0-9.]+,"
              + " [-0-9.]+\\s*$",
          Pattern.MULTILINE);

  /** What it prints when it waited in vain. */
  private static final String GAVE_UP = "Exiting before consuming";

  private final ProducerPerformanceTool producer;
  private final Map<String, String> filled = new HashMap<>();

  ConsumerPerformanceTool(ProducerPerformanceTool producer) {
    super(NAME, "ConsumerPerformance", "consume");
    this.producer = producer;
  }

  @Override
  public String method() {
    return "ConsumerPerformance has no warm-up: it reads as many records again before those that"
        + " count, which its reports every "
        + INTERVAL_MILLIS
        + " ms tell apart. It does not look at the records; ours checks length and number of each."
        + " It reads each record once, ours goes round in a smaller topic.";
  }

  @Override
  public ToolFigures run(ToolJob job) {
    long records = 2 * job.operations();
    String key =
        String.join(
            " ",
            job.prefix(),
            brokers(job),
            Integer.toString(job.series().payload()),
            Long.toString(records));
    String topic = filled.get(key);
    if (topic == null) {
      topic = createTopic(job);
      producer.fill(job, topic, records);
      // Only now, so that a topic whose filling failed is not read.
      filled.put(key, topic);
    }
    String group = job.newName();
    String said =
        tool(
            job,
            List.of(
                "--topic",
                topic,
                "--num-records",
                Long.toString(records),
                "--group",
                group,
                "--bootstrap-server",
                brokers(job),
                "--show-detailed-stats",
                "--reporting-interval",
                Integer.toString(INTERVAL_MILLIS),
                "--command-config",
                clientProperties(job, Map.of("group.protocol", job.param("groupProtocol")))));
    deleteGroup(job, group);
    return parse(said, job);
  }

  /** The records of the intervals that began after the first half. */
  static ToolFigures parse(String said, ToolJob job) {
    if (said.contains(GAVE_UP)) {
      throw new CannotMeasureException(
          NAME + " did not find all of its " + 2 * job.operations() + " records; see " + job.log());
    }
    Matcher interval = INTERVAL.matcher(said);
    long begin = -1;
    long end = 0;
    long millis = 0;
    while (interval.find()) {
      end = Long.parseLong(interval.group(1));
      if (begin >= 0) {
        millis += Long.parseLong(interval.group(2));
      } else if (end >= job.operations()) {
        begin = end;
      }
    }
    if (begin < 0 || end == begin || millis <= 0) {
      throw new CannotMeasureException(
          NAME
              + " read "
              + job.operations()
              + " records within less than two reports of "
              + INTERVAL_MILLIS
              + " ms; give it more operations in the plan, or see "
              + job.log());
    }
    return new ToolFigures(end - begin, (end - begin) * MILLIS / millis, Map.of());
  }
}
