package plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.claim.ClaimsFile;
import plumbline.claim.Judge;
import plumbline.claim.Verdict;
import plumbline.result.RunData;
import plumbline.result.RunManifest;
import plumbline.result.file.RunDirectory;
import plumbline.system.docker.NeedsDocker;
import plumbline.system.docker.TestImages;
import plumbline.testing.Told;

/** A plan with several sets of servers, up at once, from the command line to the report. */
@NeedsDocker
@Tag("acceptance")
class TaxTest {
  private static final String PLAN =
      """
      description: the shortest plan with all sets
      rounds: 1
      warmup: 100 ms
      measure: 200 ms
      warm_servers: false
      claims: tax
      servers: [processes, containers-host, containers-published]
      benchmarks:
        - benchmark: LoopbackEchoBenchmark
        - benchmark: RedisWireBenchmark.get
        - benchmark: KafkaAckBenchmark
          params: {acks: ["1"], lingerMs: ["0"]}
      """;

  @TempDir private Path folder;

  @Test
  void everySetIsMeasuredAndTold() throws Exception {
    Files.writeString(folder.resolve("sets.yaml"), PLAN);
    TestImages images = TestImages.here();
    List<String> arguments = new ArrayList<>(List.of("run", "sets.yaml", "--details"));
    // Official images are chosen by the version of the processes.
    if (!images.kafka().equals(TestImages.OFFICIAL_KAFKA)) {
      arguments.addAll(List.of("--kafka-image", images.kafka()));
    }
    if (!images.redis().equals(TestImages.OFFICIAL_REDIS)) {
      arguments.addAll(List.of("--redis-image", images.redis()));
    }
    try (Host host = Host.start(folder, arguments.toArray(String[]::new))) {
      assertThat(host.exitCode(Duration.ofMinutes(3))).as(host.err()).isZero();
      assertThat(host.leftovers()).isEmpty();
      assertThat(host.out()).contains("containers-published against processes");
    }
    RunData data = RunDirectory.open(folder.resolve("results/latest")).load();
    assertThat(data.manifest().plan().claims()).hasValue("tax");
    assertThat(Judge.judge(data, ClaimsFile.load("tax")).verdicts())
        .filteredOn(verdict -> verdict.claim().equals("published-port-costs"))
        .filteredOn(Verdict::isOfAContrast)
        .extracting(Told::subject)
        .contains("Kafka ack", "Redis GET");
    assertThat(data.manifest().servers())
        .extracting(server -> server.set().orElseThrow() + " " + server.system())
        .containsExactly(
            "processes kafka",
            "processes redis",
            "containers-host kafka",
            "containers-host redis",
            "containers-published kafka",
            "containers-published redis");
    Map<String, List<String>> conditions =
        data.rows().stream()
            .filter(row -> row.series().servers().isPresent())
            .collect(
                Collectors.groupingBy(
                    row -> row.series().servers().get(),
                    Collectors.mapping(row -> row.subject().servers(), Collectors.toList())));
    assertThat(conditions).containsOnlyKeys("processes", "containers-host", "containers-published");
    assertThat(conditions.get("processes")).allMatch(text -> text.startsWith("processes "));
    assertThat(conditions.get("containers-host"))
        .allMatch(text -> text.startsWith("containers ") && text.contains(" network=host"));
    assertThat(conditions.get("containers-published"))
        .allMatch(text -> text.startsWith("containers ") && text.contains(" network=published"));
    // A factor between two versions would be taken for one between two places.
    assertThat(
            data.manifest().servers().stream()
                .collect(
                    Collectors.groupingBy(
                        RunManifest.Server::system,
                        Collectors.mapping(RunManifest.Server::version, Collectors.toSet()))))
        .allSatisfy((system, versions) -> assertThat(versions).hasSize(1));
    assertThat(Files.readString(folder.resolve("results/latest/jmh.json")))
        .contains("\"servers\" : \"containers-published\"");
  }
}
