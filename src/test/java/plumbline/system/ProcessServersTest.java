package plumbline.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisClient;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import plumbline.problem.BadInputException;
import plumbline.problem.CannotMeasureException;
import plumbline.result.RunManifest;
import plumbline.system.janitor.Janitor;
import plumbline.system.kafka.KafkaSystem;
import plumbline.system.kafka.ShortWarmUp;
import plumbline.system.redis.RedisSystem;
import plumbline.system.spi.Origin;
import plumbline.system.spi.Removal;
import plumbline.system.spi.ServerHandle;
import plumbline.system.spi.ServerRequest;

/** One real broker and one real Redis for all tests; those that restart them come last. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProcessServersTest {
  private static final String PREFIX = "plumbline-test-" + ProcessHandle.current().pid() + "-";

  @TempDir static Path logs;
  private static final List<String> PROGRESS = new ArrayList<>();
  private static Janitor janitor;
  private static Servers servers;
  private static ServerHandle kafka;
  private static ServerHandle redis;
  private static List<Path> folders;

  @BeforeAll
  static void startBoth() {
    janitor = Janitor.start(logs.resolve("janitor.log"));
    servers =
        Servers.start(
            ServerRequest.of(logs, PREFIX).withOrigin(Origin.PROCESSES),
            Set.of("kafka", "redis"),
            janitor,
            PROGRESS::add);
    kafka = servers.handle("kafka");
    redis = servers.handle("redis");
    folders = List.of(kafka.dataDirectory().orElseThrow(), redis.dataDirectory().orElseThrow());
  }

  @AfterAll
  static void closingLeavesNothingBehind() {
    List<Long> pids = List.of(kafka.pid().orElseThrow(), redis.pid().orElseThrow());
    servers.close();
    servers.close();
    janitor.close();
    assertThat(pids).noneMatch(Alive::isAlive);
    assertThat(folders).allSatisfy(folder -> assertThat(folder.getParent()).doesNotExist());
    assertThat(janitor.isAlive()).isFalse();
  }

  @Test
  @Order(1)
  void handlesSayWhatTheServersSayOfThemselves() {
    assertThat(servers.handles())
        .extracting(ServerHandle::system)
        .containsExactly("kafka", "redis");
    assertThat(servers.notes()).isEmpty();
    assertThat(PROGRESS).contains("starting kafka as a process", "starting redis as a process");
    assertThat(kafka.product()).isEqualTo("Apache Kafka");
    assertThat(kafka.version()).isEqualTo("4.3.1");
    assertThat(kafka.identity().versionSource()).isEqualTo("the broker's log");
    assertThat(kafka.conditions())
        .containsEntry("flush", "os")
        .containsEntry("brokers", "1")
        .containsEntry("network", "loopback");
    assertThat(kafka.configuration())
        .containsEntry("offsets.topic.replication.factor", "1")
        .containsEntry("group.initial.rebalance.delay.ms", "0")
        .containsEntry("auto.create.topics.enable", "false");
    assertThat(kafka.endpoints())
        .containsExactly(Map.entry("bootstrap.servers", kafka.displayEndpoint()));
    assertThat(kafka.logFile().orElseThrow()).isEqualTo(logs.resolve("kafka.log")).isNotEmptyFile();
    assertThat(kafka.diagnosis()).contains("kafka (process ").endsWith(" runs");

    assertThat(redis.product()).isIn("Redis", "Valkey");
    assertThat(redis.version()).matches("\\d+\\.\\d+\\.\\d+.*");
    assertThat(redis.identity().versionSource()).isEqualTo("INFO server");
    assertThat(redis.conditions()).containsEntry("persistence", "none");
    assertThat(redis.configuration())
        .containsEntry("appendonly", "no")
        .containsEntry("save", "")
        .containsKey("info.os");
    assertThat(redis.endpoints()).containsExactly(Map.entry("uri", redis.displayEndpoint()));
  }

  @Test
  @Order(1)
  void secretsAreInNeitherConfiguration() {
    for (ServerHandle handle : servers.handles()) {
      assertThat(handle.configuration()).hasSizeGreaterThan(50);
      assertThat(handle.configuration().keySet())
          .noneMatch(
              key -> key.matches("(?i).*(passw|requirepass|secret|token|jaas|masterauth).*"));
    }
  }

  @Test
  @Order(1)
  void manifestHoldsTheSameFacts() {
    RunManifest.Server server =
        redis.toManifest(Optional.empty(), Optional.empty(), Optional.empty());

    assertThat(server.system()).isEqualTo("redis");
    assertThat(server.provider()).isEqualTo("processes");
    assertThat(server.endpoint()).isEqualTo(redis.displayEndpoint());
    assertThat(server.conditions()).isEqualTo(redis.conditions());
    assertThat(server.warmUp()).isEmpty();
  }

  @Test
  @Order(1)
  void endpointsFileServesBothSystems(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("endpoints");
    servers.writeEndpoints(file);

    Properties written = new Properties();
    written.load(new StringReader(Files.readString(file)));
    assertThat(written)
        .containsEntry("kafka.bootstrap.servers", kafka.displayEndpoint())
        .containsEntry("redis.uri", redis.displayEndpoint())
        .containsEntry("prefix", PREFIX);
  }

  private static Removal remove(ServerHandle server, String prefix) throws Exception {
    return Systems.named(server.system())
        .dialect()
        .remove(server.endpoints(), prefix, Duration.ofSeconds(10));
  }

  @Test
  @Order(1)
  void cleanUpDeletesWhatHasThePrefixAndNothingElse() throws Exception {
    String mine = PREFIX + "left";
    createTopics(mine, "plumbline-other");
    redis(commands -> commands.set(mine, "x") + commands.set("plumbline-other", "x"));

    assertThat(remove(kafka, PREFIX)).isEqualTo(new Removal.Removed(1));
    assertThat(remove(redis, PREFIX)).isEqualTo(new Removal.Removed(1));

    await().untilAsserted(() -> assertThat(topics()).containsOnly("plumbline-other"));
    assertThat(redis(commands -> commands.keys("plumbline-*"))).isEqualTo("[plumbline-other]");
    remove(kafka, "plumbline-other");
    remove(redis, "plumbline-other");
  }

  @Test
  @Order(1)
  void connectingFromOutsideLearnsTheVersionFromTheClusterAndCleansUpAtTheEnd(@TempDir Path folder)
      throws Exception {
    String prefix = PREFIX + "external-";
    Path config = Files.writeString(folder.resolve("client.properties"), "client.id=outside\n");
    ServerRequest request =
        ServerRequest.of(folder, prefix)
            .with(KafkaSystem.ADDRESS, kafka.displayEndpoint())
            .with(KafkaSystem.CONFIGURATION, config.toString())
            .with(RedisSystem.ADDRESS, redis.displayEndpoint());
    try (Servers outside =
        Servers.start(request, Set.of("kafka", "redis"), janitor, PROGRESS::add)) {
      ServerHandle seen = outside.handle("kafka");
      assertThat(seen.origin()).isEqualTo(Origin.EXTERNAL);
      assertThat(seen.version()).startsWith("4.3-IV");
      assertThat(seen.identity().versionSource()).isEqualTo("finalized feature metadata.version");
      assertThat(seen.endpoints()).containsEntry("client.id", "outside");
      assertThat(seen.isAlive()).isTrue();
      assertThat(seen.logFile()).isEmpty();
      assertThatThrownBy(seen::kill).hasMessageContaining("is not ours to end");
      createTopics(prefix + "a");
      // A topic is there a moment before the broker lists it, and only what is listed is found.
      await().untilAsserted(() -> assertThat(topics()).contains(prefix + "a"));
      redis(commands -> commands.set(prefix + "a", "x"));
    }
    await().untilAsserted(() -> assertThat(topics()).doesNotContain(prefix + "a"));
    assertThat(redis(commands -> commands.exists(prefix + "a"))).isEqualTo("0");
    assertThat(kafka.isAlive()).isTrue();
  }

  @Test
  @Order(1)
  void warmUpOfTheBrokerIsRecordedAndLeavesNoTopic() throws Exception {
    RunManifest.WarmUp warmUp = ShortWarmUp.run(kafka);

    assertThat(warmUp.settled()).isTrue();
    assertThat(warmUp.operations()).isGreaterThanOrEqualTo(ShortWarmUp.LEAST);
    assertThat(warmUp.windowMedianNanos()).hasSizeGreaterThan(1).allMatch(nanos -> nanos > 10_000);
    assertThat(warmUp.took()).isGreaterThan(Duration.ofSeconds(1));
    assertThat(warmUp.rule())
        .startsWith(
            "round trips of 100 B with linger.ms=0: 8 clients for 1 s, in turn acks=all and acks=1;"
                + " then acks=all, one in flight in windows of 0.2 s");
    assertThat(topics()).noneMatch(topic -> topic.contains("warm-up"));
    assertThat(Systems.named("redis").warmUp(redis, PROGRESS::add)).isEmpty();
  }

  @Test
  @Order(4)
  @Tag("acceptance")
  void brokerThatDiesWhileItIsWarmedUpIsNamed() {
    kafka.kill();
    assertThatThrownBy(() -> ShortWarmUp.run(kafka))
        .isInstanceOf(CannotMeasureException.class)
        .hasMessageMatching("kafka \\(process \\d+\\) was killed \\(while it was warmed up\\)");
  }

  @Test
  @Order(2)
  void redisKeepsWhatItWasToldToSaveOverStopAndLosesTheRestOverKill() {
    long before = redis.pid().orElseThrow();
    redis(commands -> commands.set("kept", "value") + commands.save());
    redis.stop();
    assertThat(redis.isAlive()).isFalse();
    assertThat(redis.diagnosis()).endsWith("was stopped");
    redis.restart();
    assertThat(redis.pid().orElseThrow()).isNotEqualTo(before);
    assertThat(redis(commands -> commands.get("kept"))).isEqualTo("value");

    redis(commands -> commands.set("unsaved", "value"));
    redis.kill();
    assertThat(redis.isAlive()).isFalse();
    redis.restart();
    assertThat(redis(commands -> commands.get("kept"))).isEqualTo("value");
    assertThat(redis(commands -> commands.get("unsaved"))).isEqualTo("null");
  }

  @Test
  @Order(2)
  void serverThatDiesByItselfIsDiagnosed() {
    ProcessHandle.of(redis.pid().orElseThrow()).orElseThrow().destroyForcibly();
    await().until(() -> !redis.isAlive());
    assertThat(redis.diagnosis())
        .matches("redis \\(process \\d+\\) ended with exit code 137; see .*redis\\.log");
    redis.restart();
    assertThat(redis.isAlive()).isTrue();
  }

  @Test
  @Order(3)
  @Tag("acceptance")
  void kafkaKeepsRecordsOverKillAndRestartOnTheSamePort() throws Exception {
    String topic = PREFIX + "kept";
    createTopics(topic);
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(client(), new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic, 0, null, "written before the kill")).get();
    }
    String endpoint = kafka.displayEndpoint();
    kafka.kill();
    assertThat(kafka.isAlive()).isFalse();
    kafka.restart();

    assertThat(kafka.displayEndpoint()).isEqualTo(endpoint);
    assertThat(read(topic)).containsExactly("written before the kill");
  }

  @Test
  @Order(0)
  void unknownSystemIsBadInput() {
    ServerRequest request = ServerRequest.of(logs, PREFIX);
    assertThatThrownBy(() -> Servers.start(request, Set.of("rabbitmq"), janitor, PROGRESS::add))
        .isInstanceOf(BadInputException.class)
        .hasMessage("no such system: rabbitmq; there are kafka, memcached, redis");
  }

  private static List<String> read(String topic) {
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(client(), new StringDeserializer(), new StringDeserializer())) {
      TopicPartition partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      List<String> values = new ArrayList<>();
      await()
          .until(
              () -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
                return !values.isEmpty();
              });
      return values;
    }
  }

  private static Map<String, Object> client() {
    return new HashMap<>(Map.of("bootstrap.servers", kafka.displayEndpoint()));
  }

  private static void createTopics(String... names) throws Exception {
    try (Admin admin = Admin.create(client())) {
      List<NewTopic> topics = new ArrayList<>();
      for (String name : names) {
        topics.add(new NewTopic(name, 1, (short) 1));
      }
      admin.createTopics(topics).all().get();
    }
  }

  private static Set<String> topics() throws Exception {
    try (Admin admin = Admin.create(client())) {
      return admin.listTopics().names().get();
    }
  }

  private static String redis(
      Function<io.lettuce.core.api.sync.RedisCommands<String, String>, Object> question) {
    RedisClient client = RedisClient.create(redis.endpoints().get("uri"));
    try (var connection = client.connect()) {
      return String.valueOf(question.apply(connection.sync()));
    } finally {
      client.shutdown(0, 1, java.util.concurrent.TimeUnit.SECONDS);
    }
  }
}
