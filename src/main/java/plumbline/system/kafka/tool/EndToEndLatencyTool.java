package plumbline.system.kafka.tool;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.problem.CannotMeasureException;
import plumbline.result.Series;
import plumbline.system.tool.ToolFigures;
import plumbline.system.tool.ToolJob;

/**
 * Kafka's {@code EndToEndLatency}: one record there and back, then the next. It has no warm-up, so
 * its mean is that of a cold JVM, and its percentiles are in whole milliseconds. But it prints a
 * line in every {@value #INTERVAL} records, and the time between two lines is that of the records
 * between them: so it runs as many records again before those that count.
 */
final class EndToEndLatencyTool extends KafkaTool {
  static final String NAME = "end-to-end-latency";

  /** Records from line to line. */
  private static final int INTERVAL = 1_000;

  /** The number of the record that has just come back, from 0, and what it took. */
  private static final Pattern LINE = Pattern.compile("(\\d+)\\t[0-9.E-]+");

  private static final double NANOS_PER_SECOND = 1e9;

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
    return "EndToEndLatency tells percentiles in whole milliseconds, and a mean that counts the first"
        + " records of a cold JVM. So round trips per second are compared, after as many again as its"
        + " warm-up, by the times at which it prints a line in every "
        + INTERVAL
        + " records. Both make and check each record within that time. It waits for the"
        + " acknowledgement before it consumes, ours afterwards.";
  }

  @Override
  public ToolFigures run(ToolJob job) {
    String topic = createTopic(job);
    Clock clock = new Clock(job.operations());
    tool(
        job,
        List.of(
            "--bootstrap-server",
            brokers(job),
            "--topic",
            topic,
            "--num-records",
            // One more, so that the last line comes too.
            Long.toString(2 * clock.records + 1),
            "--producer-acks",
            job.param("acks"),
            "--record-size",
            Integer.toString(job.series().payload()),
            "--command-config",
            clientProperties(job, Map.of())),
        clock::printed);
    deleteTopic(job, topic);
    return clock.figures(job);
  }

  /**
   * When the records that count began and ended. Written by one thread and then read by another.
   */
  static final class Clock {
    /** That count, in whole intervals. */
    private final long records;

    private volatile OptionalLong begin = OptionalLong.empty();
    private volatile OptionalLong end = OptionalLong.empty();

    /**
     * Watches for lines.
     *
     * @param operations that are to count, rounded up to whole intervals
     */
    Clock(long operations) {
      records = (operations + INTERVAL - 1) / INTERVAL * INTERVAL;
    }

    void printed(String line, long nanos) {
      Matcher matcher = LINE.matcher(line);
      if (matcher.matches()) {
        long number = Long.parseLong(matcher.group(1));
        if (number == records) {
          begin = OptionalLong.of(nanos);
        } else if (number == 2 * records) {
          end = OptionalLong.of(nanos);
        }
      }
    }

    ToolFigures figures(ToolJob job) {
      if (begin.isEmpty() || end.isEmpty()) {
        throw new CannotMeasureException(NAME + " printed no figures; see " + job.log());
      }
      double seconds = (end.getAsLong() - begin.getAsLong()) / NANOS_PER_SECOND;
      return new ToolFigures(records, records / seconds, Map.of());
    }
  }
}
