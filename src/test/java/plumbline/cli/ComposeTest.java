package plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.result.Row;
import plumbline.result.RunData;
import plumbline.result.file.RunDirectory;
import plumbline.system.docker.DockerEngine;
import plumbline.system.docker.NeedsDocker;
import plumbline.system.docker.TestImages;
import plumbline.system.process.Ports;

/** The shipped docker-compose.yml on a real engine, up to a run on its servers. */
class ComposeTest {
  private static final String KAFKA = "KAFKA_PORT";
  private static final String REDIS = "REDIS_PORT";
  private static final String HOST_KAFKA = "HOST_KAFKA_PORT";
  private static final String HOST_KAFKA_CONTROLLER = "HOST_KAFKA_CONTROLLER_PORT";
  private static final String HOST_REDIS = "HOST_REDIS_PORT";
  private static final String MEMCACHED = "MEMCACHED_PORT";
  private static final String HOST_MEMCACHED = "HOST_MEMCACHED_PORT";
  private static final List<String> VARIABLES =
      List.of(
          KAFKA, REDIS, MEMCACHED, HOST_KAFKA, HOST_KAFKA_CONTROLLER, HOST_REDIS, HOST_MEMCACHED);
  private static final Set<String> SERVERS = Set.of("kafka", "redis");
  private static final Duration LIMIT = Duration.ofMinutes(4);

  @TempDir private Path folder;

  private Compose compose;
  private boolean started;
  private final List<Integer> ports = Ports.free(VARIABLES.size());

  @BeforeEach
  void find() throws Exception {
    Optional<List<String>> program = Compose.find(folder);
    if (program.isEmpty()) {
      String reason = "neither 'docker compose' nor docker-compose is on the PATH";
      assertThat(TestImages.mustBeHere()).as("CI=true, but " + reason).isFalse();
      System.out.println("docker-compose.yml is not tested: " + reason);
      assumeTrue(false, reason);
    }
    compose = new Compose(program.orElseThrow(), folder);
    VARIABLES.forEach(variable -> compose.set(variable, port(variable)));
  }

  @AfterEach
  void remove() throws Exception {
    if (started) {
      compose.down();
    }
  }

  @Test
  void theFileIsValid() throws Exception {
    Compose.Result published = compose.run("config");
    Compose.Result both = compose.run("--profile", "host", "config");

    assertThat(published.exitCode()).as(published.output()).isZero();
    assertThat(published.output())
        .contains(
            TestImages.OFFICIAL_KAFKA, TestImages.OFFICIAL_REDIS, TestImages.OFFICIAL_MEMCACHED);
    assertThat(both.exitCode()).as(both.output()).isZero();
    assertThat(both.output())
        .contains("kafka-host:", "redis-host:", "memcached-host:", port(HOST_KAFKA));
  }

  @Test
  @NeedsDocker
  void serversOnPublishedPortsAreMeasuredAndRemoved() throws Exception {
    useTestImages();
    up();
    awaitHealthy("kafka", "redis", "memcached");
    assertThat(redis(REDIS, "appendonly", "save"))
        .containsEntry("appendonly", "no")
        .containsEntry("save", "");

    measure(KAFKA, REDIS);

    compose.down();
    assertThat(compose.parts()).isEmpty();
  }

  @Test
  @NeedsDocker
  @EnabledOnOs(OS.LINUX)
  void serversOnTheHostsNetworkAreMeasuredBesideTheOthersAndRemoved() throws Exception {
    useTestImages();
    compose.set("REDIS_APPENDONLY", "yes");
    compose.set("REDIS_APPENDFSYNC", "always");
    compose.set("REDIS_SAVE", "3600 1");
    up("kafka-host", "redis-host", "memcached-host");
    awaitHealthy("kafka-host", "redis-host", "memcached-host");
    assertThat(redis(HOST_REDIS, "appendonly", "appendfsync", "save"))
        .containsEntry("appendonly", "yes")
        .containsEntry("appendfsync", "always")
        .containsEntry("save", "3600 1");

    measure(HOST_KAFKA, HOST_REDIS);
    up();
    awaitHealthy("kafka", "redis", "memcached", "kafka-host", "redis-host", "memcached-host");

    compose.down();
    assertThat(compose.parts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"kafka", "memcached"})
  @Tag("acceptance")
  @NeedsDocker
  void aServerThatHangsFailsItsHealthcheck(String service) throws Exception {
    useTestImages();
    up(service);
    awaitHealthy(service);
    List<String> check = new ArrayList<>(List.of("exec", "-T", service));
    check.addAll(compose.healthcheck(service));
    assertThat(compose.run(check).exitCode()).isZero();

    // Its port stays open: the kernel accepts.
    assertThat(compose.run("kill", "-s", "SIGSTOP", service).exitCode()).isZero();

    assertThat(compose.run(check).exitCode()).isNotZero();
    assertThat(compose.run("kill", "-s", "SIGCONT", service).exitCode()).isZero();
    assertThat(compose.run(check).exitCode()).isZero();
  }

  private void useTestImages() {
    TestImages images = TestImages.here();
    compose.set("KAFKA_IMAGE", images.kafka());
    compose.set("REDIS_IMAGE", images.redis());
    compose.set("MEMCACHED_IMAGE", images.memcached());
    compose.set("DOCKER_HOST", DockerEngine.find().address().toString());
  }

  private String port(String variable) {
    return ports.get(VARIABLES.indexOf(variable)).toString();
  }

  private void up(String... services) throws Exception {
    List<String> command = new ArrayList<>(List.of("up", "-d"));
    command.addAll(List.of(services));
    started = true;
    Compose.Result result = compose.run(command);
    assertThat(result.exitCode()).as(result.output()).isZero();
  }

  /** Waits until these services are healthy; there must be no others. */
  private void awaitHealthy(String... services) {
    Map<String, String> healthy =
        Stream.of(services).collect(Collectors.toMap(service -> service, service -> "healthy"));
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(() -> assertThat(compose.health()).isEqualTo(healthy));
  }

  private Map<String, String> redis(String portVariable, String... parameters) {
    try (RedisClient client = RedisClient.create("redis://127.0.0.1:" + port(portVariable));
        StatefulRedisConnection<String, String> connection = client.connect()) {
      return connection.sync().configGet(parameters);
    }
  }

  private void measure(String kafkaVariable, String redisVariable) throws Exception {
    try (Host host =
        Host.start(
            folder,
            "run",
            "smoke",
            "--servers",
            "external",
            "--kafka",
            "localhost:" + port(kafkaVariable),
            "--redis",
            "redis://localhost:" + port(redisVariable))) {
      assertThat(host.exitCode(LIMIT)).as(host.err()).isZero();
      RunData data = RunDirectory.open(host.run()).load();
      List<Row> rows =
          data.rows().stream().filter(row -> SERVERS.contains(row.series().system())).toList();
      assertThat(rows).extracting(row -> row.series().system()).contains("kafka", "redis");
      assertThat(rows)
          .allSatisfy(
              row -> {
                assertThat(row.valid()).isTrue();
                assertThat(row.subject().servers()).startsWith("external");
              });
    }
  }
}
