package plumbline.bench.kafka;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
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
import plumbline.record.AcknowledgementGap;
import plumbline.record.Measured;
import plumbline.record.Recorder;

/**
 * Produces one record and consumes that same record, then the next.
 *
 * <p>Timed: from before {@code send} until {@code poll} has returned the record. Not timed: making
 * the record, and checking its sequence number and checksum. Waiting for the producer's
 * acknowledgement, where that comes later, has figures of its own, {@code ack_gap_*}. The topic has
 * one partition; the consumer is assigned to it and belongs to no group.
 *
 * <p>{@code java -jar target/benchmarks.jar run --only KafkaRoundTripBenchmark}
 */
@State(Scope.Thread)
public class KafkaRoundTripBenchmark {
  @Param("100")
  int payload;

  @Param({"all", "1"})
  String acks;

  @Param({"0", "5"})
  int lingerMs;

  private KafkaTopic topic;
  private KafkaProducer<byte[], byte[]> producer;
  private KafkaConsumer<byte[], byte[]> consumer;
  private SequencedPayload payloads;

  /** Makes the topic and the clients. */
  @Setup
  public void connect() {
    payloads = new SequencedPayload(payload);
    topic = KafkaTopic.create("round-trip");
    producer = Producers.create(topic, acks, lingerMs);
    consumer = Consumers.atEnd(topic);
  }

  /** One record there and back. */
  @Benchmark
  @Measured(system = "kafka", operation = "round trip", client = "kafka-clients")
  public void roundTrip(Recorder recorder, AcknowledgementGap gap, Control control)
      throws InterruptedException, ExecutionException {
    byte[] sent = payloads.next();
    long start = recorder.start();
    Future<RecordMetadata> acknowledgement =
        producer.send(new ProducerRecord<>(topic.name(), sent));
    byte[] received = receive(acknowledgement);
    long ended = recorder.stop(start, control);
    acknowledgement.get();
    gap.acknowledged(ended, control);
    payloads.verify(received);
  }

  private byte[] receive(Future<RecordMetadata> acknowledgement)
      throws InterruptedException, ExecutionException {
    ConsumerRecords<byte[], byte[]> records = consumer.poll(KafkaTopic.PATIENCE);
    // A poll may end early and empty, and a failed send never arrives.
    long deadline = System.nanoTime() + KafkaTopic.PATIENCE.toNanos();
    while (records.isEmpty()) {
      if (System.nanoTime() > deadline) {
        if (acknowledgement.isDone()) {
          acknowledgement.get();
        }
        throw new IllegalStateException(
            "the record did not arrive within " + KafkaTopic.PATIENCE.toSeconds() + " s");
      }
      records = consumer.poll(KafkaTopic.PATIENCE);
    }
    if (records.count() != 1) {
      throw new WrongAnswerException("expected 1 record, received " + records.count());
    }
    ConsumerRecord<byte[], byte[]> record = records.iterator().next();
    return record.value();
  }

  /** Closes the clients and deletes the topic. */
  @TearDown
  public void disconnect() {
    Consumers.closeAtOnce(consumer);
    producer.close(KafkaTopic.PATIENCE);
    topic.close();
  }
}
