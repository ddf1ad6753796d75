package plumbline.bench.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import plumbline.system.endpoint.Endpoints;

/** A topic of one partition that exists for one fork. */
final class KafkaTopic implements AutoCloseable {
  /** After this time without an answer a broker counts as gone. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Endpoints endpoints;
  private final Admin admin;
  private final String name;

  private KafkaTopic(Endpoints endpoints, String what) {
    this.endpoints = endpoints;
    this.admin = Admin.create(clientSettings());
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

  /** Settings with which a client of this topic connects, for more to be added. */
  Map<String, Object> clientSettings() {
    return new HashMap<>(endpoints.of("kafka", "bootstrap.servers"));
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
