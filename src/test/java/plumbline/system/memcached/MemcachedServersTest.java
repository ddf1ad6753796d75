package plumbline.system.memcached;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.spotify.folsom.guava.HostAndPort;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.system.Servers;
import plumbline.system.docker.NeedsDocker;
import plumbline.system.docker.TestImages;
import plumbline.system.janitor.Janitor;
import plumbline.system.process.ProgramPath;
import plumbline.system.spi.ContainerNetwork;
import plumbline.system.spi.ContainerOptions;
import plumbline.system.spi.Launch;
import plumbline.system.spi.Origin;
import plumbline.system.spi.Place;
import plumbline.system.spi.Removal;
import plumbline.system.spi.ServerHandle;
import plumbline.system.spi.ServerRequest;

/** Real servers from every origin. */
class MemcachedServersTest {
  private static final String PREFIX = "plumbline-memcached-";
  private static final Set<String> MEMCACHED = Set.of("memcached");
  private static final Removal EXPIRES = new Removal.Expires(Duration.ofHours(1));

  @TempDir static Path logs;
  private static Janitor janitor;

  @BeforeAll
  static void find() {
    boolean here = ProgramPath.ofEnvironment().find("memcached").isPresent();
    if (!here) {
      String reason = "there is no memcached on the PATH";
      assertThat(TestImages.mustBeHere()).as("CI=true, but " + reason).isFalse();
      System.out.println("Memcached is not tested: " + reason);
    }
    assumeTrue(here);
    janitor = Janitor.start();
  }

  @AfterAll
  static void end() {
    if (janitor != null) {
      janitor.close();
    }
  }

  private static Servers start(ServerRequest request) {
    return Servers.start(request, MEMCACHED, janitor, line -> {});
  }

  private static ServerRequest process() {
    return ServerRequest.of(logs, PREFIX).withOrigin(Origin.PROCESSES);
  }

  /** Sends a command, and gives the line that is answered. */
  private static String ask(ServerHandle handle, String command) throws IOException {
    HostAndPort address = HostAndPort.fromString(handle.endpoints().get("address"));
    try (Socket socket = new Socket(address.getHostText(), address.getPort())) {
      socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
      return new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
          .readLine();
    }
  }

  @Test
  void aProcessSaysWhatItIs() {
    try (Servers servers = start(process())) {
      ServerHandle memcached = servers.handle("memcached");

      assertThat(memcached.product()).isEqualTo("Memcached");
      assertThat(memcached.version()).matches("1\\.\\d+\\.\\d+.*");
      assertThat(memcached.identity().versionSource()).isEqualTo("version");
      assertThat(memcached.conditions())
          .containsEntry("threads", "4")
          .containsEntry("maxmemory", "1g")
          .containsEntry("evictions", "on")
          .containsEntry("network", "loopback");
      assertThat(memcached.configuration())
          .containsEntry("stats.pid", Long.toString(memcached.pid().orElseThrow()))
          .containsEntry("inter", "127.0.0.1")
          .containsKeys("num_threads", "item_size_max", "hash_algorithm", "stats.libevent")
          // What counts or tells the time is no configuration.
          .doesNotContainKeys("uptime", "curr_connections", "cmd_get", "oldest");
      assertThat(memcached.diagnosis()).matches("memcached \\(process \\d+\\) runs");
      assertThat(servers.notes()).isEmpty();
      assertThat(new MemcachedSystem().imageLike(memcached))
          .hasValue("memcached:" + memcached.version());
    }
  }

  @Test
  void whatIsDifferentAtEveryStartIsNamedAndNothingElseIs() {
    try (Servers first = start(process());
        Servers second = start(process())) {
      var one = first.handle("memcached").configuration();
      var other = second.handle("memcached").configuration();
      Set<String> changing = new MemcachedSystem().volatileConfiguration();

      assertThat(one.keySet()).containsAll(changing).isEqualTo(other.keySet());
      assertThat(one.keySet())
          .allSatisfy(
              key ->
                  assertThat(one.get(key).equals(other.get(key)))
                      .as(key)
                      .isEqualTo(!changing.contains(key)));
    }
  }

  @Test
  void nothingSurvivesAKill() throws Exception {
    try (Servers servers = start(process())) {
      ServerHandle memcached = servers.handle("memcached");
      String endpoint = memcached.displayEndpoint();
      assertThat(ask(memcached, "ms key 5\r\nvalue")).isEqualTo("HD");
      assertThat(ask(memcached, "mg key v")).isEqualTo("VA 5");
      memcached.kill();
      assertThat(memcached.isAlive()).isFalse();
      memcached.restart();

      assertThat(memcached.displayEndpoint()).isEqualTo(endpoint);
      assertThat(ask(memcached, "mg key v")).isEqualTo("EN");
    }
  }

  @Test
  void aServerOfAnotherRunIsNotTakenForOurs() {
    try (Servers servers = start(process())) {
      ServerHandle other = servers.handle("memcached");
      int port = HostAndPort.fromString(other.displayEndpoint()).getPort();
      Place place = new Place("127.0.0.1", "127.0.0.1", List.of(port));
      Launch ours = MemcachedRecipes.container(process()).preparation().apply(place);

      assertThat(ours.address().display()).isEqualTo(other.displayEndpoint());
      assertThat(ours.isOurs()).rejects(other);
    }
  }

  @Test
  void oneOfTheUsersOwnIsLeftRunningAndItIsSaidThatKeysExpire() throws Exception {
    try (Servers own = start(process())) {
      ServerHandle memcached = own.handle("memcached");
      ServerRequest request =
          ServerRequest.of(logs, PREFIX + "outside-")
              .with(MemcachedSystem.ADDRESS, memcached.displayEndpoint());
      try (Servers outside = start(request)) {
        ServerHandle seen = outside.handle("memcached");
        assertThat(seen.origin()).isEqualTo(Origin.EXTERNAL);
        assertThat(seen.version()).isEqualTo(memcached.version());
        assertThat(new MemcachedDialect().remove(seen.endpoints(), PREFIX, Duration.ofSeconds(10)))
            .isEqualTo(EXPIRES);
        assertThat(outside.notes())
            .singleElement()
            .asString()
            .startsWith("memcached at " + memcached.displayEndpoint() + " ")
            .contains("expires within 3600 s");
        assertThatThrownBy(seen::kill).hasMessageContaining("is not ours to end");
      }
      assertThat(memcached.isAlive()).isTrue();
    }
  }

  @Test
  @NeedsDocker
  void aContainerIsReachedOnBothNetworks() throws Exception {
    for (ContainerNetwork network : ContainerNetwork.values()) {
      ServerRequest request =
          ServerRequest.of(logs, PREFIX)
              .withOrigin(Origin.CONTAINERS)
              .with(MemcachedSystem.IMAGE, TestImages.here().memcached())
              .withContainers(ContainerOptions.defaults().withNetwork(network));
      try (Servers servers = start(request)) {
        ServerHandle memcached = servers.handle("memcached");

        assertThat(memcached.origin()).isEqualTo(Origin.CONTAINERS);
        assertThat(memcached.conditions())
            .containsEntry("network", network.text())
            .containsEntry("threads", "4");
        assertThat(ask(memcached, "ms key 5\r\nvalue")).isEqualTo("HD");
        assertThat(ask(memcached, "mg key v")).isEqualTo("VA 5");
      }
    }
  }
}
