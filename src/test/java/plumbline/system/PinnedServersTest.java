package plumbline.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import plumbline.input.Processors;
import plumbline.problem.BadInputException;
import plumbline.system.janitor.Janitor;
import plumbline.system.redis.RedisSystem;
import plumbline.system.spi.ContainerOptions;
import plumbline.system.spi.Origin;
import plumbline.system.spi.ServerHandle;
import plumbline.system.spi.ServerRequest;

/** Servers that may use some processors only. */
class PinnedServersTest {
  @TempDir Path logs;

  private ServerRequest request() {
    return ServerRequest.of(logs, "plumbline-pinned-");
  }

  private static String allowed(ServerHandle server) throws IOException {
    return Files.readString(Path.of("/proc/" + server.pid().orElseThrow() + "/status"))
        .lines()
        .filter(line -> line.startsWith("Cpus_allowed_list:"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElseThrow();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aProcessIsPinnedAlsoAfterARestartAndSaysSo() throws IOException {
    Processors first = new Processors("0");
    try (Janitor janitor = Janitor.start();
        Servers servers =
            Servers.start(
                request().withOrigin(Origin.PROCESSES).pinnedTo(first),
                Set.of("redis"),
                janitor,
                line -> {})) {
      ServerHandle redis = servers.handle("redis");
      assertThat(allowed(redis)).isEqualTo("0");
      assertThat(redis.conditions()).containsEntry("cpus", "0");
      redis.restart();
      assertThat(allowed(redis)).isEqualTo("0");
    }
  }

  @Test
  void aServerOfTheUsersOwnIsNotPinned() {
    assertThatThrownBy(() -> request().withOrigin(Origin.EXTERNAL).pinnedTo(new Processors("0")))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "--pin: a server of your own is not this program's to pin; leave out --servers"
                + " external, or pin it yourself and leave out --pin");
    assertThatThrownBy(
            () ->
                request()
                    .with(RedisSystem.ADDRESS, "redis://localhost")
                    .pinnedTo(new Processors("0")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("leave out --redis,");
  }

  @Test
  void twoOptionsForTheProcessorsOfContainersContradictEachOther() {
    ContainerOptions limited =
        new ContainerOptions(Optional.empty(), Optional.of("1"), Optional.empty());
    assertThatThrownBy(() -> request().withContainers(limited).pinnedTo(new Processors("0")))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "--pin and --server-cpus both say which processors servers may use; give one of them");
  }
}
