package plumbline.bench.kafka;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import plumbline.bench.shape.Inbox;
import plumbline.bench.shape.MessagePayload;
import plumbline.bench.shape.Worker;
import plumbline.load.Load;
import plumbline.record.Measured;
import plumbline.record.OpenLoop;
import plumbline.record.Operation;

/**
 * Delivers records at a rate: one thread produces, another consumes. Each record says when it was
 * to be sent; lost, duplicated and reordered ones are counted.
 *
 * <p>Timed: from when the record was due, and from when it was sent, until {@code poll} has
 * returned it. Not timed: checking its checksum. The topic has one partition; the consumer is
 * assigned to it and belongs to no group.
 *
 * <p>{@code java -jar target/benchmarks.jar run --only KafkaDeliveryBenchmark -p rate=1000}
 */
@State(Scope.Thread)
public class KafkaDeliveryBenchmark {
  private static final Duration POLL = Duration.ofMillis(100);

  @Param("100")
  int payload;

  @Param({"all", "1"})
  String acks;

  @Param({"0", "5"})
  int lingerMs;

  private OpenLoop loop;
  private MessagePayload payloads;
  private KafkaTopic topic;
  private KafkaProducer<byte[], byte[]> producer;
  private Worker worker;

  /** Makes the topic and the clients, and starts to consume. */
  @Setup
  public void connect(OpenLoop paced) {
    loop = paced;
    payloads = new MessagePayload(payload);
    topic = KafkaTopic.create("delivery", topicSettings());
    producer = topic.producer(acks, lingerMs);
    KafkaConsumer<byte[], byte[]> consumer = topic.consumer();
    Inbox inbox = new Inbox(loop, payloads);
    worker =
        Worker.start(
            "consumer",
            loop,
            () -> {
              ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
              long at = System.nanoTime();
              for (ConsumerRecord<byte[], byte[]> record : records) {
                inbox.receive(record.value(), at);
              }
            },
            () -> consumer.close(CloseOptions.timeout(Duration.ZERO)));
    loop.messages(this::send);
  }

  private void send(Operation operation) {
    topic.send(producer, payloads.encode(operation), error -> loop.fail(operation, error));
  }

  /** One record when it is due. */
  @Benchmark
  @Measured(system = "kafka", operation = "delivery", client = "kafka-clients", load = Load.PACED)
  public void deliver() {
    loop.next();
  }

  /** Settings of the topic in place of the broker's. */
  Map<String, String> topicSettings() {
    return Map.of();
  }

  /** Closes the clients and deletes the topic. */
  @TearDown
  public void disconnect() {
    worker.close();
    producer.close(KafkaTopic.PATIENCE);
    topic.close();
  }
}
