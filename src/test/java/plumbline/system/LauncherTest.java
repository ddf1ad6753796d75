package plumbline.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.problem.CannotMeasureException;
import plumbline.system.instance.StartContext;
import plumbline.system.janitor.Janitor;
import plumbline.system.process.Ports;
import plumbline.system.redis.RedisSystem;
import plumbline.system.spi.ServerHandle;
import plumbline.system.spi.ServerRequest;
import plumbline.system.spi.ServerSystem;

/** Starts real servers on ports that others hold. */
class LauncherTest {
  @TempDir Path logs;

  private StartContext context(Janitor janitor) {
    return new StartContext(ServerRequest.of(logs, "plumbline-port-"), janitor, line -> {});
  }

  private static ServerHandle start(String id, Launcher launcher, StartContext context) {
    ServerSystem system = Systems.named(id);
    return launcher.process(system, system.process(context.request()).recipe().orElseThrow());
  }

  private static Launcher launcher(StartContext context, Deque<List<Integer>> ports) {
    return new Launcher(context, count -> ports.removeFirst(), ports.size());
  }

  private static int port(ServerHandle redis) {
    return Integer.parseInt(redis.displayEndpoint().replace("redis://127.0.0.1:", ""));
  }

  @Test
  void portThatAnotherRunTookMeanwhileIsReplaced() throws Exception {
    try (Janitor janitor = Janitor.start();
        ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      StartContext context = context(janitor);
      List<Integer> free = Ports.free(1);
      Deque<List<Integer>> ports = new ArrayDeque<>(List.of(List.of(taken.getLocalPort()), free));
      try (ServerHandle redis = start("redis", launcher(context, ports), context)) {
        assertThat(port(redis)).isEqualTo(free.get(0));
      }
      assertThat(ports).isEmpty();
    }
  }

  @Test
  void serverOfAnotherRunOnThePortIsNotTakenForOurs() {
    try (Janitor janitor = Janitor.start()) {
      StartContext context = context(janitor);
      try (ServerHandle other = start("redis", new Launcher(context), context)) {
        List<Integer> free = Ports.free(1);
        Deque<List<Integer>> ports = new ArrayDeque<>(List.of(List.of(port(other)), free));
        try (ServerHandle redis = start("redis", launcher(context, ports), context)) {
          assertThat(port(redis)).isEqualTo(free.get(0));
        }
        assertThat(other.isAlive()).isTrue();

        Deque<List<Integer>> taken = new ArrayDeque<>(List.of(List.of(port(other))));
        assertThatThrownBy(() -> start("redis", launcher(context, taken), context))
            .isInstanceOf(CannotMeasureException.class)
            .hasMessageMatching("(another .* answers at|redis \\(process .* already in use).*");
      }
    }
  }

  @Test
  void serverThatDoesNotStartSaysWhyAndLeavesNoFolder() throws Exception {
    Path binary = logs.resolve("redis-server");
    Files.writeString(
        binary,
        """
        #!/bin/sh
        [ "$1" = --version ] && { echo Redis server v=7; exit 0; }
        echo '*** FATAL CONFIG FILE ERROR ***'; echo "Bad directive in $1"; exit 1
        """);
    assertThat(binary.toFile().setExecutable(true)).isTrue();
    try (Janitor janitor = Janitor.start()) {
      StartContext context =
          new StartContext(
              ServerRequest.of(logs, "plumbline-port-").with(RedisSystem.BINARY, binary.toString()),
              janitor,
              line -> {});
      assertThatThrownBy(() -> start("redis", new Launcher(context), context))
          .isInstanceOf(CannotMeasureException.class)
          .hasMessageMatching(
              "redis \\(process \\d+\\) ended with exit code 1: \\*\\*\\* FATAL CONFIG FILE ERROR"
                  + " \\*\\*\\*; see .*redis\\.log");
    }
    String log = Files.readString(logs.resolve("redis.log"));
    Path file =
        Path.of(log.lines().filter(l -> l.startsWith("Bad")).findFirst().get().substring(17));
    assertThat(file).isAbsolute().hasFileName("redis.conf");
    assertThat(file.getParent()).doesNotExist();
  }

  @Test
  void brokerWhosePortIsTakenTriesOthersAndAtLastSaysWhyInOneLine() throws Exception {
    try (Janitor janitor = Janitor.start();
        ServerSocket taken = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Deque<List<Integer>> ports = new ArrayDeque<>();
      for (int attempt = 0; attempt < 2; attempt++) {
        ports.add(List.of(taken.getLocalPort(), Ports.free(1).get(0)));
      }
      StartContext context = context(janitor);

      assertThatThrownBy(() -> start("kafka", launcher(context, ports), context))
          .isInstanceOf(CannotMeasureException.class)
          .hasMessageMatching(
              "kafka \\(process \\d+\\) ended with exit code 1: .*already in use.*; see .*kafka\\.log");

      assertThat(ports).isEmpty();
      assertThat(Files.readString(logs.resolve("kafka.log")).lines())
          .filteredOn(line -> line.contains("shut down completed"))
          .hasSizeGreaterThanOrEqualTo(2);
    }
  }
}
