package plumbline.run.tool;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import plumbline.problem.CannotMeasureException;
import plumbline.result.Series;

/** Kafka's {@code ConsumerPerformance}, on a topic that is filled once for all rounds. */
final class ConsumerPerformanceTool extends KafkaTool {
  static final String NAME = "consumer-performance";

  /** Two times, then eight figures: the fifth is the records, the last those per second. */
  private static final Pattern LINE =
      Pattern.compile(
          "^\\S+ \\S+, \\S+ \\S+, [0-9.]+, [0-9.]+, (\\d+), [0-9.]+, -?\\d+, -?\\d+, [0-9.]+,"
              + " ([0-9.]+)\\s*$",
          Pattern.MULTILINE);

  private final ProducerPerformanceTool producer;
  private final Map<String, String> filled = new HashMap<>();

  ConsumerPerformanceTool(ProducerPerformanceTool producer) {
    super(NAME, "ConsumerPerformance");
    this.producer = producer;
  }

  @Override
  public Optional<String> misfit(Series series) {
    return series.operation().equals("consume")
        ? Optional.empty()
        : Optional.of("is only run for consume");
  }

  @Override
  public String method() {
    return "ConsumerPerformance has no warm-up: its figure, fetch.nMsg.sec, leaves out the time of"
        + " joining the group but counts the first fetches of a cold JVM. It does not look at the"
        + " records; ours checks length and number of each. It reads each record once, ours goes"
        + " round in a smaller topic.";
  }

  @Override
  public ToolFigures run(ToolJob job) {
    String key =
        String.join(
            " ",
            job.prefix(),
            brokers(job),
            Integer.toString(job.series().payload()),
            Long.toString(job.operations()));
    String topic = filled.get(key);
    if (topic == null) {
      topic = createTopic(job);
      producer.fill(job, topic);
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
                Long.toString(job.operations()),
                "--group",
                group,
                "--bootstrap-server",
                brokers(job),
                "--command-config",
                clientProperties(job, Map.of("group.protocol", job.param("groupProtocol")))));
    deleteGroup(job, group);
    return parse(said, job);
  }

  static ToolFigures parse(String said, ToolJob job) {
    var figures = last(LINE, said, NAME, job);
    long records = Long.parseLong(figures.group(1));
    if (records < job.operations()) {
      throw new CannotMeasureException(
          NAME + " read " + records + " of " + job.operations() + " records");
    }
    return new ToolFigures(records, Double.parseDouble(figures.group(2)), Map.of());
  }
}
