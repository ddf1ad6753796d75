package plumbline.system.kafka.tool;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import plumbline.result.Metric;
import plumbline.result.Series;
import plumbline.system.tool.ToolFigures;
import plumbline.system.tool.ToolJob;

/** Kafka's {@code EndToEndLatency}: one record there and back, then the next. */
final class EndToEndLatencyTool extends KafkaTool {
  static final String NAME = "end-to-end-latency";

  private static final Pattern MEAN = Pattern.compile("Avg latency: ([0-9.]+) ms");
  private static final double MICROS_PER_MILLI = 1_000;
  private static final double MICROS_PER_SECOND = 1e6;

  EndToEndLatencyTool() {
    super(NAME, "EndToEndLatency", "round trip");
  }

  @Override
  public Optional<String> misfit(Series series) {
    return series.operation().equals("round trip") && "0".equals(series.params().get("lingerMs"))
        ? Optional.empty()
        : Optional.of("is only run for a round trip with lingerMs=0");
  }

  @Override
  public String method() {
    return "EndToEndLatency tells percentiles in whole milliseconds, so only its mean is compared."
        + " It has no warm-up: its mean counts the first records of a cold JVM.";
  }

  @Override
  public ToolFigures run(ToolJob job) {
    String topic = createTopic(job);
    String said =
        tool(
            job,
            List.of(
                "--bootstrap-server",
                brokers(job),
                "--topic",
                topic,
                "--num-records",
                Long.toString(job.operations()),
                "--producer-acks",
                job.param("acks"),
                "--record-size",
                Integer.toString(job.series().payload()),
                "--command-config",
                clientProperties(job, Map.of())));
    deleteTopic(job, topic);
    return parse(said, job);
  }

  static ToolFigures parse(String said, ToolJob job) {
    double mean = Double.parseDouble(last(MEAN, said, NAME, job).group(1)) * MICROS_PER_MILLI;
    return new ToolFigures(job.operations(), MICROS_PER_SECOND / mean, Map.of(Metric.MEAN, mean));
  }
}
