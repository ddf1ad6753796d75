package plumbline.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.system.janitor.Janitor;
import plumbline.system.redis.RedisSystem;
import plumbline.system.spi.Origin;
import plumbline.system.spi.ServerHandle;
import plumbline.system.spi.ServerRequest;

/**
 * What an acknowledgement promises, tried on real servers that are killed. A killed process says
 * nothing about the disk: the page cache of the machine outlives it.
 */
@Tag("acceptance")
class AcknowledgedWritesTest {
  private static final int WRITES = 300;

  @TempDir private Path logs;

  private interface Trial {
    void of(ServerHandle server) throws Exception;
  }

  private void with(String system, Trial trial) throws Exception {
    String prefix = "plumbline-promise-" + ProcessHandle.current().pid() + "-";
    try (Janitor janitor = Janitor.start(logs.resolve("janitor.log"));
        Servers servers =
            Servers.start(
                ServerRequest.of(logs, prefix).withOrigin(Origin.PROCESSES),
                Set.of(system),
                janitor,
                line -> {})) {
      trial.of(servers.handle(system));
    }
  }

  private static String redis(
      ServerHandle server, Function<RedisCommands<String, String>, Object> question) {
    RedisClient client = RedisClient.create(server.endpoints().get("uri"));
    try (var connection = client.connect()) {
      return String.valueOf(question.apply(connection.sync()));
    } finally {
      client.shutdown(0, 1, TimeUnit.SECONDS);
    }
  }

  private static void prepare(ServerHandle redis, String persistence) {
    Systems.named("redis").prepare(redis, Map.of("persistence", persistence));
  }

  private static String setting(ServerHandle redis, String name) {
    return redis(redis, commands -> commands.configGet(name).get(name));
  }

  @ParameterizedTest
  @CsvSource({"off, false", "everysec, true", "always, true"})
  void acknowledgedWritesOutliveTheProcessOfRedisIfItSaysSo(String persistence, boolean survives)
      throws Exception {
    with(
        "redis",
        redis -> {
          // From the other side: it must be this setting that decides.
          prepare(redis, survives ? "off" : "always");
          prepare(redis, persistence);
          redis(
              redis,
              commands -> {
                IntStream.range(0, WRITES).forEach(i -> commands.xadd("s", Map.of("n", "" + i)));
                return null;
              });
          if (persistence.equals("everysec")) {
            // While it forces the file to the disk, Redis may hold what it acknowledged in memory.
            Awaitility.await()
                .until(
                    () ->
                        redis(redis, commands -> commands.info("persistence"))
                            .contains("aof_buffer_length:0\r"));
          }
          redis.kill();
          redis.restart();

          assertThat(redis(redis, commands -> commands.xlen("s")))
              .isEqualTo(survives ? "" + WRITES : "0");
          assertThat(setting(redis, "appendonly")).isEqualTo(survives ? "yes" : "no");
        });
  }

  @Test
  void whateverWasMeasuredBeforeABenchmarkGetsTheServerThatItIsAbout() throws Exception {
    with(
        "redis",
        redis -> {
          prepare(redis, "always");
          assertThat(setting(redis, "appendonly")).isEqualTo("yes");
          assertThat(setting(redis, "appendfsync")).isEqualTo("always");
          prepare(redis, "everysec");
          assertThat(setting(redis, "appendfsync")).isEqualTo("everysec");

          // A benchmark that says nothing of persistence, after one that was killed.
          Systems.named("redis").prepare(redis, Map.of("payload", "100"));
          assertThat(setting(redis, "appendonly")).isEqualTo("no");
          assertThat(redis(redis, commands -> commands.info("persistence")))
              .contains("aof_enabled:0");
        });
  }

  @Test
  void aRedisOfTheUsersOwnIsLeftAsItIs() throws Exception {
    with(
        "redis",
        redis -> {
          ServerRequest request =
              ServerRequest.of(logs, "plumbline-outside-")
                  .with(RedisSystem.ADDRESS, redis.displayEndpoint());
          try (Janitor janitor = Janitor.start(logs.resolve("outside.log"));
              Servers outside = Servers.start(request, Set.of("redis"), janitor, line -> {})) {
            prepare(outside.handle("redis"), "always");
            assertThat(setting(redis, "appendonly")).isEqualTo("no");
          }
          prepare(redis, "always");
          try (Janitor janitor = Janitor.start(logs.resolve("outside.log"));
              Servers outside = Servers.start(request, Set.of("redis"), janitor, line -> {})) {
            prepare(outside.handle("redis"), "off");
            assertThat(setting(redis, "appendonly")).isEqualTo("yes");
          }
        });
  }

  @Test
  void acknowledgedRecordsOutliveTheProcessOfTheBroker() throws Exception {
    with(
        "kafka",
        kafka -> {
          Map<String, Object> client =
              new HashMap<>(Map.of("bootstrap.servers", kafka.displayEndpoint()));
          try (Admin admin = Admin.create(client)) {
            for (String acks : List.of("1", "all")) {
              NewTopic topic = new NewTopic("acks-" + acks, Optional.of(1), Optional.empty());
              admin.createTopics(List.of(topic)).all().get();
              write(client, topic.name(), acks);
            }
          }
          kafka.kill();
          kafka.restart();

          for (String acks : List.of("1", "all")) {
            assertThat(read(client, "acks-" + acks))
                .containsExactlyElementsOf(
                    IntStream.range(0, WRITES).mapToObj(i -> "" + i).toList());
          }
        });
  }

  private static void write(Map<String, Object> client, String topic, String acks)
      throws Exception {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put("acks", acks);
    settings.put("linger.ms", 0);
    settings.put("enable.idempotence", acks.equals("all"));
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      for (int i = 0; i < WRITES; i++) {
        producer.send(new ProducerRecord<>(topic, "" + i)).get();
      }
    }
  }

  private static List<String> read(Map<String, Object> client, String topic) {
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(client, new StringDeserializer(), new StringDeserializer())) {
      TopicPartition partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      List<String> values = new ArrayList<>();
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .until(
              () -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
                return consumer.position(partition)
                        >= consumer.endOffsets(List.of(partition)).get(partition)
                    && !values.isEmpty();
              });
      return values;
    }
  }
}
