package plumbline.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static plumbline.claim.Claims.ratio;
import static plumbline.testing.MadeSeries.GET;
import static plumbline.testing.Told.bound;
import static plumbline.testing.Told.interval;
import static plumbline.testing.Told.reason;
import static plumbline.testing.Told.subject;

import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import plumbline.load.Load;
import plumbline.result.Metric;
import plumbline.result.Series;
import plumbline.statistics.SignTest;
import plumbline.testing.MadeRows;
import plumbline.testing.MadeSeries;

class JudgeRatioTest {
  private static MadeRows figures(double[] kafka, double[] redis) {
    return new MadeRows()
        .values(MadeSeries.ROUND_TRIP, Metric.P50, kafka)
        .values(GET, Metric.P50, redis)
        .quiet(MadeSeries.ROUND_TRIP, kafka.length)
        .quiet(GET, redis.length);
  }

  private static final double[] SLOW = {400, 500, 600, 700, 800};
  private static final double[] FAST = {100, 100, 100, 100, 100};

  @Test
  void ratioIsTakenRoundByRound() {
    // Medians of 600 and 100 would give 6 as well; the pairs 4, 10, 6, 3.5, 8 do not.
    Verdict verdict =
        figures(SLOW, new double[] {100, 50, 100, 200, 100}).verdict(ratio("p50", "above: 1 x"));
    assertThat(verdict.outcome()).isEqualTo(Outcome.HOLDS);
    assertThat(verdict.estimate()).hasValue(6);
    assertThat(verdict.low()).hasValue(3.5);
    assertThat(verdict.high()).hasValue(10);
    assertThat(interval(verdict)).isEqualTo("range of 5 rounds, a 93.75 % interval of the median");
    assertThat(bound(verdict)).isEqualTo("p50 ratio > 1 x");
    assertThat(verdict.unit()).isEqualTo("x");
    assertThat(subject(verdict)).isEqualTo("Kafka round trip / Redis GET");
    assertThat(verdict.group()).isEqualTo("ratio");
  }

  @Test
  void ratioWithoutBoundClaimsThatThereIsAGap() {
    assertThat(bound(figures(SLOW, FAST).verdict(ratio("p50", "")))).isEqualTo("p50 ratio > 1 x");
  }

  @Test
  void ratioBelowTheBoundIsRefuted() {
    Verdict verdict = figures(FAST, SLOW).verdict(ratio("p50", "above: 1 x"));
    assertThat(verdict.outcome()).isEqualTo(Outcome.REFUTED);
    assertThat(reason(verdict)).isEqualTo("5 of 5 rounds at or below 1 x");
  }

  @Test
  void pauseInTheNumeratorMayHaveMadeTheGap() {
    MadeRows figures =
        figures(new double[] {150, 150, 150, 150, 150}, FAST)
            .values(MadeSeries.ROUND_TRIP, Metric.P99, 150, 150, 150, 150, 150)
            .values(GET, Metric.P99, FAST);
    assertThat(figures.verdict(ratio("p99", "above: 1 x")).outcome()).isEqualTo(Outcome.HOLDS);
    figures.value(MadeSeries.ROUND_TRIP, 2, Metric.PAUSE_P99, 60);
    Verdict verdict = figures.verdict(ratio("p99", "above: 1 x"));
    assertThat(verdict.outcome()).isEqualTo(Outcome.UNDECIDED);
    assertThat(reason(verdict))
        .isEqualTo("platform pauses of up to 60 \u00b5s at p99 leave 1 of 5 rounds open");
    // In the denominator a pause hides a gap, and cannot make one.
    figures
        .value(MadeSeries.ROUND_TRIP, 2, Metric.PAUSE_P99, 0)
        .value(GET, 2, Metric.PAUSE_P99, 60);
    assertThat(figures.verdict(ratio("p99", "above: 1 x")).outcome()).isEqualTo(Outcome.HOLDS);
  }

  @Test
  void invalidRoundOfEitherSideLeavesItUndecided() {
    Verdict verdict =
        figures(SLOW, FAST).failed(GET, 2, "the server died").verdict(ratio("p50", ""));
    assertThat(verdict.outcome()).isEqualTo(Outcome.UNDECIDED);
    assertThat(verdict.grounds())
        .containsExactly(new Ground.InvalidRound(1, 2, 1, java.util.List.of()));
    assertThat(verdict.rounds()).isEqualTo(4);
  }

  @Test
  void otherPayloadsAndLoadsAreNotDivided() {
    Series large =
        new Series(
            "RedisGetBenchmark.get",
            new TreeMap<>(),
            "redis",
            "GET",
            Load.CLOSED,
            1,
            OptionalDouble.empty(),
            1_000);
    MadeRows figures =
        new MadeRows()
            .values(MadeSeries.ROUND_TRIP, Metric.P50, SLOW)
            .values(large, Metric.P50, FAST)
            .quiet(MadeSeries.ROUND_TRIP, 5)
            .quiet(large, 5);
    assertThat(reason(figures.verdict(ratio("p50", "")))).isEqualTo("not measured in this run");
  }

  @Test
  void intervalIsTheNarrowestOrderStatisticsWithAtLeast95Percent() {
    Verdict ten = ofRatios(10);
    // P(X <= 1 | 10, 1/2) = 11/1024, so the second to the ninth cover 1 - 22/1024 = 97.85 %;
    // the third to the eighth would cover 1 - 112/1024 = 89 %.
    assertThat(ten.estimate()).hasValue(5.5);
    assertThat(ten.low()).hasValue(2);
    assertThat(ten.high()).hasValue(9);
    assertThat(ten.interval()).hasValue(new Interval(false, OptionalDouble.of(97.85)));
    assertThat(ofRatios(6).interval()).hasValue(new Interval(true, OptionalDouble.of(96.88)));
    assertThat(ofRatios(1).interval()).hasValue(new Interval(true, OptionalDouble.empty()));
  }

  /** The ratios 1, 2 and so on. */
  private static Verdict ofRatios(int rounds) {
    double[] one = IntStream.rangeClosed(1, rounds).mapToDouble(i -> 100).toArray();
    double[] rising = IntStream.rangeClosed(1, rounds).mapToDouble(i -> 100.0 * i).toArray();
    return figures(rising, one).verdict(ratio("p50", "above: 1 x"));
  }

  @Test
  void signTestIsExact() {
    assertThat(SignTest.p(5, 5)).isCloseTo(1 / 32.0, within(1e-15));
    assertThat(SignTest.p(10, 9)).isCloseTo(11 / 1024.0, within(1e-15));
    assertThat(SignTest.p(0, 0)).isEqualTo(1);
    assertThat(Tally.decides(4, 4)).isFalse();
    assertThat(Tally.decides(9, 8)).isTrue();
    assertThat(Tally.decides(9, 7)).isFalse();
  }

  /** A round trip over one topic is divided by the GET of one key, as ever. */
  @Test
  void onlyAsManyKeysAreDividedUnlessTheClaimIsAboutThem() {
    Series many = GET.with(Series.KEYS, "1000000");
    MadeRows figures = figures(SLOW, FAST).values(many, Metric.P50, SLOW).quiet(many, 5);

    assertThat(figures.verdict(ratio("p50", "above: 1 x")).subjects().get(1).series())
        .isEqualTo(GET);
    Verdict verdict =
        figures.verdict(
            """
            claims:
              - id: many-keys
                statement: A key among a million takes longer
                kind: ratio
                paired: true
                numerator: {operation: GET, params: {keys: "1000000"}}
                denominator: {operation: GET, params: {keys: "1"}}
                metric: p50
                above: 1 x
            """);
    assertThat(verdict.estimate()).hasValue(6);
    assertThat(verdict.outcome()).isEqualTo(Outcome.HOLDS);
  }
}
