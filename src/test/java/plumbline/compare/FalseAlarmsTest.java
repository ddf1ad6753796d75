package plumbline.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.compare.Comparison.GateOutcome;
import plumbline.result.Metric;
import plumbline.result.Series;
import plumbline.testing.MadeRun;
import plumbline.testing.MadeSeries;
import plumbline.testing.MadeSettings;

/** The gate at its defaults, thousands of times, on rounds that do and do not differ. */
class FalseAlarmsTest {
  @TempDir private Path folder;

  private static final Settings GATE = MadeSettings.gate();

  private static Side side(String name, Map<Figure, double[]> values) {
    return new Side(
        name, List.of(), values, Map.of(), Map.of(), List.of(), Map.of(), false, List.of());
  }

  /** Eight series with p50 and p99, as the quick plan has. */
  private static Side side(String name, int rounds, DoubleSupplier value) {
    Map<Figure, double[]> values = new HashMap<>();
    for (int i = 0; i < 8; i++) {
      Series series = MadeSeries.of("RedisGetBenchmark.get", "case=" + i);
      for (Metric metric : List.of(Metric.P50, Metric.P99)) {
        double[] all = new double[rounds];
        for (int round = 0; round < rounds; round++) {
          all[round] = value.getAsDouble();
        }
        values.put(new Figure(series, metric), all);
      }
    }
    return side(name, values);
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

  /** The level is not kept by never saying anything. */
  @Test
  void tenPercentInEveryRoundAreFound() {
    Random random = new Random(20260102);
    int found = 0;
    for (int i = 0; i < 1_000; i++) {
      DoubleSupplier noise = () -> 100 * Math.exp(0.03 * random.nextGaussian());
      Side base = side("BASE", 10, noise);
      Side changed = side("NEW", 10, noise);
      Figure slowed = base.values().keySet().stream().sorted().findFirst().orElseThrow();
      Map<Figure, double[]> values = new HashMap<>(changed.values());
      double[] slower = values.get(slowed).clone();
      for (int round = 0; round < slower.length; round++) {
        slower[round] *= 1.1;
      }
      values.put(slowed, slower);
      GateOutcome outcome = gate(base, side("NEW", values));
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
  void selfTestSaysWhenRoundsAreTooFew() {
    String run = MadeRun.write(MadeRun.quick(), folder).path().toString();

    SelfTestResult result = Compare.selfTest(List.of(run), GATE, 10, 1);

    assertThat(result.rows()).isEmpty();
    assertThat(result.untested()).hasSize(20);
    assertThat(result.roundsNeeded()).isEqualTo(9);
  }
}
