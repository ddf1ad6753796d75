package plumbline.system.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import plumbline.problem.CannotMeasureException;

/** A producer and a consumer of one topic, which send one record there and back at a time. */
final class RoundTrips implements AutoCloseable {
  static final int PAYLOAD = 100;
  private static final Duration POLL = Duration.ofMillis(500);
  private static final long LOST_NANOS = Duration.ofSeconds(10).toNanos();

  private final KafkaProducer<byte[], byte[]> producer;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final TopicPartition partition;
  private final byte[] payload = new byte[PAYLOAD];

  /** Connects to a topic of one partition that exists. */
  RoundTrips(Map<String, Object> client, String topic, String acks) {
    partition = new TopicPartition(topic, 0);
    Map<String, Object> producing = new HashMap<>(client);
    producing.put("acks", acks);
    producing.put("linger.ms", 0);
    producing.put("enable.idempotence", acks.equals("all"));
    producer = new KafkaProducer<>(producing, new ByteArraySerializer(), new ByteArraySerializer());
    KafkaConsumer<byte[], byte[]> consuming = null;
    try {
      consuming =
          new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer());
      consuming.assign(List.of(partition));
      consuming.seekToEnd(List.of(partition));
      consuming.position(partition);
    } catch (RuntimeException e) {
      producer.close(Duration.ZERO);
      if (consuming != null) {
        consuming.close();
      }
      throw e;
    }
    consumer = consuming;
  }

  /** Sends a record, waits until it is consumed, and then that it was acknowledged. */
  void once() throws ExecutionException, InterruptedException {
    var sent = producer.send(new ProducerRecord<>(partition.topic(), 0, null, payload));
    long start = System.nanoTime();
    while (true) {
      ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
      if (!records.isEmpty()) {
        break;
      }
      if (System.nanoTime() - start > LOST_NANOS) {
        throw new CannotMeasureException("a record did not come back within 10 s");
      }
    }
    sent.get();
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(1));
    consumer.close();
  }
}
