package plumbline.bench.kafka;

import java.time.Duration;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads a filled topic over and over, as the only member of a group, and checks each record. */
final class FilledTopicReader implements AutoCloseable {
  /** As in ConsumerPerformance. */
  private static final Duration POLL = Duration.ofMillis(100);

  private final FilledTopic filled;
  private final TopicPartition partition;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private long next;
  private long lastRecordNanos = System.nanoTime();

  FilledTopicReader(FilledTopic filled, String groupProtocol) {
    this.filled = filled;
    this.partition = filled.partition();
    this.consumer = Consumers.inGroup(filled.topic(), groupProtocol);
  }

  /**
   * Polls once. At the end of the topic it goes back to the first record.
   *
   * @return how many records came; all are right
   * @throws IllegalStateException if none came for too long
   */
  int poll() {
    int count = 0;
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL).records(partition)) {
      filled.verify(record.value(), next);
      next++;
      count++;
    }
    if (count == 0) {
      checkPatience();
    } else {
      lastRecordNanos = System.nanoTime();
    }
    if (next >= filled.records()) {
      // To a known offset: "the beginning" would have to be asked for first.
      consumer.seek(partition, 0);
      next = 0;
    }
    return count;
  }

  private void checkPatience() {
    if (System.nanoTime() - lastRecordNanos > KafkaTopic.PATIENCE.toNanos()) {
      throw new IllegalStateException(
          "no record arrived within " + KafkaTopic.PATIENCE.toSeconds() + " s");
    }
  }

  /** Leaves the group. */
  @Override
  public void close() {
    consumer.close(CloseOptions.timeout(KafkaTopic.PATIENCE));
  }
}
