package plumbline.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.RedisClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.problem.BadInputException;
import plumbline.problem.CannotMeasureException;
import plumbline.system.janitor.Janitor;
import plumbline.system.kafka.KafkaSystem;
import plumbline.system.process.Ports;
import plumbline.system.redis.RedisSystem;
import plumbline.system.spi.Origin;
import plumbline.system.spi.ServerHandle;
import plumbline.system.spi.ServerRequest;

class ExternalServersTest {
  private static final String PREFIX = "plumbline-external-";
  private static final String PASSWORD = "open-sesame";

  @TempDir static Path logs;
  private static Janitor janitor;

  @BeforeAll
  static void startJanitor() {
    janitor = Janitor.start();
  }

  @AfterAll
  static void sendJanitorAway() {
    janitor.close();
  }

  private static ServerRequest request() {
    return ServerRequest.of(logs, PREFIX).withOrigin(Origin.EXTERNAL);
  }

  private static Servers start(ServerRequest request, String system) {
    return Servers.start(request, Set.of(system), janitor, line -> {});
  }

  @Test
  void externalWithoutAnAddressNamesTheOption() {
    assertThatThrownBy(() -> start(request(), "kafka"))
        .isInstanceOf(BadInputException.class)
        .hasMessage("--servers external needs --kafka host:port for kafka");
    assertThatThrownBy(() -> start(request(), "redis"))
        .isInstanceOf(BadInputException.class)
        .hasMessage("--servers external needs --redis redis://host:port for redis");
  }

  @Test
  void whoHasOneSystemOnlyIsToldHowToDoWithoutTheOther() {
    ServerRequest ofRedis = request().with(RedisSystem.ADDRESS, "redis://localhost:6379");
    assertThatThrownBy(() -> Servers.start(ofRedis, Set.of("kafka", "redis"), janitor, line -> {}))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "--servers external needs --kafka host:port for kafka; or leave its benchmarks out:"
                + " --only Redis");
  }

  @Test
  void anAtSignInAPasswordIsToldHowToBeWritten() {
    ServerRequest request = request().with(RedisSystem.ADDRESS, "redis://:a@b@localhost:6379");
    assertThatThrownBy(() -> start(request, "redis"))
        .isInstanceOf(BadInputException.class)
        .hasMessageEndingWith(
            "not '...@localhost:6379'; in a password, write %40 for @ and %2F for /");
  }

  @Test
  void addressBesideAProviderThatStartsServersIsAContradiction() {
    assertThatThrownBy(
            () ->
                ServerRequest.of(logs, PREFIX)
                    .with(RedisSystem.ADDRESS, "redis://localhost")
                    .withOrigin(Origin.PROCESSES))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("--redis names a server of your own");
  }

  /** Each takes the whole 10 s, because a server may be about to start: so all at once. */
  @Test
  void deadPortsAndSilentServersAreGivenUpAfterTenSecondsInOneLineEach() throws IOException {
    int port = Ports.free(1).get(0);
    String dead = "127.0.0.1:" + port;
    Path config =
        Files.writeString(logs.resolve("address.properties"), "bootstrap.servers=" + dead + "\n");
    ServerRequest addressInTheFile =
        ServerRequest.of(logs, PREFIX).with(KafkaSystem.CONFIGURATION, config.toString());
    try (ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      String silent = "127.0.0.1:" + socket.getLocalPort();
      Instant start = Instant.now();
      allAtOnce(
          () ->
              assertThatThrownBy(
                      () -> start(request().with(RedisSystem.ADDRESS, "redis://" + dead), "redis"))
                  .isInstanceOf(CannotMeasureException.class)
                  .hasMessageStartingWith("redis at redis://" + dead + " does not answer: ")
                  .hasMessageNotContaining("\n"),
          () ->
              assertThatThrownBy(() -> start(request().with(KafkaSystem.ADDRESS, dead), "kafka"))
                  .isInstanceOf(CannotMeasureException.class)
                  .hasMessage("kafka at " + dead + " does not answer: Connection refused"),
          () ->
              assertThatThrownBy(() -> start(addressInTheFile, "kafka"))
                  .hasMessage("kafka at " + dead + " does not answer: Connection refused"),
          () ->
              assertThatThrownBy(
                      () ->
                          start(request().with(RedisSystem.ADDRESS, "redis://" + silent), "redis"))
                  .isInstanceOf(CannotMeasureException.class)
                  .hasMessage(
                      "redis at redis://"
                          + silent
                          + " accepts a connection but does not answer as Redis"),
          () ->
              assertThatThrownBy(() -> start(request().with(KafkaSystem.ADDRESS, silent), "kafka"))
                  .isInstanceOf(CannotMeasureException.class)
                  .hasMessage(
                      "kafka at " + silent + " accepts a connection but does not answer as Kafka"));
      assertThat(Duration.between(start, Instant.now()))
          .isBetween(Duration.ofSeconds(8), Duration.ofSeconds(20));
    }
  }

  private static void allAtOnce(Runnable... tests) {
    // A thread each: the common pool may have a single one.
    ExecutorService threads = Executors.newFixedThreadPool(tests.length);
    try {
      Stream.of(tests)
          .map(test -> CompletableFuture.runAsync(test, threads))
          .toList()
          .forEach(CompletableFuture::join);
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void passwordIsNeededAcceptedAndNeverShown() {
    try (Servers own =
        start(ServerRequest.of(logs, PREFIX).withOrigin(Origin.PROCESSES), "redis")) {
      String open = own.handle("redis").endpoints().get("uri");
      RedisClient client = RedisClient.create(open);
      try (var connection = client.connect()) {
        connection.sync().configSet("requirepass", PASSWORD);
        String right = open.replace("redis://", "redis://:" + PASSWORD + "@");
        String wrong = open.replace("redis://", "redis://:not-" + PASSWORD + "@");
        assertThatThrownBy(() -> start(request().with(RedisSystem.ADDRESS, wrong), "redis"))
            .isInstanceOf(CannotMeasureException.class)
            .hasMessageStartingWith("redis at " + open + " refuses the credentials: WRONGPASS")
            .hasMessageNotContaining(PASSWORD);
        assertThatThrownBy(() -> start(request().with(RedisSystem.ADDRESS, open), "redis"))
            .hasMessageStartingWith("redis at " + open + " refuses the credentials: NOAUTH");
        try (Servers servers = start(request().with(RedisSystem.ADDRESS, right), "redis")) {
          ServerHandle redis = servers.handle("redis");
          assertThat(redis.displayEndpoint()).isEqualTo(open);
          assertThat(
                  redis.toManifest(Optional.empty(), Optional.empty(), Optional.empty()).toString())
              .doesNotContain(PASSWORD);
          assertThat(redis.toString()).doesNotContain(PASSWORD);
          assertThat(redis.configuration()).doesNotContainKey("requirepass");
        }
        connection.sync().configSet("requirepass", "");
      } finally {
        client.shutdown(0, 1, TimeUnit.SECONDS);
      }
    }
  }

  @Test
  void wrongAddressIsBadInputWithoutThePassword() {
    assertThatThrownBy(
            () ->
                start(
                    request().with(RedisSystem.ADDRESS, "http://me:" + PASSWORD + "@host"),
                    "redis"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("--redis must be redis://")
        .hasMessageNotContaining(PASSWORD);
    assertThatThrownBy(() -> start(request().with(KafkaSystem.ADDRESS, "localhost"), "kafka"))
        .isInstanceOf(BadInputException.class)
        .hasMessage("--kafka must be host:port[,host:port...], not 'localhost'");
  }

  @Test
  void kafkaPropertiesFileMustExist() {
    Path missing = logs.resolve("missing.properties");
    assertThatThrownBy(
            () ->
                start(
                    request()
                        .with(KafkaSystem.ADDRESS, "localhost:1")
                        .with(KafkaSystem.CONFIGURATION, missing.toString()),
                    "kafka"))
        .isInstanceOf(BadInputException.class)
        .hasMessage("--kafka-config " + missing + " cannot be read: there is no such file");
  }

  @Test
  void brokenClientPropertyIsOneLine() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Path config =
          Files.writeString(logs.resolve("broken.properties"), "security.protocol=NONSENSE\n");
      assertThatThrownBy(
              () ->
                  start(
                      request()
                          .with(KafkaSystem.ADDRESS, "127.0.0.1:" + silent.getLocalPort())
                          .with(KafkaSystem.CONFIGURATION, config.toString()),
                      "kafka"))
          .isInstanceOf(CannotMeasureException.class)
          .hasMessageContaining("cannot be connected to: ")
          .hasMessageContaining("NONSENSE")
          .hasMessageNotContaining("\n");
    }
  }

  @Test
  void prefixThatMatchesTooMuchIsRefused() {
    assertThatThrownBy(() -> ServerRequest.of(logs, "a"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("everything that starts with it is deleted");
  }
}
