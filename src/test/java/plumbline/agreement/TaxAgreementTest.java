package plumbline.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.result.Round;
import plumbline.run.fork.OneFork;
import plumbline.system.Deployment;
import plumbline.system.Servers;
import plumbline.system.docker.NeedsDocker;
import plumbline.system.docker.TestImages;
import plumbline.system.janitor.Janitor;
import plumbline.system.redis.RedisSystem;
import plumbline.system.spi.ServerRequest;

/**
 * What a published port costs, by our client and by redis-benchmark, on the same servers and
 * interleaved. Needs a quiet machine: {@code mvn test -Dgroups=agreement -DexcludedGroups=}.
 */
@Tag("agreement")
@NeedsDocker
class TaxAgreementTest {
  private static final int REPEATS = 5;

  @TempDir private Path folder;

  @Test
  void aPublishedPortCostsTheSameByBothTools() throws Exception {
    ServerRequest request =
        ServerRequest.of(folder, "plumbline-agreement-")
            .with(RedisSystem.IMAGE, TestImages.here().redis());
    try (Janitor janitor = Janitor.start();
        Servers processes = start(Deployment.PROCESSES, request, janitor);
        Servers published = start(Deployment.CONTAINERS_PUBLISHED, request, janitor)) {
      List<Double> theirs = new ArrayList<>();
      List<Double> ours = new ArrayList<>();
      for (int i = 0; i < REPEATS; i++) {
        theirs.add(tool(published) / tool(processes));
        ours.add(wire(Deployment.CONTAINERS_PUBLISHED) / wire(Deployment.PROCESSES));
      }
      System.out.printf(
          "factor of a published port, GET p50: redis-benchmark %s, wire %s%n", theirs, ours);

      assertThat(NativeTool.median(ours) / NativeTool.median(theirs)).isCloseTo(1, within(0.2));
    }
  }

  private Servers start(Deployment set, ServerRequest request, Janitor janitor) throws Exception {
    Path logs = Files.createDirectories(folder.resolve(set.text()));
    Servers servers =
        Servers.start(
            set.of(request).withLogs(logs), Set.of("redis"), janitor, System.out::println);
    servers.writeEndpoints(logs.resolve("endpoints.properties"));
    return servers;
  }

  private double tool(Servers servers) throws Exception {
    String port = servers.handle("redis").displayEndpoint().replaceAll(".*:", "");
    return NativeTool.redisGetP50Micros(port, folder);
  }

  private double wire(Deployment set) {
    Path logs = folder.resolve(set.text());
    Round round =
        OneFork.run(
            logs.resolve("endpoints.properties"),
            logs,
            "RedisWireBenchmark.get",
            Map.of(),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2));
    return round
            .latencies()
            .orElseThrow(() -> new AssertionError(round.fault()))
            .getValueAtPercentile(50)
        / 1_000.0;
  }
}
