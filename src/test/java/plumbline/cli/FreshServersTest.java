package plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.result.RunData;
import plumbline.result.RunManifest;
import plumbline.result.file.RunDirectory;

/** A plan whose every round has servers of its own, from the command line to what is compared. */
class FreshServersTest {
  private static final String PLAN =
      """
      description: Redis, started for each round
      rounds: 6
      fresh_servers: true
      warmup: 50 ms
      measure: 100 ms
      claims: none
      benchmarks:
        - benchmark: RedisWireBenchmark.get
      """;

  private static final Duration LIMIT = Duration.ofMinutes(3);

  @TempDir private Path folder;

  @Test
  void everyRoundHasAServerOfItsOwnAndIsAStart() throws Exception {
    Files.writeString(folder.resolve("fresh.yaml"), PLAN);
    try (Host host = Host.start(folder, "run", "fresh.yaml", "--servers", "processes")) {
      // The disturbance of a busy machine may spoil a round, which is not what is tested here.
      assertThat(host.exitCode(LIMIT))
          .as(host.err())
          .isIn(ExitCode.DONE, ExitCode.COULD_NOT_MEASURE);
      assertThat(host.leftovers()).isEmpty();
    }
    RunDirectory run = RunDirectory.open(folder.resolve("results/latest"));
    RunData data = run.load();
    assertThat(data.manifest().plan().hasFreshServers()).isTrue();
    assertThat(data.manifest().roundsCompleted()).isEqualTo(6);
    assertThat(data.manifest().servers())
        .extracting(RunManifest.Server::system)
        .containsOnly("redis");
    Set<String> pids = new HashSet<>();
    for (int round = 1; round <= 6; round++) {
      Path log = round == 1 ? run.logs() : run.logs().resolve("round-" + round);
      pids.add(Files.readString(log.resolve("redis.log")).replaceAll("(?s).*?pid=(\\d+).*", "$1"));
    }
    assertThat(pids).hasSize(6);

    try (Host host = Host.start(folder, "compare", "results/latest", "results/latest")) {
      assertThat(host.exitCode(LIMIT)).isZero();
      assertThat(host.out()).contains("n: starts of the servers").doesNotContain("too few");
    }
  }

  @Test
  void serversOfTheUserAreNotStartedAnew() throws Exception {
    Files.writeString(folder.resolve("fresh.yaml"), PLAN);
    try (Host host = Host.start(folder, "run", "fresh.yaml", "--redis", "redis://localhost:1")) {
      assertThat(host.exitCode(LIMIT)).isEqualTo(ExitCode.BAD_INPUT);
      assertThat(host.err())
          .contains(
              "plan fresh starts the servers anew for every round (fresh_servers), which cannot be"
                  + " done with your own");
    }
  }
}
