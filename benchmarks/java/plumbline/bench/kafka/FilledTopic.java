package plumbline.bench.kafka;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import plumbline.bench.shape.WrongAnswerException;

/** A topic with records that are numbered from 0 and otherwise random letters. */
final class FilledTopic {
  /** As many records as are read in less than a second. */
  static final int MOST_RECORDS = 500_000;

  private static final long MOST_BYTES = 128L * 1024 * 1024;

  /** More than a consumer fetches ahead: one MiB in its buffer and one on the way. */
  private static final long BYTES_BEHIND = 4L * 1024 * 1024;

  private static final VarHandle NUMBER =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final KafkaTopic topic;
  private final int payload;
  private final long records;

  private FilledTopic(KafkaTopic topic, int payload) {
    this.topic = topic;
    this.payload = payload;
    this.records = Math.max(1, Math.min(MOST_RECORDS, MOST_BYTES / payload));
  }

  /**
   * Makes and fills a topic.
   *
   * @param payload bytes of each record, at least 8 for its number
   */
  static FilledTopic create(int payload) {
    FilledTopic filled = new FilledTopic(KafkaTopic.create("consume"), payload);
    filled.fill();
    return filled;
  }

  private void fill() {
    Letters letters = new Letters(payload);
    Acknowledgements acknowledgements = new Acknowledgements(() -> {});
    try (KafkaProducer<byte[], byte[]> producer = Producers.bulk(topic, "all", "none")) {
      long all = records + Math.max(1, BYTES_BEHIND / payload);
      for (long number = 0; number < all; number++) {
        byte[] value = letters.next();
        NUMBER.set(value, 0, number);
        acknowledgements.send(producer, new ProducerRecord<>(topic.name(), value));
      }
    }
    acknowledgements.check();
    acknowledgements.expectAll();
  }

  /** The only partition. */
  TopicPartition partition() {
    return new TopicPartition(topic.name(), 0);
  }

  KafkaTopic topic() {
    return topic;
  }

  /** How many records are to be read; more lie behind them, so that no fetch waits at the end. */
  long records() {
    return records;
  }

  /**
   * Checks a record.
   *
   * @throws WrongAnswerException if it is not the one of that number
   */
  void verify(byte[] value, long number) {
    if (value == null || value.length != payload) {
      throw new WrongAnswerException(
          "expected " + payload + " bytes, received " + (value == null ? "none" : value.length));
    }
    long received = (long) NUMBER.get(value, 0);
    if (received != number) {
      throw new WrongAnswerException("expected record number " + number + ", received " + received);
    }
  }
}
