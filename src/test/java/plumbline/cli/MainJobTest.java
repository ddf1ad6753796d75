package plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import plumbline.result.Metric;
import plumbline.result.Row;
import plumbline.result.RunData;
import plumbline.result.RunManifest;
import plumbline.result.Series;
import plumbline.result.file.RunDirectory;

/** One short run of the main job on a real broker and a real Redis, looked at from all sides. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MainJobTest {
  /**
   * A row of each kind, for a fork takes more than a second; all rows run where CI runs the plan.
   */
  private static final String ONLY = "LoopbackEcho|RedisGet|RedisWire|KafkaRoundTrip";

  private static final int ROWS = 6;

  private Path folder;
  private Host host;
  private int exitCode;
  private List<ProcessHandle> started;
  private RunData data;

  @BeforeAll
  void run(@TempDir Path temporary) throws Exception {
    folder = temporary;
    commit(folder);
    host =
        Host.start(
            folder, "run", "smoke", "--servers", "processes", "--rounds", "2", "--only", ONLY);
    host.await("ForkedMain");
    started = host.descendants();
    exitCode = host.exitCode(Duration.ofMinutes(3));
    data = RunDirectory.open(folder.resolve("results/latest")).load();
  }

  /** The folder that the program starts in is a repository, as a user's mostly is. */
  private static void commit(Path folder) throws Exception {
    Files.writeString(folder.resolve(".gitignore"), "*\n");
    for (List<String> command :
        List.of(
            List.of("git", "init", "-q"),
            List.of("git", "add", "-f", ".gitignore"),
            List.of(
                "git", "-c", "user.name=a", "-c", "user.email=a@b.c", "commit", "-q", "-m", "x"))) {
      assertThat(new ProcessBuilder(command).directory(folder.toFile()).start().waitFor()).isZero();
    }
  }

  @AfterAll
  void end() {
    host.close();
  }

  @Test
  void itEndsWellAndSaysWhatIsTrue() {
    assertThat(exitCode).as(host.err()).isZero();
    assertThat(host.out().lines().findFirst().orElseThrow()).isNotBlank();
    assertThat(host.out()).contains("Kafka round trip", "Redis GET", "Undecided: p50 ");
    assertThat(host.out().lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(81));
    assertThat(host.out() + host.err()).doesNotContain("\tat ", "SLF4J", "WARN");
    assertThat(host.err())
        .contains("2 rounds: no verdict is possible, 5 are needed (--rounds 5).")
        .contains("Round 1 of 2 is over, about ", "Round 2 of 2 is over.");
  }

  @Test
  void theRunDirectoryHasAllFilesOfTheContract() throws Exception {
    Path run = host.run();
    for (String file :
        List.of(
            "run.json",
            "results.csv",
            "jmh.json",
            "histograms.hlog",
            "verdicts.json",
            "report.md",
            "report.html",
            "picture.svg",
            "logs/kafka.log")) {
      assertThat(run.resolve(file)).isNotEmptyFile();
    }
    assertThat(Files.isSameFile(folder.resolve("results/latest"), run)).isTrue();
  }

  @Test
  void everySeriesHasItsRoundsAndAMergedRow() {
    assertThat(data.series()).hasSize(ROWS);
    assertThat(data.rows()).allMatch(Row::valid);
    for (Series series : data.series()) {
      assertThat(data.roundRows(series, Metric.THROUGHPUT)).as(series.tag()).hasSize(2);
      assertThat(data.merged(series, Metric.THROUGHPUT).orElseThrow()).isPositive();
      assertThat(data.merged(series, Metric.MAX).orElseThrow()).isPositive();
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void everyForkTellsItsMemoryAndStaysBelowHalfAGibibyte() {
    for (Series series : data.series()) {
      assertThat(data.roundRows(series, Metric.CLIENT_MEMORY)).as(series.tag()).hasSize(2);
      assertThat(data.merged(series, Metric.CLIENT_MEMORY).orElseThrow())
          .as(series.tag())
          .isEqualTo(
              data.roundRows(series, Metric.CLIENT_MEMORY).stream()
                  .mapToDouble(Row::value)
                  .max()
                  .orElseThrow())
          .isBetween(10.0, 512.0);
    }
  }

  @Test
  void everyRowSaysItsConditions() {
    for (Row row : data.rows()) {
      boolean onServer = Set.of("kafka", "redis").contains(row.series().system());
      assertThat(row.subject().servers().startsWith("processes"))
          .as(row.toString())
          .isEqualTo(onServer);
      assertThat(row.subject().serverVersion().isEmpty()).isNotEqualTo(onServer);
      if (onServer) {
        assertThat(row.subject().clientVersion()).isNotEmpty();
      }
      assertThat(row.context().java()).contains(System.getProperty("java.version"));
    }
  }

  @Test
  void theManifestTellsServersEnvironmentAndSeed() {
    RunManifest manifest = data.manifest();
    assertThat(manifest.status()).isEqualTo(RunManifest.Status.COMPLETE);
    assertThat(manifest.roundsCompleted()).isEqualTo(2);
    assertThat(manifest.environment().logicalCpus()).isPositive();
    assertThat(manifest.environment().clockGranularityNanos()).isPositive();
    RunManifest.Server kafka = manifest.server("kafka").orElseThrow();
    assertThat(kafka.version()).contains("4.3");
    assertThat(kafka.configuration()).containsKey("log.flush.interval.messages");
    RunManifest.Server redis = manifest.server("redis").orElseThrow();
    assertThat(redis.configuration()).containsKey("appendonly");
  }

  @Test
  void theCommitOfTheWorkingDirectoryIsRecorded() {
    RunManifest.Git git = data.manifest().git().orElseThrow();
    assertThat(git.commit()).hasSize(40);
    assertThat(git.dirty()).isFalse();
    assertThat(data.rows()).allMatch(row -> row.context().commit().equals(git.commit()));
  }

  @Test
  void everyHistogramKnowsWhenItWasRecorded() throws Exception {
    List<String> lines =
        Files.readAllLines(host.run().resolve("histograms.hlog")).stream()
            .filter(line -> line.startsWith("Tag="))
            .toList();
    assertThat(lines).isNotEmpty();
    for (String line : lines) {
      String[] parts = line.split(",", 4);
      assertThat(Double.parseDouble(parts[1])).as(line.substring(0, 60)).isPositive();
      assertThat(Double.parseDouble(parts[2])).as(line.substring(0, 60)).isPositive();
    }
  }

  @Test
  void theJmhJsonIsStandardAndCountsRoundsAsForks() throws Exception {
    JsonNode json = new ObjectMapper().readTree(host.run().resolve("jmh.json").toFile());
    assertThat(json).hasSize(ROWS);
    for (JsonNode benchmark : json) {
      assertThat(benchmark.get("forks").asInt()).isEqualTo(2);
      assertThat(benchmark.get("primaryMetric").get("rawData")).hasSize(2);
      JsonNode latency = benchmark.get("secondaryMetrics").get("latency");
      assertThat(latency.get("scorePercentiles").get("50.0").asDouble()).isPositive();
    }
  }

  @Test
  void theRoundsAreShuffledWithTheSeed() {
    Map<Integer, List<String>> orders = new HashMap<>();
    data.rounds()
        .forEach(
            round ->
                orders
                    .computeIfAbsent(round.number(), number -> new java.util.ArrayList<>())
                    .add(round.series().tag()));
    assertThat(orders.get(1)).containsExactlyInAnyOrderElementsOf(orders.get(2));
    assertThat(orders.get(1)).isNotEqualTo(orders.get(2));
  }

  @Test
  void nothingIsLeftBehind() throws Exception {
    assertThat(started).as("broker, Redis, janitor and fork").hasSizeGreaterThanOrEqualTo(4);
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> started.stream().noneMatch(ProcessHandle::isAlive));
    assertThat(host.leftovers()).isEmpty();
  }

  @Test
  void aReportMadeAgainIsTheSameBytes() throws Exception {
    Path run = host.run();
    byte[] html = Files.readAllBytes(run.resolve("report.html"));
    byte[] markdown = Files.readAllBytes(run.resolve("report.md"));
    for (int i = 0; i < 2; i++) {
      assertThat(Main.execute("report", run.toString())).isZero();
      assertThat(Files.readAllBytes(run.resolve("report.html"))).isEqualTo(html);
      assertThat(Files.readAllBytes(run.resolve("report.md"))).isEqualTo(markdown);
    }
  }

  @Test
  void theUsersOwnClaimsAreJudgedOnTheStoredRun() throws Exception {
    Path claims = folder.resolve("slo.yaml");
    Files.writeString(
        claims,
        """
        claims:
          - id: get-is-instant
            statement: a GET takes less than a nanosecond
            group: slo
            kind: band
            select: {benchmark: RedisGetBenchmark.get}
            metric: p50
            below: 1 ns
        """);
    Path run = host.run();
    byte[] verdicts = Files.readAllBytes(run.resolve("verdicts.json"));

    // Two rounds are too few for a verdict, which counts only with undecided.
    assertThat(Main.execute("check", run.toString(), "--claims", claims.toString())).isZero();
    assertThat(
            Main.execute(
                "check", run.toString(), "--claims", claims.toString(), "--fail-on", "refuted"))
        .isZero();
    assertThat(
            Main.execute(
                "check", run.toString(), "--claims", claims.toString(), "--fail-on", "undecided"))
        .isEqualTo(1);
    assertThat(Files.readAllBytes(run.resolve("verdicts.json"))).isEqualTo(verdicts);
  }
}
