package plumbline.bench.kafka;

import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Producers that know their topic already, so that the first send does not look it up. */
final class Producers {
  private Producers() {}

  /** A producer that gives up on a record within {@link KafkaTopic#PATIENCE}. */
  static KafkaProducer<byte[], byte[]> create(KafkaTopic topic, String acks, int lingerMs) {
    Map<String, Object> settings = topic.clientSettings();
    settings.put(ProducerConfig.ACKS_CONFIG, acks);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, lingerMs);
    // Idempotence, the default, demands acks=all.
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, acks.equals("all"));
    int patience = Math.toIntExact(KafkaTopic.PATIENCE.toMillis());
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, patience);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, patience);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, patience - lingerMs);
    return create(topic, settings);
  }

  /**
   * A producer for as many records as it takes: all settings but these two are Kafka's defaults.
   *
   * @param compression {@code compression.type}
   */
  static KafkaProducer<byte[], byte[]> bulk(KafkaTopic topic, String acks, String compression) {
    Map<String, Object> settings = topic.clientSettings();
    settings.put(ProducerConfig.ACKS_CONFIG, acks);
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, compression);
    return create(topic, settings);
  }

  private static KafkaProducer<byte[], byte[]> create(
      KafkaTopic topic, Map<String, Object> settings) {
    KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    producer.partitionsFor(topic.name());
    return producer;
  }

  /**
   * Sends a record and does not wait.
   *
   * @param done hears, on the producer's thread, whether it could be delivered
   */
  static void send(
      KafkaProducer<byte[], byte[]> producer,
      KafkaTopic topic,
      byte[] message,
      BiConsumer<Object, Throwable> done) {
    // The callback hears of it, so nobody asks the future.
    Future<RecordMetadata> unused =
        producer.send(new ProducerRecord<>(topic.name(), message), done::accept);
  }
}
