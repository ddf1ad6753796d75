package plumbline.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import org.HdrHistogram.Histogram;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.load.Load;
import plumbline.result.Count;
import plumbline.result.HistogramKind;
import plumbline.result.Histograms;
import plumbline.result.MachineReading;
import plumbline.result.Metric;
import plumbline.result.Pauses;
import plumbline.result.Round;
import plumbline.result.Row;
import plumbline.result.Series;
import plumbline.testing.MadeManifest;
import plumbline.testing.MadeRound;
import plumbline.testing.MadeRun;
import plumbline.testing.MadeSeries;

class PauseMonitorTest {
  private static final long MS = 1_000_000;
  private static final int WARM_UP = 50;

  private long now;
  private long sleeps;

  private PauseMonitor monitor(LongUnaryOperator oversleep) {
    return new PauseMonitor(
        () -> now, nanos -> now += nanos + oversleep.applyAsLong(sleeps++ - WARM_UP));
  }

  private Histogram watch(Duration howLong, LongUnaryOperator oversleep) {
    return monitor(oversleep).watchFor(howLong);
  }

  @Test
  void wakeUpsAreSeenAndTakenOnce() {
    PauseMonitor monitor = PauseMonitor.start();
    Histogram seen = Histograms.create();
    Awaitility.await()
        .untilAsserted(
            () -> {
              seen.add(monitor.take());
              assertThat(seen.getTotalCount()).isGreaterThan(50);
            });
    // The shortest sleep so far is the zero point, so some wake-ups have next to no excess.
    assertThat(seen.getMinValue()).isLessThan(seen.getMaxValue());
  }

  @Test
  void evenOversleepOfTheTimerIsNoPause() {
    Histogram seen = watch(Duration.ofMillis(500), nth -> 60_000);

    assertThat(seen.getMaxValue()).isZero();
    assertThat(seen.getTotalCount()).isBetween(470L, 473L);
  }

  @Test
  void oneLatePartInFiftyIsAboveTheMedianAndInTheTail() {
    Histogram seen = watch(Duration.ofSeconds(3), nth -> nth % 50 == 0 ? MS * 9 / 10 : 50_000);

    assertThat(seen.getValueAtPercentile(50)).isZero();
    assertThat((double) seen.getValueAtPercentile(99)).isCloseTo(850_000, withinPercentage(0.1));
  }

  @Test
  void aLongPauseIsOneWakeUp() {
    Histogram seen = watch(Duration.ofSeconds(1), nth -> nth == 10 ? 100 * MS : 0);

    assertThat((double) seen.getMaxValue()).isCloseTo(100 * MS, withinPercentage(0.1));
    assertThat(seen.getCountBetweenValues(MS, Long.MAX_VALUE)).isEqualTo(1);
  }

  @Test
  void pauseOfMoreThanAMinuteIsHeldAtTheEndOfTheRange() {
    Histogram seen = watch(Duration.ofMillis(5), nth -> nth == 2 ? 120_000 * MS : 0);

    assertThat((double) seen.getMaxValue()).isCloseTo(60_000.0 * MS, withinPercentage(0.1));
  }

  @Test
  void noTimeAtAllIsOneSleep() {
    assertThat(watch(Duration.ZERO, nth -> 0).getTotalCount()).isEqualTo(1);
  }

  @Test
  void thisMachineSleepsAndWakes() {
    assertThat(PauseMonitor.watch(Duration.ofMillis(50)).getTotalCount()).isPositive();
  }

  /** Two seconds of a machine with short pauses and rare long ones. */
  private static long uneasy(long nth) {
    // The timer itself is seen to be exact once, so that lateness adds up to the time that passes.
    return nth < 0
        ? 0
        : nth % 500 == 7 ? 30 * MS : nth % 8 == 3 ? 2 * MS + nth * 100 : 60_000 + nth % 7;
  }

  /** What a fork hands on: what its monitor saw after the warm-up. */
  private Histogram besideABenchmark(Duration howLong) {
    now = 0;
    sleeps = 0;
    PauseMonitor monitor = monitor(PauseMonitorTest::uneasy);
    for (int i = 0; i < WARM_UP; i++) {
      monitor.sleep();
    }
    monitor.take();
    for (long start = now; now - start < howLong.toNanos(); ) {
      monitor.sleep();
    }
    return monitor.take();
  }

  @ParameterizedTest
  @CsvSource({"CLOSED, P90", "CLOSED, P99", "CLOSED, MAX", "PACED, P90", "PACED, P99"})
  void doctorForeseesThePauseThatTheJudgeCounts(Load load, Metric metric) {
    Duration watched = Duration.ofSeconds(2);
    Histogram seen = watch(watched, PauseMonitorTest::uneasy);
    MachineReading reading =
        new MachineReading(1, 25, seen, new TreeMap<>(), OptionalDouble.empty(), 2, false);
    double percentile = metric.percentile().orElseThrow();

    // A load at a rate sends through all of that time; of the others, one follows another.
    long operations = load == Load.PACED ? 10_000 : seen.getTotalCount();
    Series series =
        load == Load.PACED ? MadeSeries.paced("RedisPacedBenchmark.get", 5_000) : MadeSeries.GET;
    Round round =
        new MadeRound(series, 1)
            .with(HistogramKind.LATENCY, 50_000, operations)
            .with(HistogramKind.PAUSES, besideABenchmark(watched))
            .with(Count.COMPLETED, operations)
            .with(Count.MEASURED_TIME, watched.toNanos())
            .with(Count.COMPLETION_TIME, watched.toNanos())
            .build();
    double judged =
        MadeRun.rows(new MadeManifest().build(), round).stream()
            .filter(row -> row.metric() == metric.pauseAtSamePercentile().orElseThrow())
            .filter(row -> !row.isMerged())
            .mapToDouble(Row::value)
            .findFirst()
            .orElseThrow();

    assertThat(judged).isPositive();
    assertThat(Pauses.foreseenMicros(reading.lateness(), load, percentile))
        .isCloseTo(judged, withinPercentage(load == Load.PACED ? 1 : 0.001));
  }
}
