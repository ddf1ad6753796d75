package plumbline.report;

import java.nio.file.Path;
import java.util.List;
import plumbline.compare.Compare;
import plumbline.compare.Comparison;
import plumbline.compare.Settings;
import plumbline.load.Load;
import plumbline.result.Metric;
import plumbline.result.Series;
import plumbline.testing.MadeRows;
import plumbline.testing.MadeSeries;

/** A comparison that reports are looked at with. */
final class SampleComparison {
  private static final Series GET = MadeSeries.of("RedisGetBenchmark.get");
  private static final Series INCR = MadeSeries.of("RedisIncrBenchmark.incr");
  private static final Series KAFKA =
      MadeSeries.of("KafkaRoundTripBenchmark.roundTrip", "acks=all", "lingerMs=0");
  private static final Series FLOOD =
      MadeSeries.of("KafkaProduceBenchmark.produce", Load.SATURATED, "acks=all");
  private static final Series NASTY = MadeSeries.of("RedisGetBenchmark.get", "mode=<b>|*_@x`&\"'");

  private SampleComparison() {}

  /** One of everything: better, worse, the same, too small, unknown, and all that is left out. */
  static Comparison everything(Path folder, Settings settings) {
    MadeRows base =
        new MadeRows("20260115-102030-quick", 1)
            .scattered(GET, Metric.P50, 10, 117, 0.02)
            .scattered(GET, Metric.P99, 10, 424, 0.1)
            .scattered(KAFKA, Metric.P50, 10, 848, 0.03)
            .scattered(KAFKA, Metric.P99, 10, 3_880, 0.2)
            .scattered(FLOOD, Metric.THROUGHPUT, 10, 313_000, 0.02)
            .scattered(NASTY, Metric.P50, 10, 99, 0.002)
            .scattered(INCR, Metric.P50, 3, 99, 0.02)
            .scattered(INCR, Metric.P99, 3, 320, 0.02)
            .scattered(NASTY, Metric.P99, 6, 300, 0.02)
            .failed(GET, 11, "the server <died> | at once");
    MadeRows changed =
        new MadeRows("20260116-102030-quick", 2)
            .java("OpenJDK 25")
            .scattered(GET, Metric.P50, 10, 105, 0.02)
            .scattered(GET, Metric.P99, 10, 430, 0.1)
            .scattered(KAFKA, Metric.P50, 10, 1_020, 0.03)
            .scattered(KAFKA, Metric.P99, 10, 4_000, 0.2)
            .scattered(FLOOD, Metric.THROUGHPUT, 10, 250_000, 0.02)
            .scattered(NASTY, Metric.P50, 10, 101, 0.002)
            .scattered(NASTY, Metric.P99, 10, 300, 0.02)
            .scattered(INCR, Metric.P50, 3, 99, 0.02)
            .failed(INCR, 4, "1 of 5,000 operations had a wrong answer");
    if (settings.gate().isPresent()) {
      base.starts();
      changed.starts();
    }
    return Compare.of(List.of(base.write(folder), changed.write(folder)), settings);
  }
}
