package plumbline.bench.kafka;

import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import plumbline.bench.shape.Delivery;
import plumbline.bench.shape.Worker;
import plumbline.load.Load;
import plumbline.record.Measured;
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
public class KafkaDeliveryBenchmark extends Delivery {
  @Param({"all", "1"})
  String acks;

  @Param({"0", "5"})
  int lingerMs;

  private KafkaTopic topic;
  private KafkaProducer<byte[], byte[]> producer;
  private Worker worker;

  @Override
  protected void open() {
    topic = KafkaTopic.create("delivery", topicSettings());
    producer = Producers.create(topic, acks, lingerMs);
    worker = Consumers.start("consumer", topic, loop(), this::receive);
  }

  @Override
  protected void send(Operation operation, byte[] message) {
    Producers.send(producer, topic, message, failing(operation));
  }

  /** One record when it is due. */
  @Benchmark
  @Measured(system = "kafka", operation = "delivery", client = "kafka-clients", load = Load.PACED)
  public void deliver() {
    next();
  }

  /** Settings of the topic in place of the broker's. */
  Map<String, String> topicSettings() {
    return Map.of();
  }

  @Override
  protected void close() {
    worker.close();
    producer.close(KafkaTopic.PATIENCE);
    topic.close();
  }
}
