package plumbline.system.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import plumbline.load.Load;
import plumbline.problem.CannotMeasureException;
import plumbline.result.Metric;
import plumbline.result.Series;
import plumbline.system.tool.ToolFigures;
import plumbline.system.tool.ToolJob;

/** What redis-benchmark prints, as it prints it. */
class RedisBenchmarkFiguresTest {
  private static ToolJob job(int inFlight, long operations) {
    Series series =
        new Series(
            "Some.thing",
            new TreeMap<>(Map.of()),
            "redis",
            "GET",
            Load.SATURATED,
            inFlight,
            OptionalDouble.empty(),
            100);
    return new ToolJob(
        series, operations, Map.of(), "test-", Path.of("scratch"), Path.of("tool.log"), null);
  }

  private static final String REDIS_7 =
      """
      "test","rps","avg_latency_ms","min_latency_ms","p50_latency_ms","p95_latency_ms","p99_latency_ms","max_latency_ms"
      "GET test-key","14382.28","0.059","0.024","0.039","0.167","0.239","41.727"
      """;

  @Test
  void redisBenchmarkTellsMicrosecondsOfOneInFlight() {
    ToolFigures figures = RedisBenchmarkTool.parse(REDIS_7, job(1, 100_000));
    assertThat(figures.operations()).isEqualTo(100_000);
    assertThat(figures.throughput()).isEqualTo(14382.28);
    assertThat(figures.latencies())
        .containsEntry(Metric.MEAN, 59.0)
        .containsEntry(Metric.P50, 39.0)
        .containsEntry(Metric.P99, 239.0)
        .containsEntry(Metric.MAX, 41727.0);
  }

  @Test
  void latenciesWithinABatchAreNotTaken() {
    assertThat(RedisBenchmarkTool.parse(REDIS_7, job(16, 100_000)).latencies()).isEmpty();
  }

  @Test
  void olderRedisBenchmarkTellsOnlyTheThroughput() {
    ToolFigures figures = RedisBenchmarkTool.parse("\"GET key\",\"52301.25\"\n", job(1, 1_000));
    assertThat(figures.throughput()).isEqualTo(52301.25);
    assertThat(figures.latencies()).isEmpty();
  }

  @Test
  void aRunTooShortForAFigureIsNone() {
    String said = REDIS_7.replace("14382.28", "inf");
    assertThatThrownBy(() -> RedisBenchmarkTool.parse(said, job(1, 1)))
        .isInstanceOf(CannotMeasureException.class)
        .hasMessage("redis-benchmark printed no figures; see tool.log");
  }
}
