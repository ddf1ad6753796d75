package plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import plumbline.load.Load;
import plumbline.result.Metric;
import plumbline.result.Row;
import plumbline.result.RunData;
import plumbline.result.Series;
import plumbline.result.file.RunDirectory;

/** Every saturated benchmark and every native tool once, on a real broker and a real Redis. */
@Tag("acceptance")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CalibrateTest {
  /** What a fork may take of memory, in MiB. */
  private static final double MOST_MEMORY = 512;

  private static final String PLAN =
      """
      description: a test
      rounds: 1
      warmup: 300 ms
      measure: 500 ms
      warm_servers: false
      claims: calibrate
      benchmarks:
        - benchmark: RedisWireBenchmark.get
          native: {tool: redis-benchmark, operations: 2000}
        - benchmark: RedisSleepingPipelineBenchmark.get
          params: {inFlight: ["16"]}
          native: {tool: redis-benchmark, operations: 50000}
        - benchmark: RedisWirePipelineBenchmark.get
          params: {inFlight: ["16"]}
        - benchmark: RedisWirePipelineBenchmark.incr
          params: {inFlight: ["1024"]}
          native: {tool: redis-benchmark, operations: 50000}
        - benchmark: RedisWirePipelineBenchmark.xadd
          params: {inFlight: ["128"]}
          native: {tool: redis-benchmark, operations: 20000}
        - benchmark: RedisPipelineBenchmark
          params: {inFlight: ["16"]}
        - benchmark: KafkaProduceBenchmark
          params: {acks: [all, "1"], compression: [lz4], payload: ["1024"]}
          native: {tool: producer-performance, operations: 20000}
        - benchmark: KafkaConsumeBenchmark
          params: {groupProtocol: [classic, consumer], payload: ["1024"]}
          native: {tool: consumer-performance, operations: 200000}
        - benchmark: KafkaRoundTripBenchmark
          params: {acks: [all], lingerMs: ["0"]}
          native: {tool: end-to-end-latency, operations: 1000}
      """;

  private Host host;
  private int exitCode;
  private List<ProcessHandle> started;
  private RunData data;

  @BeforeAll
  void run(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("mine.yaml"), PLAN);
    host = Host.start(folder, "run", "mine.yaml", "--servers", "processes");
    host.await("ForkedMain");
    started = host.descendants();
    exitCode = host.exitCode(Duration.ofMinutes(6));
    data = RunDirectory.open(folder.resolve("results/latest")).load();
  }

  @AfterAll
  void end() {
    host.close();
  }

  @Test
  void itEndsWell() {
    assertThat(exitCode).as(host.err() + host.out()).isZero();
    assertThat(data.rows()).allMatch(Row::valid);
    assertThat(host.out().lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(81));
  }

  private Set<Series> ours(Load load) {
    return data.series().stream()
        .filter(series -> !series.isNative() && series.load() == load)
        .collect(Collectors.toSet());
  }

  @Test
  void saturatedRowsTellThroughputAndProcessorTime() {
    assertThat(ours(Load.SATURATED)).hasSize(11);
    for (Series series : ours(Load.SATURATED)) {
      for (Metric metric : List.of(Metric.THROUGHPUT, Metric.CLIENT_CPU, Metric.COMPLETED)) {
        assertThat(data.merged(series, metric).orElse(0)).as(series.tag()).isPositive();
      }
      assertThat(data.merged(series, Metric.SERVER_CPU)).as(series.tag()).isPresent();
      assertThat(data.merged(series, Metric.THROUGHPUT_MB).isPresent())
          .as(series.tag())
          .isEqualTo(series.payload() > 0);
      assertThat(data.merged(series, Metric.P50)).as("queueing").isEmpty();
    }
  }

  @Test
  void toolsStandBesideOurs() {
    List<Row> rows =
        data.rows().stream()
            .filter(row -> row.series().isNative() && row.metric() == Metric.THROUGHPUT)
            .filter(Row::isMerged)
            .toList();
    assertThat(rows)
        .extracting(row -> row.subject().clientVersion())
        .contains(
            "producer-performance 4.3.1", "consumer-performance 4.3.1", "end-to-end-latency 4.3.1");
    assertThat(rows).allMatch(row -> row.value() > 0);
    for (Row row : rows) {
      assertThat(ours(row.series().load()))
          .as("the same but for who measured it")
          .contains(row.series().with(Series.TOOL, Series.OURS));
    }
    boolean redis = rows.stream().anyMatch(row -> row.series().system().equals("redis"));
    boolean said =
        data.manifest().notes().stream()
            .anyMatch(note -> note.startsWith("not compared with redis-benchmark"));
    assertThat(redis).isNotEqualTo(said);
  }

  @Test
  void noWaitForAnAcknowledgementIsHidden() {
    assertThat(data.rows())
        .filteredOn(row -> row.metric() == Metric.ACK_GAP_MAX && row.round().isPresent())
        .singleElement()
        .satisfies(row -> assertThat(row.series().operation()).isEqualTo("round trip"))
        .satisfies(row -> assertThat(row.value()).isPositive());
  }

  @Test
  void theRatiosAreInTheReport() throws Exception {
    assertThat(host.out())
        .contains("produce-as-producer-performance", "consume-as-consumer-performance");
    assertThat(host.run().resolve("report.md")).content().contains("of client and");
  }

  @Test
  void aReportMadeAgainIsTheSameBytes() throws Exception {
    Path run = host.run();
    byte[] html = Files.readAllBytes(run.resolve("report.html"));
    assertThat(Main.execute("report", run.toString())).isZero();
    assertThat(Files.readAllBytes(run.resolve("report.html"))).isEqualTo(html);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void forksStayBelowHalfAGibibyte() {
    assertThat(data.rows())
        .filteredOn(row -> row.metric() == Metric.CLIENT_MEMORY && !row.series().isNative())
        .hasSizeGreaterThanOrEqualTo(ours(Load.SATURATED).size())
        .extracting(Row::value)
        .allMatch(mebibytes -> mebibytes > 10 && mebibytes < MOST_MEMORY);
  }

  @Test
  void nothingIsLeftBehind() throws Exception {
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> started.stream().noneMatch(ProcessHandle::isAlive));
    assertThat(host.leftovers()).isEmpty();
  }
}
