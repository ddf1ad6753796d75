package plumbline.bench.kafka;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
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
 * Produces records as fast as the producer takes them, into a topic of one partition.
 *
 * <p>Counted: records that the broker has acknowledged within the measured time, not those that
 * were handed over. One invocation hands over one record and waits only while the producer's buffer
 * is full, so JMH's own score counts records handed over. No latency is recorded: it would be the
 * time that a record lies in that buffer. Checked: the offset of each record is that of the one
 * before + 1, and at the end every record is acknowledged.
 *
 * <p>All settings but {@code acks} and {@code compression.type} are the producer's defaults, as
 * they are in Kafka's own ProducerPerformance: {@code linger.ms=5}, {@code batch.size=16384},
 * {@code buffer.memory=33554432}, five requests in flight, idempotent with {@code acks=all}. The
 * payload is random upper case letters, as there.
 *
 * <p>{@code java -jar target/benchmarks.jar run saturation --only KafkaProduceBenchmark}
 */
@State(Scope.Thread)
public class KafkaProduceBenchmark {
  @Param({"100", "1024"})
  int payload;

  @Param({"all", "1"})
  String acks;

  @Param({"none", "lz4"})
  String compression;

  private KafkaTopic topic;
  private KafkaProducer<byte[], byte[]> producer;
  private Letters letters;
  private Acknowledgements acknowledgements;

  /** Makes the topic and the producer. */
  @Setup
  public void connect(Completions completions) {
    letters = new Letters(payload);
    acknowledgements = new Acknowledgements(() -> completions.add(1));
    topic = KafkaTopic.create("produce");
    producer = Producers.bulk(topic, acks, compression);
  }

  /** One record. */
  @Benchmark
  @Measured(
      system = "kafka",
      operation = "produce",
      client = "kafka-clients",
      load = Load.SATURATED,
      inFlight = 0)
  public void produce(Completions completions, Control control) {
    completions.begin(control);
    acknowledgements.check();
    acknowledgements.send(producer, new ProducerRecord<>(topic.name(), letters.next()));
  }

  /** Waits for the last acknowledgements, closes the producer and deletes the topic. */
  @TearDown
  public void disconnect() {
    producer.close();
    topic.close();
    acknowledgements.check();
    acknowledgements.expectAll();
  }
}
