package plumbline.system.kafka.tool;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import plumbline.system.tool.ToolFigures;
import plumbline.system.tool.ToolJob;

/** Kafka's {@code ProducerPerformance}, without a limit of its rate. */
final class ProducerPerformanceTool extends KafkaTool {
  static final String NAME = "producer-performance";

  private static final Pattern STEADY =
      Pattern.compile("(\\d+) steady state records sent, ([0-9.]+) records/sec");

  ProducerPerformanceTool() {
    super(NAME, "ProducerPerformance", "produce");
  }

  @Override
  public String method() {
    return "ProducerPerformance draws every letter of every payload while it sends, and keeps the"
        + " latency of each record; ours copies letters drawn before and keeps none. Its time ends"
        + " when the last record is acknowledged, ours while the load goes on. As many records again"
        + " go before as its warm-up and do not count; ours warms up for a time.";
  }

  @Override
  public ToolFigures run(ToolJob job) {
    String topic = createTopic(job);
    String said =
        produce(
            job,
            topic,
            job.param("acks"),
            job.param("compression"),
            job.operations(),
            job.operations());
    deleteTopic(job, topic);
    return parse(said, job);
  }

  /** Fills a topic for others to read. */
  void fill(ToolJob job, String topic, long records) {
    produce(job, topic, "all", "none", records, 0);
  }

  private String produce(
      ToolJob job,
      String topic,
      String acks,
      String compression,
      long records,
      long warmUpRecords) {
    return tool(
        job,
        List.of(
            "--topic",
            topic,
            "--num-records",
            Long.toString(records + warmUpRecords),
            "--warmup-records",
            Long.toString(warmUpRecords),
            "--record-size",
            Integer.toString(job.series().payload()),
            "--throughput",
            "-1",
            "--bootstrap-server",
            brokers(job),
            "--command-config",
            clientProperties(job, Map.of("acks", acks, "compression.type", compression))));
  }

  static ToolFigures parse(String said, ToolJob job) {
    var figures = last(STEADY, said, NAME, job);
    return new ToolFigures(
        Long.parseLong(figures.group(1)), Double.parseDouble(figures.group(2)), Map.of());
  }
}
