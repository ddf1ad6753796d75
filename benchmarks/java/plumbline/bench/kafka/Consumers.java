package plumbline.bench.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import plumbline.bench.shape.Worker;
import plumbline.record.OpenLoop;

/** Consumers of a topic. */
final class Consumers {
  private static final Duration POLL = Duration.ofMillis(100);

  private Consumers() {}

  /** A consumer without a group, placed at the end of the topic. */
  static KafkaConsumer<byte[], byte[]> atEnd(KafkaTopic topic) {
    KafkaConsumer<byte[], byte[]> consumer = create(topic.clientSettings());
    TopicPartition partition = new TopicPartition(topic.name(), 0);
    consumer.assign(List.of(partition));
    consumer.seekToEnd(List.of(partition));
    // Seeking is lazy; asking for the position makes it happen before the first record is sent.
    consumer.position(partition, KafkaTopic.PATIENCE);
    return consumer;
  }

  /**
   * The only member of a new group, which reads the topic from the beginning. The broker forgets
   * the group when the member has left, because no offsets are committed.
   *
   * @param protocol {@code group.protocol}: {@code classic} or {@code consumer}
   */
  static KafkaConsumer<byte[], byte[]> inGroup(KafkaTopic topic, String protocol) {
    Map<String, Object> settings = topic.clientSettings();
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, topic.name());
    settings.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, protocol);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.RECEIVE_BUFFER_CONFIG, 2 * 1024 * 1024);
    settings.put(ConsumerConfig.CHECK_CRCS_CONFIG, false);
    KafkaConsumer<byte[], byte[]> consumer = create(settings);
    consumer.subscribe(List.of(topic.name()));
    return consumer;
  }

  private static KafkaConsumer<byte[], byte[]> create(Map<String, Object> settings) {
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** What to do with a record, and when {@code poll} returned it. */
  interface Receiver {
    void receive(byte[] message, long at);
  }

  /**
   * Starts a thread that consumes what is sent from now on.
   *
   * @param name of the thread
   */
  static Worker start(String name, KafkaTopic topic, OpenLoop loop, Receiver receiver) {
    KafkaConsumer<byte[], byte[]> consumer = atEnd(topic);
    return Worker.start(
        name,
        loop,
        () -> {
          ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
          long at = System.nanoTime();
          for (ConsumerRecord<byte[], byte[]> record : records) {
            receiver.receive(record.value(), at);
          }
        },
        () -> closeAtOnce(consumer));
  }

  /** A consumer would wait for the answer to its last fetch, which nobody needs. */
  static void closeAtOnce(KafkaConsumer<byte[], byte[]> consumer) {
    consumer.close(CloseOptions.timeout(Duration.ZERO));
  }
}
