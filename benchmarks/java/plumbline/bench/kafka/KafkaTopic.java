package plumbline.bench.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import plumbline.system.endpoint.Endpoints;

/** A topic of one partition that exists for one fork, and the clients that use it. */
final class KafkaTopic implements AutoCloseable {
  /** After this time without an answer a broker counts as gone. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Endpoints endpoints;
  private final Admin admin;
  private final String name;

  private KafkaTopic(Endpoints endpoints, String what) {
    this.endpoints = endpoints;
    this.admin = Admin.create(client());
    this.name = endpoints.newName(what);
  }

  /** Makes a new topic. Replication is the broker's default. */
  static KafkaTopic create(String what) {
    return create(what, Map.of());
  }

  /**
   * Makes a new topic with settings of its own, and checks that they are in force.
   *
   * @param settings by Kafka's names, such as {@code flush.messages}; the broker's defaults where
   *     there is none
   */
  static KafkaTopic create(String what, Map<String, String> settings) {
    KafkaTopic topic = new KafkaTopic(Endpoints.current(), what);
    NewTopic wanted = new NewTopic(topic.name, Optional.of(1), Optional.empty()).configs(settings);
    await(topic.admin.createTopics(List.of(wanted)).all(), "create topic " + topic.name);
    if (!settings.isEmpty()) {
      topic.expect(settings);
    }
    return topic;
  }

  private void expect(Map<String, String> settings) {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, name);
    Config effective =
        await(
            admin.describeConfigs(List.of(resource)).values().get(resource),
            "read the settings of topic " + name);
    settings.forEach(
        (setting, value) -> {
          ConfigEntry entry = effective.get(setting);
          if (entry == null || !value.equals(entry.value())) {
            throw new IllegalStateException(
                "topic "
                    + name
                    + " has "
                    + setting
                    + "="
                    + (entry == null ? "none" : entry.value())
                    + " although it was made with "
                    + value);
          }
        });
  }

  String name() {
    return name;
  }

  /** The properties with which every client of this run connects. */
  private Map<String, Object> client() {
    return new HashMap<>(endpoints.of("kafka", "bootstrap.servers"));
  }

  /** A producer that knows the topic already, so that its first send does not look it up. */
  KafkaProducer<byte[], byte[]> producer(String acks, int lingerMs) {
    Map<String, Object> settings = client();
    settings.put(ProducerConfig.ACKS_CONFIG, acks);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, lingerMs);
    // Idempotence, the default, demands acks=all.
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, acks.equals("all"));
    int patience = Math.toIntExact(PATIENCE.toMillis());
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, patience);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, patience);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, patience - lingerMs);
    KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    producer.partitionsFor(name);
    return producer;
  }

  /**
   * A producer for as many records as it takes: all settings but these two are Kafka's defaults.
   *
   * @param compression {@code compression.type}
   */
  KafkaProducer<byte[], byte[]> bulkProducer(String acks, String compression) {
    Map<String, Object> settings = client();
    settings.put(ProducerConfig.ACKS_CONFIG, acks);
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, compression);
    KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    producer.partitionsFor(name);
    return producer;
  }

  /**
   * The only member of a new group, which reads the topic from the beginning. The broker forgets
   * the group when the member has left, because no offsets are committed.
   *
   * @param protocol {@code group.protocol}: {@code classic} or {@code consumer}
   */
  KafkaConsumer<byte[], byte[]> groupConsumer(String protocol) {
    Map<String, Object> settings = client();
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, name);
    settings.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, protocol);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.RECEIVE_BUFFER_CONFIG, 2 * 1024 * 1024);
    settings.put(ConsumerConfig.CHECK_CRCS_CONFIG, false);
    KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    consumer.subscribe(List.of(name));
    return consumer;
  }

  /**
   * Sends a record and does not wait.
   *
   * @param onError hears, on the producer's thread, if it could not be delivered
   */
  void send(KafkaProducer<byte[], byte[]> producer, byte[] message, Consumer<Exception> onError) {
    // The callback hears of it, so nobody asks the future.
    Future<RecordMetadata> unused =
        producer.send(
            new ProducerRecord<>(name, message),
            (metadata, error) -> {
              if (error != null) {
                onError.accept(error);
              }
            });
  }

  /** A consumer without a group, placed at the end of the topic. */
  KafkaConsumer<byte[], byte[]> consumer() {
    Map<String, Object> settings = client();
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    TopicPartition partition = new TopicPartition(name, 0);
    consumer.assign(List.of(partition));
    consumer.seekToEnd(List.of(partition));
    // Seeking is lazy; asking for the position makes it happen before the first record is sent.
    consumer.position(partition, PATIENCE);
    return consumer;
  }

  /** Deletes the topic. */
  @Override
  public void close() {
    try (admin) {
      await(admin.deleteTopics(List.of(name)).all(), "delete topic " + name);
    }
  }

  private static <T> T await(KafkaFuture<T> future, String what) {
    try {
      return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      Throwable cause = e instanceof ExecutionException ? e.getCause() : e;
      throw new IllegalStateException("could not " + what + ": " + cause.getMessage(), cause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while trying to " + what, e);
    }
  }
}
