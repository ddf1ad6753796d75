package plumbline.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static plumbline.claim.Claims.band;
import static plumbline.testing.MadeSeries.GET;
import static plumbline.testing.Told.bound;
import static plumbline.testing.Told.interval;
import static plumbline.testing.Told.reason;
import static plumbline.testing.Told.regime;
import static plumbline.testing.Told.subject;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import plumbline.result.Metric;
import plumbline.result.RunManifest;
import plumbline.result.Series;
import plumbline.testing.MadeManifest;
import plumbline.testing.MadeRows;
import plumbline.testing.MadeSeries;

/** Every expected count and probability here was worked out by hand. */
class JudgeBandTest {
  private static final String MICROSECONDS = "at_least: 1 us\n    below: 1 ms";

  private static MadeRows medians(double... values) {
    return new MadeRows().values(GET, Metric.P50, values).quiet(GET, values.length);
  }

  private static double[] times(int count, double value, double... more) {
    double[] all = new double[count + more.length];
    Arrays.fill(all, value);
    System.arraycopy(more, 0, all, count, more.length);
    return all;
  }

  @Test
  void fiveOfFiveInsideHolds() {
    Verdict verdict = medians(60, 70, 80, 75, 65).verdict(band("p50", MICROSECONDS));
    assertThat(verdict.outcome()).isEqualTo(Outcome.HOLDS);
    assertThat(reason(verdict)).isEqualTo("5 of 5 rounds inside");
    assertThat(bound(verdict)).isEqualTo("1 us <= p50 < 1 ms");
    assertThat(verdict.pValue()).isEqualTo(1 / 32.0);
    assertThat(verdict.estimate()).hasValue(70);
    assertThat(verdict.low()).hasValue(60);
    assertThat(verdict.high()).hasValue(80);
    assertThat(interval(verdict)).isEqualTo("range of 5 rounds");
    assertThat(subject(verdict)).isEqualTo("Redis GET");
    assertThat(regime(verdict))
        .isEqualTo("100 B, closed, 1 in flight, client 1.0, Server 1.0, processes");
    assertThat(verdict.group()).isEqualTo("redis");
  }

  @Test
  void fiveOfFiveOutsideIsRefuted() {
    Verdict verdict = medians(times(5, 2_000)).verdict(band("p50", MICROSECONDS));
    assertThat(verdict.outcome()).isEqualTo(Outcome.REFUTED);
    assertThat(reason(verdict)).isEqualTo("5 of 5 rounds at or above 1 ms");
    assertThat(verdict.outside()).isEqualTo(5);
  }

  @Test
  void roundsOnBothSidesScatterAndRefuteNothing() {
    String narrow = "at_least: 90 us\n    below: 110 us";
    Verdict verdict = medians(50, 60, 70, 150, 160).verdict(band("p50", narrow));
    assertThat(verdict.outcome()).isEqualTo(Outcome.UNDECIDED);
    assertThat(reason(verdict))
        .isEqualTo("3 of 5 rounds below 90 us, 2 at or above 110 us: the rounds scatter");
    assertThat(verdict.outside()).isEqualTo(5);
    // P(X >= 3) for 5 fair coins.
    assertThat(verdict.pValue()).isEqualTo(0.5);
  }

  @Test
  void enoughRoundsOnOneSideRefuteWhateverTheOthersAre() {
    String narrow = "at_least: 90 us\n    below: 110 us";
    Verdict verdict = medians(times(9, 50, 150)).verdict(band("p50", narrow));
    assertThat(verdict.outcome()).isEqualTo(Outcome.REFUTED);
    assertThat(reason(verdict)).isEqualTo("9 of 10 rounds below 90 us, 1 at or above 110 us");
  }

  @Test
  void belowTheBandIsRefutedToo() {
    Verdict verdict = medians(times(5, 420)).verdict(band("p50", "at_least: 1 ms\n    below: 1 s"));
    assertThat(verdict.outcome()).isEqualTo(Outcome.REFUTED);
    assertThat(reason(verdict)).isEqualTo("5 of 5 rounds below 1 ms");
  }

  @Test
  void oneOutsideOfFiveIsUndecided() {
    Verdict verdict = medians(times(4, 70, 2_000)).verdict(band("p50", MICROSECONDS));
    assertThat(verdict.outcome()).isEqualTo(Outcome.UNDECIDED);
    // (5 + 1) / 32
    assertThat(verdict.pValue()).isEqualTo(0.1875);
    assertThat(reason(verdict))
        .isEqualTo("4 of 5 rounds inside, which chance alone gives with p = 0.19");
  }

  @Test
  void oneOutsideOfTenHolds() {
    Verdict verdict = medians(times(9, 70, 2_000)).verdict(band("p50", MICROSECONDS));
    assertThat(verdict.outcome()).isEqualTo(Outcome.HOLDS);
    // (10 + 1) / 1024
    assertThat(verdict.pValue()).isEqualTo(11 / 1024.0);
    assertThat(reason(verdict)).isEqualTo("9 of 10 rounds inside");
  }

  @Test
  void twoOutsideOfTenIsUndecided() {
    Verdict verdict = medians(times(8, 70, 2_000, 2_000)).verdict(band("p50", MICROSECONDS));
    assertThat(verdict.outcome()).isEqualTo(Outcome.UNDECIDED);
    // (45 + 10 + 1) / 1024: just over 5 %
    assertThat(verdict.pValue()).isEqualTo(56 / 1024.0);
    assertThat(verdict.inside()).isEqualTo(8);
    assertThat(verdict.outside()).isEqualTo(2);
  }

  @Test
  void nineOutsideOfTenIsRefuted() {
    Verdict verdict = medians(times(9, 2_000, 70)).verdict(band("p50", MICROSECONDS));
    assertThat(verdict.outcome()).isEqualTo(Outcome.REFUTED);
  }

  @Test
  void fourRoundsAreTooFew() {
    Verdict verdict = medians(times(4, 70)).verdict(band("p50", MICROSECONDS));
    assertThat(verdict.outcome()).isEqualTo(Outcome.UNDECIDED);
    assertThat(reason(verdict)).isEqualTo("needs at least 5 rounds, has 4");
  }

  @Test
  void invalidRoundLeavesItUndecidedHoweverManyAreValid() {
    Verdict verdict =
        medians(times(10, 70)).failed(GET, 3, "the server died").verdict(band("p50", MICROSECONDS));
    assertThat(verdict.outcome()).isEqualTo(Outcome.UNDECIDED);
    assertThat(verdict.grounds()).containsExactly(new Ground.InvalidRound(0, 3, 1, List.of()));
    assertThat(verdict.rounds()).isEqualTo(9);
  }

  @Test
  void boundsAreInsideOrOutsideAsTheyAreWritten() {
    MadeRows atBound = medians(times(5, 1_000));
    assertThat(atBound.verdict(band("p50", "at_least: 1 ms")).outcome()).isEqualTo(Outcome.HOLDS);
    assertThat(atBound.verdict(band("p50", "at_most: 1 ms")).outcome()).isEqualTo(Outcome.HOLDS);
    assertThat(atBound.verdict(band("p50", "below: 1 ms")).outcome()).isEqualTo(Outcome.REFUTED);
    assertThat(reason(atBound.verdict(band("p50", "above: 1 ms"))))
        .isEqualTo("5 of 5 rounds at or below 1 ms");
  }

  @Test
  void pausesAtTheBoundLeaveItUndecided() {
    MadeRows figures =
        new MadeRows()
            .values(GET, Metric.P50, times(5, 400))
            .values(GET, Metric.P99, times(5, 2_000))
            .quiet(GET, 5);
    String claim = band("p99", "at_least: 1 ms");
    assertThat(figures.verdict(claim).outcome()).isEqualTo(Outcome.HOLDS);
    Verdict verdict = figures.value(GET, 4, Metric.PAUSE_P99, 1_200).verdict(claim);
    assertThat(verdict.outcome()).isEqualTo(Outcome.UNDECIDED);
    assertThat(reason(verdict))
        .isEqualTo("platform pauses of up to 1.2 ms at p99 leave 1 of 5 rounds open");
    assertThat(verdict.inside()).isEqualTo(4);
    assertThat(verdict.outside()).isZero();
    assertThat(verdict.rounds()).isEqualTo(5);
  }

  @Test
  void pausesThatCannotChangeTheVerdictAreNotItsReason() {
    MadeRows ten = new MadeRows().values(GET, Metric.P99, times(10, 2_000)).quiet(GET, 10);
    String claim = band("p99", "at_least: 1 ms");
    assertThat(reason(ten.value(GET, 1, Metric.PAUSE_P99, 5_000).verdict(claim)))
        .isEqualTo("9 of 10 rounds inside");
    MadeRows split =
        new MadeRows().values(GET, Metric.P99, 500, 500, 2_000, 2_000, 2_000).quiet(GET, 5);
    assertThat(reason(split.value(GET, 5, Metric.PAUSE_P99, 5_000).verdict(claim)))
        .isEqualTo("2 of 5 rounds inside, which chance alone gives with p = 0.81");
  }

  @Test
  void roundBelowTheBoundIsTrustedWhateverThePauses() {
    MadeRows figures = new MadeRows().values(GET, Metric.P99, times(5, 500)).quiet(GET, 5);
    for (int round = 1; round <= 5; round++) {
      figures.value(GET, round, Metric.PAUSE_P99, 50_000);
    }
    assertThat(figures.verdict(band("p99", "below: 1 ms")).outcome()).isEqualTo(Outcome.HOLDS);
    assertThat(figures.verdict(band("p99", "at_least: 1 ms")).outcome()).isEqualTo(Outcome.REFUTED);
  }

  @Test
  void lowerPercentileOverTheBoundVouchesForAHigherOne() {
    MadeRows figures =
        new MadeRows()
            .values(GET, Metric.P50, times(5, 70))
            .values(GET, Metric.P99, times(5, 250))
            .quiet(GET, 5);
    for (int round = 1; round <= 5; round++) {
      figures.value(GET, round, Metric.PAUSE_P99, 390);
    }
    assertThat(figures.verdict(band("p99", MICROSECONDS)).outcome()).isEqualTo(Outcome.HOLDS);
    assertThat(figures.verdict(band("p99", "at_least: 100 us")).outcome())
        .isEqualTo(Outcome.UNDECIDED);
  }

  @Test
  void onlyWhatIsLeftWithoutThePauseCountsAgainstABound() {
    MadeRows figures = new MadeRows().values(GET, Metric.P99, times(5, 1_100)).quiet(GET, 5);
    String claim = band("p99", "at_least: 1 ms");
    for (int round = 1; round <= 5; round++) {
      figures.value(GET, round, Metric.PAUSE_P99, 90);
    }
    assertThat(figures.verdict(claim).outcome()).isEqualTo(Outcome.HOLDS);
    for (int round = 1; round <= 5; round++) {
      // Well below the bound, but without it the figure would be as well.
      figures.value(GET, round, Metric.PAUSE_P99, 300);
    }
    assertThat(figures.verdict(claim).outcome()).isEqualTo(Outcome.UNDECIDED);
  }

  @Test
  void pausesThatNobodyWatchedLeaveItUndecided() {
    Verdict verdict =
        new MadeRows().values(GET, Metric.P50, times(5, 70)).verdict(band("p50", MICROSECONDS));
    assertThat(reason(verdict))
        .isEqualTo("platform pauses, which were not watched, leave 5 of 5 rounds open");
  }

  @Test
  void boundFinerThanTheClockIsUndecided() {
    // The made-up clock has steps of 27 ns.
    Verdict verdict = medians(times(5, 70)).verdict(band("p50", "at_least: 20 ns"));
    assertThat(verdict.outcome()).isEqualTo(Outcome.UNDECIDED);
    assertThat(reason(verdict))
        .isEqualTo("the bound 20 ns is finer than the clock, whose smallest step is 27 ns");
  }

  @Test
  void percentileWithTooFewSamplesIsUndecidedAndSaysHowManyItNeeds() {
    Verdict verdict =
        medians(times(5, 70))
            .samples(800)
            .values(GET, Metric.P50, times(5, 70))
            .verdict(band("p99", MICROSECONDS));
    assertThat(verdict.outcome()).isEqualTo(Outcome.UNDECIDED);
    assertThat(reason(verdict)).isEqualTo("p99 needs 1000 samples in every round, round 1 has 800");
    assertThat(verdict.estimate()).isEmpty();
    assertThat(verdict.interval()).isEmpty();
    assertThat(verdict.pValue()).isEqualTo(1);
  }

  @Test
  void throughputIsJudgedInOperationsPerSecond() {
    MadeRows figures = new MadeRows().values(GET, Metric.THROUGHPUT, times(5, 14_000));
    Verdict verdict = figures.verdict(band("throughput", "at_least: 10000 ops/s"));
    assertThat(verdict.outcome()).isEqualTo(Outcome.HOLDS);
    assertThat(bound(verdict)).isEqualTo("throughput >= 10000 ops/s");
    assertThat(verdict.unit()).isEqualTo("ops/s");
  }

  @Test
  void otherLoadsAreJudgedOnlyWhereTheClaimNamesThem() {
    Series paced = MadeSeries.paced("RedisPacedBenchmark.get", 1_000);
    MadeRows figures =
        medians(times(5, 70)).values(paced, Metric.P50, times(5, 5_000)).quiet(paced, 5);
    assertThat(figures.judge(band("p50", MICROSECONDS)))
        .extracting(Verdict::outcome)
        .containsExactly(Outcome.HOLDS);
    String named = band("p50", MICROSECONDS).replace("[redis, kafka]}", "redis, load: paced}");
    assertThat(figures.judge(named)).extracting(Verdict::outcome).containsExactly(Outcome.REFUTED);
  }

  @Test
  void whatWasNotMeasuredGetsOneUndecidedVerdict() {
    Verdict verdict =
        medians(times(5, 70))
            .verdict(band("[p50, p99]", MICROSECONDS).replace("[redis, kafka]", "rabbitmq"));
    assertThat(verdict.outcome()).isEqualTo(Outcome.UNDECIDED);
    assertThat(reason(verdict)).isEqualTo("not measured in this run");
    assertThat(regime(verdict)).isEqualTo("not measured");
    assertThat(subject(verdict)).isEqualTo("system=rabbitmq");
  }

  @Test
  void incompleteRunIsSaidInTheReason() {
    RunManifest killed = new MadeManifest().status(RunManifest.Status.RUNNING, "").build();
    Verdict verdict = medians(times(5, 70)).manifest(killed).verdict(band("p50", MICROSECONDS));
    assertThat(verdict.outcome()).isEqualTo(Outcome.HOLDS);
    assertThat(reason(verdict)).isEqualTo("5 of 5 rounds inside; the run is incomplete (running)");
  }

  @Test
  void everySeriesAndMetricGetsItsVerdictInOrder() {
    MadeRows figures =
        medians(times(5, 70))
            .values(GET, Metric.P99, times(5, 90))
            .values(MadeSeries.ROUND_TRIP, Metric.P50, times(5, 400))
            .values(MadeSeries.ROUND_TRIP, Metric.P99, times(5, 400))
            .quiet(MadeSeries.ROUND_TRIP, 5);
    List<Verdict> verdicts = figures.judge(band("[p99, p50]", MICROSECONDS));
    assertThat(verdicts)
        .extracting(verdict -> verdict.group() + " " + verdict.metric().text())
        .containsExactly("kafka p99", "kafka p50", "redis p99", "redis p50");
  }
}
