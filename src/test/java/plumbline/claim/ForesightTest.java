package plumbline.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.claim.Decidability.Answer;
import plumbline.report.words.BoundWords;
import plumbline.report.words.LimitWords;
import plumbline.report.words.Wording;
import plumbline.result.Histograms;
import plumbline.result.MachineReading;
import plumbline.result.Metric;
import plumbline.result.Series;
import plumbline.testing.MadeSeries;

class ForesightTest {
  private static final LimitWords WORDS = new LimitWords(Wording.USUAL);

  private static final long MICRO = 1_000;

  private static final Map<String, Map<String, Set<String>>> FORCING =
      Map.of(
          "redis", Map.of("persistence", Set.of("always")),
          "kafka", Map.of("flushMessages", Set.of("1")));

  /** What plans measure at a rate. */
  private static final List<Series> PACED =
      List.of(
          MadeSeries.paced("RedisPacedBenchmark.get", 5_000),
          MadeSeries.paced("KafkaDeliveryBenchmark.deliver", 1_000));

  @TempDir private Path folder;

  /** 1 in 50 wake-ups of an idle thread is late by so much, the others by the usual 60 us. */
  private static Histogram lateness(long micros) {
    Histogram lateness = Histograms.create();
    lateness.recordValueWithCount(60 * MICRO, 9_800);
    lateness.recordValueWithCount(micros * MICRO, 200);
    return lateness;
  }

  private static MachineReading quiet() {
    return new MachineReading(
        30, 25, lateness(70), new TreeMap<>(), OptionalDouble.of(0), 4, false);
  }

  private static MachineReading pausing(long micros) {
    return new MachineReading(
        30, 25, lateness(micros), new TreeMap<>(), OptionalDouble.of(0), 4, false);
  }

  private List<Decidability> of(String claim, MachineReading machine) throws IOException {
    Path file = folder.resolve("mine.yaml");
    Files.writeString(file, "claims:\n  - id: mine\n    statement: it is so\n" + claim.indent(4));
    return Foresight.of(ClaimsFile.load(file).claims(), machine, FORCING, PACED);
  }

  private static String band(String bounds) {
    return "kind: band\nselect: {benchmark: RedisGetBenchmark.get}\nmetric: [p50, p99]\n" + bounds;
  }

  private static void assertAnswers(List<Decidability> answers, Answer... expected) {
    assertThat(answers).extracting(Decidability::answer).containsExactly(expected);
    assertThat(answers)
        .allSatisfy(
            one -> assertThat(one.limits().isEmpty()).isEqualTo(one.answer() == Answer.YES));
  }

  @ParameterizedTest
  @ValueSource(strings = {"article", "load", "tax", "calibrate"})
  void aQuietMachineDecidesEveryBuiltInClaim(String claims) {
    assertThat(Foresight.of(ClaimsFile.load(claims).claims(), quiet(), FORCING, PACED))
        .isNotEmpty()
        .allMatch(one -> one.answer() == Answer.YES && one.limits().isEmpty());
  }

  @Test
  void aBoundFinerThanTheClockIsRefusedAsTheJudgeDoes() throws IOException {
    MachineReading coarse =
        new MachineReading(
            1_000_000, 25, lateness(70), new TreeMap<>(), OptionalDouble.empty(), 4, false);
    List<Decidability> answers = of(band("below: 500 us"), coarse);

    assertAnswers(answers, Answer.NO, Answer.NO);
    assertThat(WORDS.of(answers.get(0)))
        .isEqualTo("the bound 500 us is finer than the clock, whose smallest step is 1000000 ns");
    assertThat(BoundWords.of(answers.get(0).bounds(), List.of(Metric.P50)))
        .isEqualTo("p50 < 500 us");
  }

  @Test
  void aSlowClockIsALargePartOfAFineBoundOnly() throws IOException {
    MachineReading slow =
        new MachineReading(
            30, 400, lateness(70), new TreeMap<>(), OptionalDouble.empty(), 4, false);

    assertAnswers(of(band("at_least: 1 us"), slow), Answer.PARTLY, Answer.PARTLY);
    assertAnswers(of(band("at_least: 10 us"), slow), Answer.YES, Answer.YES);
  }

  @Test
  void pausesLeaveOpenWhatIsCloserToTheBoundThanTheyAreLong() throws IOException {
    List<Decidability> answers = of(band("at_least: 1 us\nbelow: 1 ms"), pausing(560));

    assertAnswers(answers, Answer.YES, Answer.PARTLY);
    assertThat(WORDS.of(answers.get(1)))
        .isEqualTo(
            "with pauses of up to 500 µs at p99, a figure from 1 ms to 1.5 ms leaves it open");
    assertAnswers(of(band("below: 1 s"), pausing(3_060)), Answer.YES, Answer.YES);
    assertAnswers(of(band("below: 1 ms"), pausing(150)), Answer.YES, Answer.YES);
  }

  @Test
  void pausesThatReachABoundAtThatPercentileLeaveNothingToDecide() throws IOException {
    List<Decidability> answers = of(band("at_least: 1 us\nbelow: 1 ms"), pausing(3_060));

    assertAnswers(answers, Answer.YES, Answer.NO);
    assertThat(WORDS.of(answers.get(1)))
        .isEqualTo("pauses of up to 3 ms at p99 can reach the bound 1 ms");
  }

  @Test
  void aRatioIsLeftOpenByPausesBetweenItsFigures() throws IOException {
    String ratio =
        """
        kind: ratio
        numerator: {benchmark: KafkaRoundTripBenchmark.roundTrip}
        denominator: {benchmark: RedisGetBenchmark.get}
        metric: [p50, p99]
        above: 1 x
        """;

    assertAnswers(of(ratio, quiet()), Answer.YES, Answer.YES);
    assertAnswers(of(ratio, pausing(3_060)), Answer.YES, Answer.PARTLY);
  }

  private static MachineReading lagging(int rate, long micros) {
    Histogram lag = Histograms.create();
    lag.recordValueWithCount(MICRO, 980);
    lag.recordValueWithCount(micros * MICRO, 20);
    return new MachineReading(
        30, 25, lateness(70), new TreeMap<>(Map.of(rate, lag)), OptionalDouble.of(0), 4, false);
  }

  private static String paced(String benchmark) {
    return "kind: band\nselect: {benchmark: %s, load: paced}\nmetric: [p50, p99]\nbelow: 1 ms"
        .formatted(benchmark);
  }

  @Test
  void theScheduleLagAtTheRateOfAClaimUnderLoadLeavesItsTailOpen() throws IOException {
    String claim = paced("RedisPacedBenchmark.get");
    List<Decidability> answers = of(claim, lagging(5_000, 200));

    assertAnswers(answers, Answer.YES, Answer.PARTLY);
    assertThat(WORDS.of(answers.get(1)))
        .isEqualTo(
            "with schedule lag of up to 200 µs at p99, a figure from 1 ms to 1.2 ms leaves it open");
    assertAnswers(of(claim, lagging(5_000, 50)), Answer.YES, Answer.YES);
    assertAnswers(of(claim, lagging(5_000, 2_000)), Answer.YES, Answer.NO);
    // One operation after the other has no schedule, and another rate is not that of the claim.
    assertAnswers(of(band("below: 1 ms"), lagging(5_000, 2_000)), Answer.YES, Answer.YES);
    assertAnswers(of(claim, lagging(1_000, 2_000)), Answer.YES, Answer.YES);
    // What no plan measures may be sent at any rate.
    assertAnswers(of(paced("Mine.get"), lagging(1_000, 2_000)), Answer.YES, Answer.NO);
  }

  @Test
  void timeThatIsStolenAsOftenAsATailIsLeavesTheTailOpen() throws IOException {
    MachineReading stolen =
        new MachineReading(30, 25, lateness(70), new TreeMap<>(), OptionalDouble.of(1.5), 4, false);
    List<Decidability> answers = of(band("below: 1 ms"), stolen);

    assertAnswers(answers, Answer.YES, Answer.PARTLY);
    assertThat(WORDS.of(answers.get(1)))
        .isEqualTo("the hypervisor takes 1.5 % of the time, and beyond p99 lie only 1 %");
  }

  @Test
  void oneProcessorIsTooFewForALoadAtARate() throws IOException {
    MachineReading one =
        new MachineReading(30, 25, lateness(70), new TreeMap<>(), OptionalDouble.of(0), 1, false);

    assertAnswers(
        of(
            "kind: band\nselect: {system: redis, load: paced}\nmetric: [p50, p99]\nbelow: 1 ms",
            one),
        Answer.NO,
        Answer.NO);
    assertAnswers(of(band("below: 1 ms"), one), Answer.YES, Answer.YES);
    assertAnswers(
        of(
            "kind: band\nselect: {system: redis, load: saturated}\nmetric: throughput\n"
                + "at_least: 10 ops/s",
            one),
        Answer.PARTLY);
  }

  @Test
  void writesThatAreForcedAreNotJudgedWithoutADisk() throws IOException {
    MachineReading memory =
        new MachineReading(30, 25, lateness(70), new TreeMap<>(), OptionalDouble.of(0), 4, true);
    String redis = "kind: band\nselect: {params: {persistence: %s}}\nmetric: p50\nbelow: 1 ms";
    String kafka = "kind: band\nselect: {params: {flushMessages: \"%s\"}}\nmetric: p50\nbelow: 1 s";

    assertAnswers(of(redis.formatted("always"), memory), Answer.NO);
    assertAnswers(of(redis.formatted("everysec"), memory), Answer.YES);
    assertAnswers(of(kafka.formatted("1"), memory), Answer.NO);
    assertAnswers(of(kafka.formatted("0"), memory), Answer.YES);
    assertAnswers(of(redis.formatted("always"), quiet()), Answer.YES);
  }

  @Test
  void whatForcesWritesOfOneSystemForcesNoneOfAnother() throws IOException {
    MachineReading memory =
        new MachineReading(30, 25, lateness(70), new TreeMap<>(), OptionalDouble.of(0), 4, true);
    String claim =
        "kind: band\nselect: {system: %s, params: {persistence: always}}\n"
            + "metric: p50\nbelow: 1 ms";

    assertAnswers(of(claim.formatted("redis"), memory), Answer.NO);
    assertAnswers(of(claim.formatted("re*"), memory), Answer.NO);
    assertAnswers(of(claim.formatted("kafka"), memory), Answer.YES);
  }
}
