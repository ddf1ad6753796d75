package plumbline.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.run.plan.BenchmarkCatalog;
import plumbline.run.plan.Plan;
import plumbline.run.plan.PlanFile;
import plumbline.system.redis.RedisSystem;
import plumbline.system.spi.ServerRequest;

class ToolRunnerTest {
  @TempDir private Path folder;

  private RunRequest request(String redis) throws Exception {
    Path file = folder.resolve("mine.yaml");
    Files.writeString(
        file,
        """
        description: a test
        rounds: 1
        warmup: 100 ms
        measure: 1 s
        benchmarks:
          - benchmark: RedisWireBenchmark.get
            native: {tool: redis-benchmark, operations: 5000}
          - benchmark: KafkaRoundTripBenchmark
            params: {acks: [all], lingerMs: ["0"]}
            native: {tool: end-to-end-latency, operations: 5000}
        """);
    Plan plan =
        Plan.of(PlanFile.load(file.toString()), BenchmarkCatalog.load(), Plan.Overrides.none());
    return new RunRequest(
        plan,
        "calibrate",
        ServerRequest.of(folder, "plumbline-test-").with(RedisSystem.ADDRESS, redis),
        1,
        folder);
  }

  @Test
  void aToolThatCannotRunIsLeftOutAloud() throws Exception {
    ToolRunner.Available available = ToolRunner.available(request("redis://:secret@127.0.0.1:1"));

    assertThat(available.request().plan().measurements())
        .extracting(measurement -> measurement.series().tag())
        .containsExactly(
            "RedisWireBenchmark.get;tool=plumbline;payload=100",
            "KafkaRoundTripBenchmark.roundTrip;acks=all;lingerMs=0;tool=plumbline;payload=100",
            "KafkaRoundTripBenchmark.roundTrip;acks=all;lingerMs=0;tool=end-to-end-latency;"
                + "payload=100");
    assertThat(available.notes())
        .anySatisfy(note -> assertThat(note).startsWith("not compared with redis-benchmark: it is"))
        .anySatisfy(note -> assertThat(note).startsWith("EndToEndLatency tells percentiles"));
  }

  @Test
  void theOthersSayByWhatTheirFiguresDiffer() throws Exception {
    assertThat(ToolRunner.available(request("redis://127.0.0.1:1")).notes()).hasSize(2);
  }
}
