package plumbline.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static plumbline.testing.MadeRound.MICRO;
import static plumbline.testing.MadeRound.MILLI;
import static plumbline.testing.MadeRound.OPERATIONS;
import static plumbline.testing.MadeRound.SECOND;

import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.result.file.Faults;
import plumbline.testing.MadeManifest;
import plumbline.testing.MadeRound;
import plumbline.testing.MadeRun;

/** What marks a percentile of a paced round. */
class ClientShareTest {
  private final MadeRound round = MadeRound.paced();

  private Row row(Metric metric) {
    List<Row> rows = MadeRun.rows(new MadeManifest().build(), round.build());
    return rows.stream()
        .filter(row -> row.metric() == metric && !row.isMerged())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aQuietClientMarksNothing() {
    for (Metric metric : Metric.latencies()) {
      if (metric != Metric.P99_99) {
        assertThat(row(metric).warnings()).isEmpty();
      }
    }
  }

  @Test
  void lagThatIsAGoodPartOfAPercentileMarksThatOne() {
    round.with(HistogramKind.LAG, 20 * MICRO, 300);

    assertThat(row(Metric.P50).warnings()).isEmpty();
    Row tail = row(Metric.P99);
    assertThat(Faults.words(tail)).isEqualTo("schedule lag explains 20 % of it");
    assertThat(tail.valid()).isTrue();
    assertThat(ClientShare.isMarked(tail)).isTrue();
    assertThat(tail.has(Warning.SCHEDULE_LAG)).isTrue();
  }

  @Test
  void aPauseOfTheCollectorDelaysAllThatComeInIt() {
    // 200 ms in which 200 operations come; 100 lie beyond p99, so they have 100 ms or more.
    round.with(HistogramKind.LATENCY, SECOND, 200).with(HistogramKind.GC, 200 * MILLI, 1);

    assertThat(row(Metric.P90).warnings()).isEmpty();
    assertThat(Faults.words(row(Metric.P99_9)))
        .isEqualTo("garbage collection in the client explains 19 % of it");
    assertThat(ClientShare.isMarked(row(Metric.P99_9))).isTrue();
  }

  @Test
  void aStallOfTheServerIsNamedAndStillJudged() {
    round.with(HistogramKind.LATENCY, SECOND, 900).with(HistogramKind.GAPS, 2 * SECOND, 1);

    Row tail = row(Metric.P99);
    assertThat(Faults.words(tail))
        .matches("a stall of 2\\.00 s without any answer explains 100 % of it");
    assertThat(ClientShare.isMarked(tail)).isFalse();
    assertThat(row(Metric.P50).warnings()).isEmpty();
  }

  @ParameterizedTest
  // p99 of 10,000: 100 beyond, which is 100 ms at 1,000 a second.
  @CsvSource({
    "99, 1000, 1, 900",
    "99, 300, 5, 280",
    "89, 1000, 1, 0",
    "99.9, 1000, 1, 990",
    "100, 1000, 1, 999",
    "99, 50, 1, 0",
  })
  void theDelayThatPausesGiveIsAsByHand(double percentile, long millis, int times, double delay) {
    Histogram pauses = Histograms.create();
    pauses.recordValueWithCount(millis * MILLI, times);

    double micros = Pauses.delayMicros(round.build(), pauses, 0, percentile);

    assertThat(micros).isCloseTo(delay * 1_000, withinPercentage(0.5));
    assertThat(OPERATIONS).isEqualTo(10_000);
  }

  @Test
  void pausesOfDifferentLengthAddUp() {
    // Above 300 ms: 200 of the long one; above 200: 300 and 100. 400 operations lie beyond p96.
    Histogram pauses = Histograms.create();
    pauses.recordValue(500 * MILLI);
    pauses.recordValue(300 * MILLI);

    assertThat(Pauses.delayMicros(round.build(), pauses, 0, 96))
        .isCloseTo(200_000, withinPercentage(0.5));
    assertThat(Pauses.delayMicros(round.build(), pauses, 100 * MILLI, 96))
        .isCloseTo(100_000, withinPercentage(1));
  }
}
