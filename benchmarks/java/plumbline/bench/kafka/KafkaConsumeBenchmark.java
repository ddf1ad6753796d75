package plumbline.bench.kafka;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Control;
import plumbline.load.Load;
import plumbline.record.Completions;
import plumbline.record.Measured;

/**
 * Consumes a topic of one partition that was filled before, as fast as the consumer gives records,
 * as the only member of a group.
 *
 * <p>Counted: records that {@code poll} returned and whose length and sequence number are right.
 * One invocation is one poll, so JMH's own score counts polls. Not counted: filling the topic and
 * joining the group, which are over before. After {@value FilledTopic#MOST_RECORDS} records, or
 * fewer if they are large, the consumer goes back to the first. More lie behind these, since a
 * fetch at the end of a topic would wait for new ones; so going back costs one fetch without data
 * at hand, about one in a thousand of the time. What it reads was just written, so it comes from
 * the page cache and not from a disk.
 *
 * <p>Settings that are not the consumer's defaults are those of Kafka's own ConsumerPerformance:
 * {@code receive.buffer.bytes=2097152}, {@code check.crcs=false}; and no offsets are committed,
 * there every five seconds.
 *
 * <p>{@code java -jar target/benchmarks.jar run saturation --only KafkaConsumeBenchmark}
 */
@State(Scope.Thread)
public class KafkaConsumeBenchmark {
  @Param("100")
  int payload;

  @Param({"classic", "consumer"})
  String groupProtocol;

  private FilledTopic filled;
  private FilledTopicReader reader;

  /** Fills the topic and joins the group. */
  @Setup
  public void connect() {
    filled = FilledTopic.create(payload);
    reader = new FilledTopicReader(filled, groupProtocol);
    // The first records show that the group is joined.
    int first = reader.poll();
    while (first == 0) {
      first = reader.poll();
    }
  }

  /** One poll. */
  @Benchmark
  @Measured(
      system = "kafka",
      operation = "consume",
      client = "kafka-clients",
      load = Load.SATURATED,
      inFlight = 0)
  public void consume(Completions completions, Control control) {
    completions.begin(control);
    completions.add(reader.poll());
  }

  /** Leaves the group and deletes the topic. */
  @TearDown
  public void disconnect() {
    reader.close();
    filled.topic().close();
  }
}
