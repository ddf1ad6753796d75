package plumbline.system.redis;

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
import plumbline.system.ServerHandle;
import plumbline.system.ServerRequest;
import plumbline.system.StartContext;
import plumbline.system.janitor.Janitor;
import plumbline.system.process.Ports;

class RedisProcessTest {
  @TempDir Path logs;

  private StartContext context(Janitor janitor) {
    return new StartContext(ServerRequest.of(logs, "plumbline-port-"), janitor, line -> {});
  }

  @Test
  void portThatAnotherRunTookMeanwhileIsReplaced() throws Exception {
    try (Janitor janitor = Janitor.start();
        ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int free = Ports.free(1).get(0);
      Deque<Integer> ports = new ArrayDeque<>(List.of(taken.getLocalPort(), free));
      try (ServerHandle redis =
          RedisProcess.start(new RedisSystem(), context(janitor), ports::removeFirst)) {
        assertThat(redis.displayEndpoint()).isEqualTo("redis://127.0.0.1:" + free);
      }
      assertThat(ports).isEmpty();
    }
  }

  @Test
  void redisOfAnotherRunOnThePortIsNotTakenForOurs() throws Exception {
    try (Janitor janitor = Janitor.start();
        ServerHandle other = RedisProcess.start(new RedisSystem(), context(janitor))) {
      int taken = Integer.parseInt(other.displayEndpoint().replace("redis://127.0.0.1:", ""));
      int free = Ports.free(1).get(0);
      Deque<Integer> ports = new ArrayDeque<>(List.of(taken, free));
      try (ServerHandle redis =
          RedisProcess.start(new RedisSystem(), context(janitor), ports::removeFirst)) {
        assertThat(redis.displayEndpoint()).isEqualTo("redis://127.0.0.1:" + free);
      }
      assertThat(other.isAlive()).isTrue();
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
        echo '*** FATAL CONFIG FILE ERROR ***'; echo 'Bad directive'; exit 1
        """);
    assertThat(binary.toFile().setExecutable(true)).isTrue();
    try (Janitor janitor = Janitor.start()) {
      StartContext context =
          new StartContext(
              ServerRequest.of(logs, "plumbline-port-").withRedisServer(binary),
              janitor,
              line -> {});
      assertThatThrownBy(() -> RedisProcess.start(new RedisSystem(), context))
          .isInstanceOf(CannotMeasureException.class)
          .hasMessageMatching(
              "redis \\(process \\d+\\) ended with exit code 1: \\*\\*\\* FATAL CONFIG FILE ERROR"
                  + " \\*\\*\\*; see .*redis\\.log");
    }
  }
}
