package plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.result.Row;
import plumbline.result.RunData;
import plumbline.result.file.RunDirectory;
import plumbline.system.Servers;
import plumbline.system.janitor.Janitor;
import plumbline.system.spi.Origin;
import plumbline.system.spi.ServerRequest;

/** What a promise does to a run: one Redis for all settings, and one of the user's own for none. */
@Tag("acceptance")
class DurabilityTest {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final String PLAN =
      """
      description: a server that is switched between forks
      rounds: 1
      warmup: 100 ms
      warm_servers: false
      measure: 200 ms
      claims: durability
      benchmarks:
        - benchmark: RedisGetBenchmark
        - benchmark: RedisAppendBenchmark
          params: {persistence: ["off", always]}
      """;

  @TempDir private Path folder;

  private RunData run(int exitCode, String... options) throws Exception {
    Path plan = Files.writeString(folder.resolve("switched.yaml"), PLAN);
    List<String> arguments = new java.util.ArrayList<>(List.of("run", plan.toString()));
    arguments.addAll(List.of(options));
    try (Host host = Host.start(folder, arguments.toArray(String[]::new))) {
      assertThat(host.exitCode(PATIENCE)).as(host.err()).isEqualTo(exitCode);
      return RunDirectory.open(host.run()).load();
    }
  }

  private static List<Row> rows(RunData data, String persistence) {
    return data.rows().stream()
        .filter(row -> persistence.equals(row.series().params().get("persistence")))
        .toList();
  }

  @Test
  void everyRowHasTheServerThatItIsAbout() throws Exception {
    // Where temporary files are in memory, nothing is on a disk, and the rows that say so fail.
    assumeThat(Files.getFileStore(folder).type()).isNotIn("tmpfs", "ramfs");
    RunData data = run(0, "--servers", "processes");

    assertThat(data.manifest().problems()).isEmpty();
    assertThat(rows(data, "always"))
        .isNotEmpty()
        .allMatch(row -> row.subject().servers().endsWith("persistence=aof-always"));
    assertThat(rows(data, "off"))
        .isNotEmpty()
        .allMatch(row -> row.subject().servers().endsWith("persistence=none"));
    assertThat(data.rows())
        .filteredOn(row -> row.series().operation().equals("GET"))
        .isNotEmpty()
        .allMatch(row -> row.subject().servers().endsWith("persistence=none"));
  }

  @Test
  void aRedisOfTheUsersOwnIsRefusedWhereItPromisesSomethingElse() throws Exception {
    ServerRequest request =
        ServerRequest.of(folder, "plumbline-durability-").withOrigin(Origin.PROCESSES);
    try (Janitor janitor = Janitor.start(folder.resolve("janitor.log"));
        Servers servers = Servers.start(request, Set.of("redis"), janitor, line -> {})) {
      RunData data =
          run(3, "--servers", "external", "--redis", servers.handle("redis").displayEndpoint());

      assertThat(rows(data, "off")).isNotEmpty().allMatch(Row::valid);
      assertThat(rows(data, "always"))
          .isNotEmpty()
          .allSatisfy(
              row -> {
                assertThat(row.valid()).isFalse();
                assertThat(row.reason())
                    .startsWith(
                        "persistence=always is not what this Redis has: appendonly no; a server of"
                            + " your own is never changed");
                assertThat(row.subject().servers()).endsWith("persistence=none");
              });
    }
  }
}
