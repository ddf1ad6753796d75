package plumbline.system.janitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import plumbline.system.Alive;
import plumbline.system.Servers;
import plumbline.system.process.JavaCommand;
import plumbline.system.spi.Origin;
import plumbline.system.spi.ServerRequest;

/** Real processes, killed. */
@Tag("acceptance")
@DisabledOnOs(OS.WINDOWS)
class JanitorTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  @TempDir Path logs;

  @Test
  void killedHostLeavesNoServerNoFolderAndNoJanitor() throws Exception {
    Process host = host("plumbline-killed-", "-", "kafka,redis", "-");
    Map<String, String> said = said(host);
    List<Path> folders = Arrays.stream(said.get("folders").split(",")).map(Path::of).toList();
    assertThat(folders).hasSize(3).allSatisfy(folder -> assertThat(folder).isDirectory());
    assertThat(pids(said, "kafka", "redis", "janitor")).allMatch(Alive::isAlive);

    host.destroyForcibly();

    await()
        .atMost(LIMIT)
        .untilAsserted(
            () -> {
              assertThat(pids(said, "kafka", "redis", "janitor")).noneMatch(Alive::isAlive);
              assertThat(folders).allSatisfy(folder -> assertThat(folder).doesNotExist());
            });
    assertThat(logs.resolve("janitor.log")).isEmptyFile();
  }

  @Test
  void ctrlCReachesNeitherJanitorNorServerAndTheHostDecides() throws Exception {
    Process host = host("plumbline-stopped-", "-", "redis", "-");
    Map<String, String> said = said(host);
    for (long pid : pids(said, "janitor", "redis")) {
      // In a session of its own, so a terminal's Ctrl-C does not reach it at all.
      assertThat(session(pid)).isNotEqualTo(session(host.pid()));
    }
    signal("INT", pids(said, "janitor").get(0));
    signal("HUP", pids(said, "janitor").get(0));
    await()
        .during(Duration.ofMillis(500))
        .atMost(Duration.ofSeconds(5))
        .until(() -> pids(said, "janitor", "redis").stream().allMatch(Alive::isAlive));

    signal("INT", host.pid());

    await()
        .atMost(LIMIT)
        .until(() -> pids(said, "janitor", "redis").stream().noneMatch(Alive::isAlive));
  }

  @Test
  void whatAHostForgotToCloseGoesWithTheJanitor() throws Exception {
    Process host = host("plumbline-ordered-", "-", "redis", "-");
    Map<String, String> said = said(host);
    try (var input = host.getOutputStream()) {
      input.write('\n');
    }
    assertThat(host.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(pids(said, "janitor", "redis")).noneMatch(Alive::isAlive);
    // Nobody closed the host's own folder.
    assertThat(Path.of(said.get("folders").split(",")[1])).doesNotExist();
  }

  @Test
  void killedHostLeavesNoTopicAndNoKeyOnExternalServersAndNoPasswordIsOnACommandLine()
      throws Exception {
    String prefix = "plumbline-remote-";
    try (Janitor janitor = Janitor.start();
        Servers servers =
            Servers.start(
                ServerRequest.of(logs, "plumbline-own-").withOrigin(Origin.PROCESSES),
                Set.of("kafka", "redis"),
                janitor,
                line -> {})) {
      String uri = servers.handle("redis").endpoints().get("uri");
      String kafka = servers.handle("kafka").displayEndpoint();
      RedisClient client = RedisClient.create(uri);
      try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka));
          var connection = client.connect()) {
        var redis = connection.sync();
        redis.aclSetuser(
            "tester",
            io.lettuce.core.AclSetuserArgs.Builder.on()
                .allKeys()
                .allCommands()
                .addPassword("hidden-word"));
        Process host =
            host(
                prefix,
                uri.replace("redis://", "redis://tester:hidden-word@"),
                "kafka,redis",
                kafka);
        Map<String, String> said = said(host);
        redis.set(prefix + "left", "x");
        redis.set("plumbline-kept", "x");
        admin.createTopics(List.of(topic(prefix + "left"), topic("plumbline-kept"))).all().get();
        String janitorPid = said.get("janitor");
        assertThat(commandLine(janitorPid)).contains("JanitorMain").doesNotContain("hidden-word");

        host.destroyForcibly();

        await().atMost(LIMIT).until(() -> redis.exists(prefix + "left") == 0);
        await()
            .atMost(LIMIT)
            .until(() -> admin.listTopics().names().get().equals(Set.of("plumbline-kept")));
        await().atMost(LIMIT).until(() -> !Alive.isAlive(Long.parseLong(janitorPid)));
        assertThat(redis.exists("plumbline-kept")).isEqualTo(1);
        assertThat(Path.of(said.get("folders").substring(1))).doesNotExist();
      } finally {
        client.shutdown(0, 1, TimeUnit.SECONDS);
      }
    }
  }

  private static NewTopic topic(String name) {
    return new NewTopic(name, 1, (short) 1);
  }

  private Process host(String prefix, String redis, String systems, String kafka)
      throws IOException {
    return new ProcessBuilder(
            JavaCommand.of(
                List.of("-Xmx128m", "-Dorg.slf4j.simpleLogger.defaultLogLevel=error"),
                HostMain.class,
                List.of(logs.toString(), prefix, redis, systems, kafka)))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static Map<String, String> said(Process host) throws IOException {
    BufferedReader output =
        new BufferedReader(new InputStreamReader(host.getInputStream(), StandardCharsets.UTF_8));
    String line = output.readLine();
    assertThat(line).isNotNull();
    Map<String, String> said = new HashMap<>();
    for (String part : line.split(" ")) {
      said.put(part.substring(0, part.indexOf('=')), part.substring(part.indexOf('=') + 1));
    }
    return said;
  }

  private static List<Long> pids(Map<String, String> said, String... names) {
    return Arrays.stream(names).map(said::get).map(Long::parseLong).toList();
  }

  private static void signal(String name, long pid) throws Exception {
    int code = new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
    assertThat(code).isZero();
  }

  private static String session(long pid) throws Exception {
    Process ps = new ProcessBuilder("ps", "-o", "sess=", "-p", Long.toString(pid)).start();
    return new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }

  private static String commandLine(String pid) throws IOException {
    Path file = Path.of("/proc", pid, "cmdline");
    return Files.exists(file)
        ? Files.readString(file) + Files.readString(Path.of("/proc", pid, "environ"))
        : "JanitorMain";
  }
}
