package plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.result.Metric;
import plumbline.result.Row;
import plumbline.result.RunData;
import plumbline.result.RunManifest;
import plumbline.result.file.RunDirectory;

/** What happens to a run when something dies, and what is left of it. */
@Tag("acceptance")
class TroubleTest {
  private static final Duration LIMIT = Duration.ofMinutes(3);

  private static final String PLAN =
      """
      description: the shortest run with both systems
      rounds: 2
      warmup: 200 ms
      measure: 300 ms
      warm_servers: false
      benchmarks:
        - benchmark: RedisGetBenchmark
        - benchmark: RedisWireBenchmark
        - benchmark: KafkaAckBenchmark
          params: {acks: [all, "1"], lingerMs: ["0"]}
      """;

  @TempDir private Path folder;

  @Test
  void aHostThatIsKilledLeavesNothingButAReadableIncompleteRun() throws Exception {
    try (Host host = run("--rounds", "50")) {
      awaitFirstResults(host);
      List<ProcessHandle> started = host.descendants();
      assertThat(started).hasSizeGreaterThanOrEqualTo(4);

      host.signal(9);

      Awaitility.await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(
              () -> {
                assertThat(started)
                    .filteredOn(ProcessHandle::isAlive)
                    .extracting(Host::commandLine)
                    .isEmpty();
                assertThat(host.leftovers()).isEmpty();
              });
      Path run = host.run();
      RunData data = RunDirectory.open(run).load();
      assertThat(data.manifest().isComplete()).isFalse();
      assertThat(data.rows()).isNotEmpty();
      try (Host report = Host.start(folder, "report", run.toString())) {
        assertThat(report.exitCode(LIMIT)).as(report.err()).isZero();
        assertThat(report.out()).containsIgnoringCase("incomplete");
      }
    }
  }

  @Test
  void controlCStopsTheRunAndKeepsWhatWasMeasured() throws Exception {
    try (Host host = run("--rounds", "50")) {
      awaitFirstResults(host);
      List<ProcessHandle> started = host.descendants();

      host.signal(2);

      assertThat(host.exitCode(Duration.ofSeconds(20))).isEqualTo(130);
      // The janitor takes a moment to end after the host.
      Awaitility.await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> started.stream().noneMatch(ProcessHandle::isAlive));
      assertThat(host.leftovers()).isEmpty();
      RunData data = RunDirectory.open(host.run()).load();
      assertThat(data.manifest().status()).isEqualTo(RunManifest.Status.INTERRUPTED);
      assertThat(data.rows()).isNotEmpty();
      assertThat(host.err()).doesNotContain("\tat ");
    }
  }

  @Test
  void controlCWhileServersStartLeavesNothing() throws Exception {
    try (Host host = run("--rounds", "50")) {
      host.await("BrokerMain");
      List<ProcessHandle> started = host.descendants();

      host.signal(2);

      assertThat(host.exitCode(Duration.ofSeconds(20))).isEqualTo(130);
      Awaitility.await()
          .atMost(Duration.ofSeconds(15))
          .untilAsserted(
              () -> {
                assertThat(started).noneMatch(ProcessHandle::isAlive);
                assertThat(host.leftovers()).isEmpty();
              });
      assertThat(host.err()).doesNotContain("\tat ");
    }
  }

  @Test
  void aBrokerThatDiesInARoundCostsItsRowsAndNoOthers() throws Exception {
    try (Host host = run("--rounds", "2")) {
      ProcessHandle broker = host.await("BrokerMain");
      awaitFirstResults(host);
      List<ProcessHandle> started = host.descendants();

      broker.destroyForcibly();

      assertThat(host.exitCode(LIMIT)).as(host.err()).isEqualTo(3);
      assertThat(host.out()).contains("kafka").contains("Redis GET");
      assertThat(host.err()).doesNotContain("\tat ");
      Awaitility.await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> started.stream().noneMatch(ProcessHandle::isAlive));
      assertThat(host.leftovers()).isEmpty();
      RunData data = RunDirectory.open(host.run()).load();
      assertThat(data.manifest().status()).isEqualTo(RunManifest.Status.FAILED);
      List<Row> failures =
          data.rows().stream().filter(row -> row.metric() == Metric.FAILURE).toList();
      assertThat(failures).isNotEmpty();
      assertThat(failures)
          .allSatisfy(
              row -> {
                assertThat(row.series().system()).isEqualTo("kafka");
                assertThat(row.valid()).isFalse();
                assertThat(row.reason()).contains("kafka").contains("137");
              });
      assertThat(data.rows())
          .filteredOn(row -> row.series().system().equals("redis"))
          .isNotEmpty()
          .allMatch(Row::valid);
    }
  }

  @Test
  void anExternalServerThatIsNotThereIsOneLine() throws Exception {
    try (Host host =
        Host.start(folder, "run", "smoke", "--only", "Redis", "--redis", "redis://127.0.0.1:1")) {
      assertThat(host.exitCode(LIMIT)).isEqualTo(3);
      assertThat(host.err().lines().filter(line -> line.startsWith("plumbline:")))
          .singleElement()
          .asString()
          .contains("127.0.0.1:1");
      assertThat(host.err()).doesNotContain("\tat ", "Exception");
    }
  }

  private Host run(String... more) throws Exception {
    Files.writeString(folder.resolve("short.yaml"), PLAN);
    return Host.start(folder, "run", "short.yaml", "--servers", "processes", more[0], more[1]);
  }

  /** Waits until some rows are on disk and the next fork is at work. */
  private void awaitFirstResults(Host host) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> Files.exists(folder.resolve("results/latest/results.csv")));
    host.await("ForkedMain");
  }
}
