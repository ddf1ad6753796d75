package plumbline.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static plumbline.claim.Claims.band;
import static plumbline.claim.Claims.ratio;
import static plumbline.testing.MadeSeries.GET;
import static plumbline.testing.Told.reason;

import org.junit.jupiter.api.Test;
import plumbline.result.Metric;
import plumbline.result.Series;
import plumbline.testing.MadeRows;
import plumbline.testing.MadeSeries;

/** What disturbs only makes things slower: evidence is one-sided. */
class JudgeDisturbedTest {
  private static final String MILLISECONDS = "at_least: 1 ms\n    below: 1 s";

  private final MadeRows rows = new MadeRows();

  private void figures(Series series, int lagPercent, double... values) {
    for (int i = 0; i < values.length; i++) {
      rows.marked(
          series,
          i + 1,
          Metric.P99,
          values[i],
          lagPercent == 0 ? "" : "schedule lag explains " + lagPercent + " % of it");
    }
    rows.quiet(series, values.length);
  }

  /** Seen of Kafka's deliveries: 1.76 to 3.56 ms, and 1.36 to 3.28 ms without lag. */
  @Test
  void aFigureThatStaysOnItsSideWithoutLagIsDecided() {
    figures(MadeSeries.ROUND_TRIP, 22, 1_760, 2_300, 2_900, 3_100, 3_560);

    Verdict verdict = rows.verdict(band("p99", MILLISECONDS));

    assertThat(verdict.outcome()).isEqualTo(Outcome.HOLDS);
    assertThat(verdict.inside()).isEqualTo(5);
  }

  @Test
  void aFigureThatWouldChangeSidesIsOpenAndTheClientIsNamed() {
    figures(MadeSeries.ROUND_TRIP, 22, 1_200, 2_300, 2_900, 3_100, 3_560);

    Verdict verdict = rows.verdict(band("p99", MILLISECONDS));

    assertThat(verdict.outcome()).isEqualTo(Outcome.UNDECIDED);
    assertThat(verdict.open()).isEqualTo(1);
    assertThat(reason(verdict))
        .isEqualTo("p99 of round 1 is the client's: schedule lag explains 22 % of it");
  }

  @Test
  void aFigureBelowABoundIsWhateverDisturbsIt() {
    figures(GET, 100, 600, 700, 800, 900, 950);

    assertThat(rows.verdict(band("p99", "below: 1 ms")).outcome()).isEqualTo(Outcome.HOLDS);
  }

  @Test
  void aFigureAboveABoundThatIsAllLagRefutesNothing() {
    figures(GET, 100, 1_600, 1_700, 1_800, 1_900, 1_950);

    Verdict verdict = rows.verdict(band("p99", "below: 1 ms"));
    assertThat(verdict.outcome()).isEqualTo(Outcome.UNDECIDED);
    assertThat(verdict.open()).isEqualTo(5);
  }

  @Test
  void aRatioIsReducedWhereItWouldHelpTheClaim() {
    figures(MadeSeries.ROUND_TRIP, 40, 2_000, 2_000, 2_000, 2_000, 2_000);
    figures(GET, 0, 500, 500, 500, 500, 500);

    assertThat(rows.verdict(ratio("p99", "above: 2 x")).outcome()).isEqualTo(Outcome.HOLDS);
    Verdict open = rows.verdict(ratio("p99", "above: 3 x"));
    assertThat(open.outcome()).isEqualTo(Outcome.UNDECIDED);
    assertThat(reason(open))
        .isEqualTo(
            "Kafka round trip: p99 of round 1 is the client's: schedule lag explains 40 % of it");
  }

  @Test
  void theDenominatorsLagMakesARatioSmallerThanItIs() {
    figures(MadeSeries.ROUND_TRIP, 0, 1_000, 1_000, 1_000, 1_000, 1_000);
    figures(GET, 50, 1_000, 1_000, 1_000, 1_000, 1_000);

    // Without it the ratio is 2.
    assertThat(rows.verdict(ratio("p99", "above: 1.5 x")).outcome()).isEqualTo(Outcome.UNDECIDED);
    assertThat(rows.verdict(ratio("p99", "above: 2.5 x")).outcome()).isEqualTo(Outcome.REFUTED);
  }

  @Test
  void lagAndPausesAreAddedUp() {
    figures(MadeSeries.ROUND_TRIP, 22, 1_800, 2_300, 2_900, 3_100, 3_560);
    rows.value(MadeSeries.ROUND_TRIP, 1, Metric.PAUSE_P99, 500);

    // 1.8 ms less 0.4 ms of lag and 0.5 ms of pauses is below 1 ms.
    assertThat(rows.verdict(band("p99", MILLISECONDS)).open()).isEqualTo(1);
  }

  @Test
  void withoutAWatchOverPausesLagSaysNothing() {
    for (int round = 1; round <= 5; round++) {
      rows.marked(
          MadeSeries.ROUND_TRIP, round, Metric.P99, 3_000, "schedule lag explains 22 % of it");
    }

    Verdict verdict = rows.verdict(band("p99", MILLISECONDS));
    assertThat(verdict.outcome()).isEqualTo(Outcome.UNDECIDED);
    assertThat(verdict.open()).isEqualTo(5);
  }
}
