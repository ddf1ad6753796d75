package plumbline.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.result.Metric;
import plumbline.result.Series;
import plumbline.testing.MadeRun;
import plumbline.testing.MadeSeries;
import plumbline.testing.MadeSettings;

/** The gate at its defaults, thousands of times, on rounds that do and do not differ. */
class FalseAlarmsTest {
  @TempDir private Path folder;

  private static final Settings GATE = MadeSettings.gate();

  private static Side side(String name, int starts, Map<Figure, Sample> values) {
    return new Side(
        name, List.of(), List.of(), starts, starts, values, Map.of(), Map.of(), Map.of(), List.of(),
        Map.of(), false, List.of());
  }

  /** Eight series, as the quick plan has. */
  private static Side side(String name, int starts, DoubleSupplier value) {
    return side(name, 8, starts, 1, value, () -> 1);
  }

  /** Series with p50 and p99, each with a factor for each start. */
  private static Side side(
      String name,
      int series,
      int starts,
      int roundsOfAStart,
      DoubleSupplier value,
      DoubleSupplier factor) {
    Map<Figure, Sample> values = new HashMap<>();
    for (int i = 0; i < series; i++) {
      Series one = MadeSeries.of("RedisGetBenchmark.get", "case=" + i);
      for (Metric metric : List.of(Metric.P50, Metric.P99)) {
        Values all = new Values(true);
        for (int start = 0; start < starts; start++) {
          double ofStart = factor.getAsDouble();
          for (int round = 0; round < roundsOfAStart; round++) {
            all.add(ofStart * value.getAsDouble(), start);
          }
        }
        values.put(new Figure(one, metric), all.sample());
      }
    }
    return side(name, starts, values);
  }

  private static GateOutcome gate(Side base, Side changed) {
    return Comparer.compare(List.of(base, changed), GATE).gate().orElseThrow();
  }

  private static int alarms(int comparisons, int rounds, DoubleSupplier value) {
    int alarms = 0;
    for (int i = 0; i < comparisons; i++) {
      GateOutcome outcome = gate(side("BASE", rounds, value), side("NEW", rounds, value));
      assertThat(outcome.state()).isNotEqualTo(GateOutcome.State.UNDECIDED);
      alarms += outcome.state() == GateOutcome.State.BROKEN ? 1 : 0;
    }
    return alarms;
  }

  @Test
  void longTailedRoundsWithoutADifferenceRaiseHardlyAnyAlarm() {
    Random random = new Random(20260101);
    DoubleSupplier lognormal = () -> 100 * Math.exp(0.4 * random.nextGaussian());
    // One round in ten is an outlier of up to a hundred times.
    DoubleSupplier outliers =
        () ->
            100
                * Math.exp(0.05 * random.nextGaussian())
                * (random.nextInt(10) == 0 ? Math.pow(100, random.nextDouble()) : 1);
    // Pareto with an infinite mean.
    DoubleSupplier pareto = () -> 50 * Math.pow(1 - random.nextDouble(), -1 / 0.9);
    // Three digits: many ties.
    DoubleSupplier ties = () -> Math.rint(20 * Math.exp(0.1 * random.nextGaussian()));
    for (DoubleSupplier value : List.of(lognormal, outliers, pareto, ties)) {
      assertThat(alarms(1_000, 10, value)).isLessThanOrEqualTo(10);
    }
    // Just enough, where nothing is tied.
    for (DoubleSupplier value : List.of(lognormal, outliers, pareto)) {
      assertThat(alarms(500, 7, value)).isLessThanOrEqualTo(5);
    }
  }

  /**
   * Rounds of one start that have half of their variance in common: taken for independent, they
   * would raise an alarm between equal builds in most comparisons.
   */
  @Test
  void roundsThatShareAStartRaiseHardlyAnyAlarm() {
    Random random = new Random(20261127);
    double share = Math.sqrt(0.5) * 0.1;
    DoubleSupplier noise = () -> 100 * Math.exp(share * random.nextGaussian());
    DoubleSupplier start = () -> Math.exp(share * random.nextGaussian());
    for (int[] shape : new int[][] {{10, 1}, {10, 2}, {6, 5}}) {
      int alarms = 0;
      for (int i = 0; i < 1_000; i++) {
        GateOutcome outcome =
            gate(
                side("BASE", 8, shape[0], shape[1], noise, start),
                side("NEW", 8, shape[0], shape[1], noise, start));
        alarms += outcome.state() == GateOutcome.State.BROKEN ? 1 : 0;
      }
      assertThat(alarms).as("%d starts of %d rounds", shape[0], shape[1]).isLessThanOrEqualTo(10);
    }
    int asRounds = 0;
    for (int i = 0; i < 200; i++) {
      List<Side> sides =
          List.of(side("BASE", 8, 1, 10, noise, start), side("NEW", 8, 1, 10, noise, start));
      asRounds +=
          Comparer.compare(sides, MadeSettings.strict()).rows().stream()
                  .anyMatch(row -> row.verdict() == Verdict.WORSE)
              ? 1
              : 0;
    }
    assertThat(asRounds).as("the same as rounds, of 200").isGreaterThan(100);
  }

  /** The level is not kept by never saying anything. */
  @ParameterizedTest
  @CsvSource({"8, 0.03, 1.1", "4, 0.05, 1.15"})
  void slowdownOfARowInEveryStartIsFound(int series, double noiseOfAStart, double factor) {
    Random random = new Random(20260102);
    int found = 0;
    for (int i = 0; i < 1_000; i++) {
      DoubleSupplier noise = () -> 100 * Math.exp(noiseOfAStart * random.nextGaussian());
      Side base = side("BASE", series, 10, 1, noise, () -> 1);
      Side changed = side("NEW", series, 10, 1, noise, () -> 1);
      Figure slowed = base.values().keySet().stream().sorted().findFirst().orElseThrow();
      Map<Figure, Sample> values = new HashMap<>(changed.values());
      values.put(
          slowed,
          Sample.ofStarts(
              Arrays.stream(values.get(slowed).of(Observation.START))
                  .map(one -> one * factor)
                  .toArray()));
      GateOutcome outcome = gate(base, side("NEW", 10, values));
      found += outcome.broken().stream().anyMatch(row -> row.figure().equals(slowed)) ? 1 : 0;
    }
    assertThat(found).isGreaterThanOrEqualTo(950);
  }

  @Test
  void selfTestFindsNoAlarmsAndTheChangeThatWouldBeFound() {
    Random random = new Random(20260103);
    Side side = side("RUN", 20, () -> 100 * Math.exp(0.03 * random.nextGaussian()));

    SelfTestResult result = SelfTest.run(side, GATE, 1_000, 7);

    assertThat(result.splitsWithAlarm()).isLessThanOrEqualTo(10);
    assertThat(result.rows()).hasSize(16);
    // Ten against ten with 3 % of noise: see the test above.
    assertThat(result.rows())
        .allSatisfy(row -> assertThat(row.detectable().orElseThrow()).isBetween(0.05, 0.12));
    assertThat(result.metrics())
        .extracting(SelfTestResult.MetricResult::rows)
        .containsExactly(8, 8);
    assertThat(SelfTest.run(side, GATE, 1_000, 7)).isEqualTo(result);
    assertThat(SelfTest.run(side, GATE, 1_000, 8)).isNotEqualTo(result);
  }

  /** Twenty rounds of the quick plan, as a machine with two cores measured them. */
  @Test
  void realRoundsSplitAtRandomRaiseHardlyAnyAlarm() throws Exception {
    Path rounds =
        Path.of(
            FalseAlarmsTest.class.getResource("/plumbline/compare/quick-20-rounds.csv").toURI());

    SelfTestResult result = Compare.selfTest(List.of(rounds.toString()), GATE, 1_000, 1);

    assertThat(result.rows()).hasSizeGreaterThanOrEqualTo(14);
    assertThat(result.splitsWithAlarm()).isLessThanOrEqualTo(10);
  }

  @Test
  void selfTestOfSeveralStartsTellsHowAlikeTheirRoundsAre() {
    Random random = new Random(20261128);
    DoubleSupplier noise = () -> 100 * Math.exp(0.05 * random.nextGaussian());
    DoubleSupplier start = () -> Math.exp(0.05 * random.nextGaussian());

    SelfTestResult rounds = SelfTest.run(side("RUN", 8, 8, 20, noise, start), GATE, 10, 1);
    assertThat(rounds.observation()).isEqualTo(Observation.ROUND);
    assertThat(rounds.rows().stream().mapToDouble(row -> row.correlation().orElseThrow()).average())
        .hasValueCloseTo(0.5, within(0.15));

    SelfTestResult starts = SelfTest.run(side("RUN", 8, 20, 2, noise, start), GATE, 10, 1);
    assertThat(starts.observation()).isEqualTo(Observation.START);
    assertThat(starts.rows()).allMatch(row -> row.observations() == 20);
  }

  @Test
  void selfTestSaysWhenRoundsAreTooFew() {
    String run = MadeRun.write(MadeRun.quick(), folder).path().toString();

    SelfTestResult result = Compare.selfTest(List.of(run), GATE, 10, 1);

    assertThat(result.rows()).isEmpty();
    assertThat(result.untested()).hasSize(20);
    assertThat(result.needed()).isEqualTo(9);
  }
}
