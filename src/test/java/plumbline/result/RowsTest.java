package plumbline.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import plumbline.load.Load;
import plumbline.result.file.Faults;
import plumbline.testing.MadeManifest;
import plumbline.testing.MadeRound;
import plumbline.testing.MadeRun;
import plumbline.testing.MadeSeries;

class RowsTest {
  private static final Series GET = MadeSeries.GET;

  private static List<Row> rows(Round... rounds) {
    return MadeRun.rows(new MadeManifest().build(), List.of(rounds));
  }

  private static Round round(int number, int samples, double throughput) {
    MadeRound round =
        new MadeRound(GET, number)
            .with(HistogramKind.PAUSES, 100_000, 2_000)
            .throughput(throughput);
    for (int i = 1; i <= samples; i++) {
      round.with(HistogramKind.LATENCY, i * 1_000L, 1);
    }
    return round.build();
  }

  private static List<Metric> metrics(List<Row> rows, OptionalInt round) {
    return rows.stream().filter(row -> row.round().equals(round)).map(Row::metric).toList();
  }

  private static Row find(List<Row> rows, OptionalInt round, Metric metric) {
    return rows.stream()
        .filter(row -> row.round().equals(round) && row.metric() == metric)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void percentileIsWrittenOnlyWithTenSamplesBeyondIt() {
    List<Row> rows = rows(round(1, 999, 1), round(2, 1_000, 1));
    assertThat(metrics(rows, OptionalInt.of(1)))
        .contains(Metric.P50, Metric.P90, Metric.MAX, Metric.MEAN)
        .doesNotContain(Metric.P99);
    assertThat(metrics(rows, OptionalInt.of(2))).contains(Metric.P99).doesNotContain(Metric.P99_9);
    assertThat(metrics(rows, OptionalInt.of(2)))
        .contains(Metric.PAUSE_P50, Metric.PAUSE_P99, Metric.PAUSE_MAX)
        .doesNotContain(Metric.PAUSE_P99_9);
    assertThat(find(rows, OptionalInt.of(2), Metric.PAUSE_P50).samples()).isEqualTo(2_000);
  }

  @Test
  void mergedRowsReachFurtherThanRounds() {
    List<Row> rows = rows(round(1, 6_000, 1), round(2, 6_000, 1));
    assertThat(metrics(rows, OptionalInt.of(1))).doesNotContain(Metric.P99_9);
    assertThat(metrics(rows, OptionalInt.empty())).contains(Metric.P99_9);
    assertThat(find(rows, OptionalInt.empty(), Metric.P50).samples()).isEqualTo(12_000);
  }

  @Test
  void mergedThroughputIsAllOperationsOverAllTime() {
    // 1,000 in 1 s and 2,000 in 4 s: 3,000 in 5 s, not the mean of 1,000 and 500.
    List<Row> rows = rows(round(1, 1_000, 1_000), round(2, 2_000, 500));
    assertThat(find(rows, OptionalInt.empty(), Metric.THROUGHPUT).value())
        .isCloseTo(600, within(1e-9));
  }

  @Test
  void failedRoundGivesOneRowAndTakesNoPartInTheMergedOnes() {
    Round good = round(1, 1_000, 10);
    Round bad =
        new MadeRound(GET, 2)
            .with(HistogramKind.LATENCY, good.latencies().orElseThrow())
            .failed("a wrong answer")
            .build();
    List<Row> rows = rows(bad, good);
    assertThat(metrics(rows, OptionalInt.of(2))).containsExactly(Metric.FAILURE);
    Row failure = find(rows, OptionalInt.of(2), Metric.FAILURE);
    assertThat(failure.valid()).isFalse();
    assertThat(failure.reason()).isEqualTo("a wrong answer");
    assertThat(failure.value()).isNaN();
    assertThat(find(rows, OptionalInt.empty(), Metric.P50).samples()).isEqualTo(1_000);
  }

  private static final Series PRODUCE =
      MadeSeries.of("KafkaProduceBenchmark.produce", Load.SATURATED, "acks=all");

  private static Round saturated(int number, long operations, long seconds) {
    return new MadeRound(PRODUCE, number)
        .with(HistogramKind.LATENCY, Histograms.create())
        .with(Count.COMPLETED, operations)
        .with(Count.MEASURED_TIME, seconds * MadeRound.SECOND)
        .with(Count.CLIENT_CPU_TIME, operations * 3_000)
        .with(Count.SERVER_CPU_TIME, operations * 2_000)
        .throughput((double) operations / seconds)
        .build();
  }

  @Test
  void whatAnAcknowledgementTakesBeyondTheLatencyHasFiguresOfItsOwn() {
    MadeRound[] rounds = new MadeRound[2];
    for (int number = 1; number <= rounds.length; number++) {
      rounds[number - 1] =
          new MadeRound(MadeSeries.ROUND_TRIP, number)
              .with(HistogramKind.LATENCY, 400_000, 1_000)
              .with(HistogramKind.ACK_GAP, 200, 999)
              .with(HistogramKind.ACK_GAP, number * 11_000_000L, 1)
              .throughput(2_000);
    }
    List<Row> rows = rows(rounds[0].build(), rounds[1].build());

    OptionalInt first = OptionalInt.of(1);
    assertThat(find(rows, first, Metric.ACK_GAP_P50).value()).isEqualTo(0.2);
    assertThat(find(rows, first, Metric.ACK_GAP_MAX).value()).isBetween(11_000.0, 11_010.0);
    assertThat(find(rows, first, Metric.MAX).value()).isLessThan(401);
    assertThat(find(rows, OptionalInt.empty(), Metric.ACK_GAP_MAX).value())
        .isBetween(22_000.0, 22_020.0);
    assertThat(metrics(rows(round(1, 1_000, 1)), first)).doesNotContain(Metric.ACK_GAP_MAX);
  }

  @Test
  void saturatedRoundNeedsNoLatencyAndTellsBytesAndProcessorTime() {
    List<Row> rows = rows(saturated(1, 1_000_000, 2), saturated(2, 500_000, 4));

    assertThat(rows).allMatch(Row::valid);
    assertThat(metrics(rows, OptionalInt.of(1))).doesNotContainAnyElementsOf(Metric.latencies());
    assertThat(find(rows, OptionalInt.of(1), Metric.THROUGHPUT).value()).isEqualTo(500_000);
    assertThat(find(rows, OptionalInt.of(1), Metric.THROUGHPUT_MB).value()).isEqualTo(50);
    assertThat(find(rows, OptionalInt.of(1), Metric.CLIENT_CPU).value()).isEqualTo(3);
    assertThat(find(rows, OptionalInt.of(1), Metric.SERVER_CPU).value()).isEqualTo(2);
    assertThat(find(rows, OptionalInt.empty(), Metric.THROUGHPUT).value()).isEqualTo(250_000);
    assertThat(find(rows, OptionalInt.empty(), Metric.THROUGHPUT_MB).value()).isEqualTo(25);
    assertThat(find(rows, OptionalInt.empty(), Metric.SERVER_CPU).value()).isEqualTo(2);
  }

  @Test
  void saturatedRoundThatCompletedNothingIsAFailure() {
    List<Row> rows = rows(saturated(1, 0, 2));
    assertThat(find(rows, OptionalInt.of(1), Metric.FAILURE).has(Warning.NOTHING_MEASURED))
        .isTrue();
  }

  @Test
  void latenciesThatAToolToldStandInItsRoundsAndAreNotMerged() {
    Series tool = GET.with(Series.TOOL, "redis-benchmark");
    Round told =
        new Round(
            tool,
            1,
            Map.of(),
            new Counts(Map.of(Count.COMPLETED, 50_000L, Count.MEASURED_TIME, 2_000_000_000L)),
            25_000,
            Map.of(Metric.P50, 39.0, Metric.MEAN, 41.5),
            Optional.empty());
    List<Row> rows = rows(told);

    assertThat(find(rows, OptionalInt.of(1), Metric.P50).value()).isEqualTo(39);
    assertThat(find(rows, OptionalInt.of(1), Metric.MEAN).samples()).isEqualTo(50_000);
    assertThat(metrics(rows, OptionalInt.empty()))
        .contains(Metric.THROUGHPUT)
        .doesNotContain(Metric.P50, Metric.MEAN);
  }

  @Test
  void roundWithoutAnyOperationIsAFailure() {
    List<Row> rows = rows(new MadeRound(GET, 1).throughput(5).build());
    assertThat(rows).singleElement().extracting(Row::metric).isEqualTo(Metric.FAILURE);
    assertThat(rows.get(0).warnings()).containsExactly(Finding.of(Warning.NOTHING_MEASURED));
  }

  @Test
  void latencyThatThePlatformsPausesExplainIsMarkedAndStaysValid() {
    List<Row> rows =
        rows(
            new MadeRound(GET, 1)
                .with(HistogramKind.LATENCY, 50_000, 980)
                .with(HistogramKind.LATENCY, 300_000, 20)
                .with(HistogramKind.PAUSES, 100_000, 1_900)
                .with(HistogramKind.PAUSES, 500_000, 10)
                .throughput(1)
                .build());
    Row median = find(rows, OptionalInt.of(1), Metric.P50);
    Row tail = find(rows, OptionalInt.of(1), Metric.P99);
    // The usual lateness of 100 us is no pause, although it is more than the median of 50 us.
    assertThat(median.warnings()).isEmpty();
    assertThat(Pauses.isMarked(median)).isFalse();
    assertThat(tail.valid()).isTrue();
    assertThat(Faults.words(tail)).matches("platform pauses of (399|400)\\.?\\d* us came as often");
    assertThat(Pauses.isMarked(tail)).isTrue();
  }

  @Test
  void fewerPausesThanSlowOperationsExplainNothing() {
    List<Row> rows =
        rows(
            new MadeRound(GET, 1)
                .with(HistogramKind.LATENCY, 50_000, 980)
                .with(HistogramKind.LATENCY, 300_000, 20)
                .with(HistogramKind.PAUSES, 100_000, 1_900)
                .with(HistogramKind.PAUSES, 500_000, 9)
                .throughput(1)
                .build());
    // Ten operations lie beyond p99, and only nine pauses were that long.
    assertThat(Pauses.isMarked(find(rows, OptionalInt.of(1), Metric.P99))).isFalse();
    assertThat(find(rows, OptionalInt.of(1), Metric.PAUSE_P99).value()).isZero();
    assertThat(Pauses.isMarked(find(rows, OptionalInt.of(1), Metric.MAX))).isTrue();
  }

  @Test
  void manyPausesCountThoughTheyAreASmallShareOfTheTime() {
    List<Row> rows =
        rows(
            new MadeRound(GET, 1)
                .with(HistogramKind.LATENCY, 6_000_000, 980)
                .with(HistogramKind.LATENCY, 9_000_000, 20)
                .with(HistogramKind.PAUSES, 100_000, 7_900)
                .with(HistogramKind.PAUSES, 3_100_000, 20)
                .throughput(1)
                .build());
    // A quarter of a percent of the wake-ups, but one for each of the operations beyond p98.
    assertThat(find(rows, OptionalInt.of(1), Metric.PAUSE_P99).value()).isBetween(2_990.0, 3_010.0);
  }

  @Test
  void orderOfRoundsDoesNotMatter() {
    Round first = round(1, 1_000, 10);
    Round second = round(2, 1_500, 11);
    assertThat(rows(second, first)).isEqualTo(rows(first, second));
  }

  /** So many operations late by one stall, each by less than the one before, and so many alone. */
  private static List<Metric> ofPaced(int together, int apart) {
    MadeRound round =
        new MadeRound(MadeSeries.paced("RedisPacedBenchmark.get", 1_000), 1)
            .throughput(1_000)
            .with(HistogramKind.LATENCY, 100_000, 10_000 - together - apart)
            .with(HistogramKind.NEIGHBOURS, 100_000, 10_000 - together);
    for (int i = 1; i <= together + apart; i++) {
      round.with(HistogramKind.LATENCY, 5_000_000 + i * 100_000L, 1);
      if (i < together) {
        round.with(HistogramKind.NEIGHBOURS, 5_000_000 + i * 100_000L, 1);
      }
    }
    return metrics(rows(round.build()), OptionalInt.of(1));
  }

  /** Seen: 36 of the 37 operations beyond p99.9 of a paced GET were those of one stall. */
  @Test
  void theTailOfOneStallIsOneEvent() {
    assertThat(ofPaced(36, 1)).contains(Metric.P99, Metric.MAX).doesNotContain(Metric.P99_9);
    assertThat(ofPaced(0, 37)).contains(Metric.P99, Metric.P99_9, Metric.MAX);
    assertThat(ofPaced(0, 11)).contains(Metric.P99_9);
  }
}
