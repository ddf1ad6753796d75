package plumbline.system.kafka.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import plumbline.load.Load;
import plumbline.problem.CannotMeasureException;
import plumbline.result.Series;
import plumbline.system.tool.ToolFigures;
import plumbline.system.tool.ToolJob;

/** What Kafka's tools print, as they print it. */
class KafkaToolFiguresTest {
  private static ToolJob job(long operations) {
    Series series =
        new Series(
            "Some.thing",
            new TreeMap<>(Map.of()),
            "kafka",
            "produce",
            Load.SATURATED,
            1,
            OptionalDouble.empty(),
            100);
    return new ToolJob(
        series, operations, Map.of(), "test-", Path.of("scratch"), Path.of("tool.log"), null);
  }

  @Test
  void producerPerformanceIsTakenAfterItsWarmUp() {
    ToolFigures figures =
        ProducerPerformanceTool.parse(
            """
            Warmup first 1000000 records. Steady state results will print after the complete test summary.
            57017 records sent, 11182.0 records/sec (1.07 MB/sec), 1233.1 ms avg latency, 2824.0 ms max latency.
            In steady state.
            2000000 records sent, 98570.724495 records/sec (9.40 MB/sec), 2175.61 ms avg latency, 5533.00 ms max latency, 1625 ms 50th, 4955 ms 95th, 5457 ms 99th, 5513 ms 99.9th.
            1000000 steady state records sent, 167588.402883 records/sec (15.98 MB/sec), 1290.98 ms avg latency, 2103.00 ms max latency, 1210 ms 50th, 2020 ms 95th, 2084 ms 99th, 2101 ms 99.9th.
            """,
            job(1_000_000));
    assertThat(figures.operations()).isEqualTo(1_000_000);
    assertThat(figures.throughput()).isEqualTo(167588.402883);
  }

  private static final String CONSUMER =
      """
      time, threadId, data.consumed.in.MB, MB.sec, data.consumed.in.nMsg, nMsg.sec, rebalance.time.ms, fetch.time.ms, fetch.MB.sec, fetch.nMsg.sec
      2026-11-26 06:24:13:520, 0, 0.0001, 0.0004, 1, 3.8911, 298, -41, 0.0000, 0.0000
      2026-11-26 06:24:13:770, 0, 14.7830, 59.1316, 155011, 620040.0000, 0, 250, 59.1316, 620040.0000
      2026-11-26 06:24:14:020, 0, 45.1621, 121.5164, 473559, 1274192.0000, 0, 250, 121.5164, 1274192.0000
      2026-11-26 06:24:14:270, 0, 99.4567, 217.1783, 1042879, 2277280.0000, 0, 250, 217.1783, 2277280.0000
      2026-11-26 06:24:14:522, 0, 180.6602, 322.2360, 1894359, 3378888.8889, 0, 252, 322.2360, 3378888.8889
      """;

  @Test
  void consumerPerformanceIsTakenAfterAsManyRecordsAgain() {
    ToolFigures figures = ConsumerPerformanceTool.parse(CONSUMER, job(400_000));
    assertThat(figures.operations()).isEqualTo(1_894_359 - 473_559);
    assertThat(figures.throughput()).isEqualTo((1_894_359 - 473_559) / 0.502);
  }

  @Test
  void aConsumerThatWasTooQuickForItsReportsHasNoFigure() {
    assertThatThrownBy(() -> ConsumerPerformanceTool.parse(CONSUMER, job(1_500_000)))
        .isInstanceOf(CannotMeasureException.class)
        .hasMessageStartingWith(
            "consumer-performance read 1500000 records within less than two reports of 100 ms;"
                + " give it more operations");
  }

  @Test
  void aConsumerThatGaveUpHasNoFigure() {
    String said =
        CONSUMER
            + "WARNING: Exiting before consuming the expected number of records: timeout (10000 ms)"
            + " exceeded. You can use the --timeout option to increase the timeout.\n";
    assertThatThrownBy(() -> ConsumerPerformanceTool.parse(said, job(400_000)))
        .isInstanceOf(CannotMeasureException.class)
        .hasMessage("consumer-performance did not find all of its 800000 records; see tool.log");
  }

  @Test
  void endToEndLatencyIsTimedByItsLinesAfterAsManyRecordsAgain() {
    EndToEndLatencyTool.Clock clock = new EndToEndLatencyTool.Clock(1_500);
    long second = 1_000_000_000;
    clock.printed("0\t15.2", 10 * second);
    clock.printed("1000\t0.91", 20 * second);
    clock.printed("2000\t9.1E-4", 30 * second);
    clock.printed("3000\t0.4", 31 * second);
    clock.printed("4000\t0.5", 34 * second);
    clock.printed("Avg latency: 5.0000 ms", 35 * second);

    ToolFigures figures = clock.figures(job(1_500));
    assertThat(figures.operations()).isEqualTo(2_000);
    assertThat(figures.throughput()).isEqualTo(500);
    assertThat(figures.latencies()).as("of a cold JVM").isEmpty();
  }

  @Test
  void endToEndLatencyWithoutItsLastLineHasNoFigure() {
    EndToEndLatencyTool.Clock clock = new EndToEndLatencyTool.Clock(1_000);
    clock.printed("1000\t0.91", 1);

    assertThatThrownBy(() -> clock.figures(job(1_000)))
        .isInstanceOf(CannotMeasureException.class)
        .hasMessage("end-to-end-latency printed no figures; see tool.log");
  }
}
