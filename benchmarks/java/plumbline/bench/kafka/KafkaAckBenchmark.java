package plumbline.bench.kafka;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Control;
import plumbline.bench.shape.SequencedPayload;
import plumbline.bench.shape.WrongAnswerException;
import plumbline.record.Measured;
import plumbline.record.Recorder;

/**
 * Produces one record and waits until the broker has acknowledged it, then the next.
 *
 * <p>Timed: from before {@code send} until its future is done. Not timed: making the record, and
 * checking that its offset is the previous one + 1. No consumer runs.
 *
 * <p>{@code java -jar target/benchmarks.jar run --only KafkaAckBenchmark}
 */
@State(Scope.Thread)
public class KafkaAckBenchmark {
  @Param("100")
  int payload;

  @Param({"all", "1"})
  String acks;

  @Param({"0", "5"})
  int lingerMs;

  private KafkaTopic topic;
  private KafkaProducer<byte[], byte[]> producer;
  private SequencedPayload payloads;
  private long offset = -1;

  /** Makes the topic and the producer. */
  @Setup
  public void connect() {
    payloads = new SequencedPayload(payload);
    topic = KafkaTopic.create("ack", topicSettings());
    producer = Producers.create(topic, acks, lingerMs);
  }

  /** One record until its acknowledgement. */
  @Benchmark
  @Measured(system = "kafka", operation = "ack", client = "kafka-clients")
  public void ack(Recorder recorder, Control control)
      throws InterruptedException, ExecutionException {
    byte[] sent = payloads.next();
    long start = recorder.start();
    RecordMetadata acknowledged = producer.send(new ProducerRecord<>(topic.name(), sent)).get();
    recorder.stop(start, control);
    if (acknowledged.offset() != offset + 1) {
      throw new WrongAnswerException(
          "expected offset " + (offset + 1) + ", received " + acknowledged.offset());
    }
    offset++;
  }

  /** Settings of the topic in place of the broker's. */
  Map<String, String> topicSettings() {
    return Map.of();
  }

  /** Closes the producer and deletes the topic. */
  @TearDown
  public void disconnect() {
    producer.close(KafkaTopic.PATIENCE);
    topic.close();
  }
}
