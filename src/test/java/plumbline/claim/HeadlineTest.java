package plumbline.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import plumbline.result.Metric;
import plumbline.result.RunData;
import plumbline.result.Series;
import plumbline.result.Subject;
import plumbline.result.Units;
import plumbline.testing.MadeRun;
import plumbline.testing.MadeSeries;
import plumbline.testing.Told;

class HeadlineTest {
  private static Verdict verdict(
      String claim, String brief, Metric metric, Outcome outcome, double estimate) {
    boolean kafka = claim.startsWith("kafka");
    return verdict(
        claim,
        kafka ? "Kafka is milliseconds" : "Redis is microseconds",
        List.of(subject(kafka, brief)),
        metric,
        Map.of("below", "1 ms"),
        outcome,
        outcome == Outcome.UNDECIDED ? new Ground.TooFewRounds(0, 5, 3) : new Ground.RoundsInside(),
        estimate);
  }

  private static Verdict gap(String brief, Metric metric, Outcome outcome, double estimate) {
    return verdict(
        "kafka-redis-gap",
        "A Kafka round trip takes longer than a Redis GET",
        List.of(subject(true, brief), subject(false, "lettuce-core")),
        metric,
        Map.of("above", "1 x"),
        outcome,
        outcome == Outcome.UNDECIDED ? new Ground.Chance() : new Ground.RoundsInside(),
        estimate);
  }

  /** A round trip with parameters, or a GET through a client. */
  private static Subject subject(boolean kafka, String brief) {
    Series series = kafka ? MadeSeries.ROUND_TRIP : MadeSeries.GET;
    if (kafka) {
      for (Map.Entry<String, String> param : Series.parseParams(brief).entrySet()) {
        series = series.with(param.getKey(), param.getValue());
      }
    }
    return new Subject(series, "", Optional.empty(), "", kafka ? "" : brief);
  }

  private static Verdict verdict(
      String claim,
      String statement,
      List<Subject> subjects,
      Metric metric,
      Map<String, String> bounds,
      Outcome outcome,
      Ground ground,
      double estimate) {
    return new Verdict(
        claim,
        statement,
        Optional.empty(),
        "a group",
        true,
        Optional.empty(),
        Optional.empty(),
        subjects,
        new TreeSet<>(),
        metric,
        Bounds.of(bounds),
        outcome,
        List.of(ground),
        4,
        1,
        0,
        0,
        0.1875,
        OptionalDouble.of(estimate),
        OptionalDouble.of(estimate * 0.9),
        OptionalDouble.of(estimate * 1.1),
        Optional.of(new Interval(true, OptionalDouble.empty())));
  }

  private static String quick(MadeRun runs) {
    RunData run = runs.build();
    return Told.headline(run, Judge.judge(run, ClaimsFile.load("article")));
  }

  @Test
  void mixedRegimesAreToldApartByWhatTellsThemApart() {
    assertThat(
            Told.headline(
                List.of(
                    verdict("kafka", "acks=all lingerMs=0", Metric.P50, Outcome.REFUTED, 420),
                    verdict("kafka", "acks=all lingerMs=0", Metric.P99, Outcome.HOLDS, 1_680),
                    verdict("kafka", "acks=1 lingerMs=0", Metric.P50, Outcome.REFUTED, 390),
                    verdict("kafka", "acks=1 lingerMs=0", Metric.P99, Outcome.HOLDS, 1_720),
                    verdict("kafka", "acks=all lingerMs=5", Metric.P50, Outcome.HOLDS, 6_100),
                    verdict("kafka", "acks=all lingerMs=5", Metric.P99, Outcome.HOLDS, 8_000))))
        .isEqualTo(
            "Kafka is milliseconds: with lingerMs=0 REFUTED at the median (390 to 420 \u00b5s, 2.4"
                + " to 2.6 times below 1 ms), HOLDS at p99 (1.68 to 1.72 ms, 1.7 times above 1 ms);"
                + " with lingerMs=5 HOLDS at the median (6.1 ms, 6.1 times above 1 ms) and at p99"
                + " (8 ms, 8 times above 1 ms).");
  }

  @Test
  void sameOutcomeEverywhereIsSaidOnce() {
    assertThat(
            Told.headline(
                List.of(
                    verdict("redis", "lettuce-core", Metric.P50, Outcome.HOLDS, 67),
                    verdict("redis", "lettuce-core", Metric.P99, Outcome.HOLDS, 180),
                    verdict("redis", "bare socket", Metric.P50, Outcome.HOLDS, 35),
                    verdict("redis", "bare socket", Metric.P99, Outcome.HOLDS, 1_100))))
        .isEqualTo(
            "Redis is microseconds: HOLDS at the median (35 to 67 \u00b5s, 15 to 29 times below"
                + " 1 ms) and at p99 (180 \u00b5s to 1.1 ms, 5.6 times below 1 ms and 1.1 times"
                + " above 1 ms) in both regimes.");
  }

  @Test
  void singleRegimeIsNamed() {
    assertThat(
            Told.headline(
                List.of(verdict("redis", "lettuce-core", Metric.P50, Outcome.REFUTED, 0.5))))
        .isEqualTo(
            "Redis is microseconds: REFUTED at the median (500 ns, 2000 times below 1 ms)"
                + " for Redis GET (lettuce-core).");
  }

  @Test
  void undecidedSaysWhy() {
    assertThat(
            Told.headline(
                List.of(
                    verdict("redis", "lettuce-core", Metric.P50, Outcome.UNDECIDED, 67),
                    verdict("redis", "bare socket", Metric.P50, Outcome.UNDECIDED, 35))))
        .isEqualTo(
            "Redis is microseconds: in both regimes UNDECIDED at the median (35 to 67 \u00b5s, 15"
                + " to 29 times below 1 ms): needs at least 5 rounds, has 3.");
  }

  @Test
  void gapIsToldInTimesForEachRegime() {
    assertThat(
            Told.headline(
                List.of(
                    gap("acks=all lingerMs=0", Metric.P50, Outcome.HOLDS, 8),
                    gap("acks=all lingerMs=0", Metric.P99, Outcome.HOLDS, 20),
                    gap("acks=all lingerMs=5", Metric.P50, Outcome.HOLDS, 100),
                    gap("acks=all lingerMs=5", Metric.P99, Outcome.HOLDS, 50))))
        .isEqualTo(
            "A Kafka round trip takes 8 times (7.2 to 8.8) as long as a Redis GET at the median with"
                + " acks=all lingerMs=0, 100 times (90 to 110) with acks=all lingerMs=5;"
                + " at p99 20 to 50 times.");
  }

  @Test
  void gapThatIsNotDecidedEverywhereIsToldAsAClaim() {
    assertThat(
            Told.headline(
                List.of(
                    gap("lingerMs=0", Metric.P50, Outcome.UNDECIDED, 1.1),
                    gap("lingerMs=5", Metric.P50, Outcome.HOLDS, 100))))
        .isEqualTo(
            "A Kafka round trip takes longer than a Redis GET: with lingerMs=0 UNDECIDED at the"
                + " median (1.1 times): 4 of 5 rounds inside, which chance alone gives with p ="
                + " 0.19; with lingerMs=5 HOLDS at the median (100 times).");
  }

  @Test
  void nothingToSayIsSaid() {
    assertThat(Told.headline(List.of())).isEqualTo("Nothing was judged.");
    assertThat(quick(new MadeRun().without("kafka").without("redis")))
        .isEqualTo("Nothing that the claims speak about was measured in this run.");
  }

  @Test
  void quickRunReadsWell() {
    assertThat(quick(new MadeRun()))
        .isEqualTo(
            "Kafka's latency is on the order of milliseconds: as a figure in milliseconds: with"
                + " lingerMs=0 REFUTED at the median (241 to 414 \u00b5s, 2.4 to 4.1 times below"
                + " 1 ms), HOLDS at p99 (1.73 to 2.11 ms, 1.7 to 2.1 times above 1 ms); with"
                + " lingerMs=5 HOLDS at the median (5.64 to 6.12 ms, 5.6 to 6.1 times above 1 ms)"
                + " and at p99 (9.31 to 10.6 ms, 9.3 to 11 times above 1 ms); as the nearest power"
                + " of ten: with lingerMs=5 REFUTED at the median (1.8 to 1.9 times above 3.16 ms)"
                + " and at p99 (2.9 to 3.3 times above 3.16 ms); for Kafka round trip with"
                + " lingerMs=0 HOLDS at the median (1.2 to 1.3 times above 316 us). Redis's latency"
                + " is on the order of microseconds: as a figure in microseconds: HOLDS at the"
                + " median (33.2 to 67.5 \u00b5s, 15 to 30 times below 1 ms) and at p99 (91.2 to"
                + " 213 \u00b5s, 4.7 to 11 times below 1 ms) in all 4 regimes; as the nearest power"
                + " of ten: REFUTED at the median (11 to 21 times above 3.16 us) and at p99 (29 to"
                + " 67 times above 3.16 us) in all 4 regimes. A Kafka round trip takes"
                + " 6.15 times (5.47 to 6.84) as long as a Redis GET at the median with acks=1"
                + " lingerMs=0, 5.77 times (5.66 to 6.07) with acks=all lingerMs=0, 91.7 times"
                + " (89.9 to 96.5) with acks=all lingerMs=5; at p99 9.36 to 51.5 times. Not"
                + " measured in this run: ack-gap, kafka-milliseconds-under-load,"
                + " redis-microseconds-under-load.");
  }

  @Test
  void onlyOneSystemIsSaid() {
    assertThat(quick(new MadeRun().without("kafka")))
        .startsWith("Redis's latency is on the order of microseconds: as a figure in")
        .endsWith(
            "Not measured in this run: kafka-milliseconds, kafka-redis-gap, ack-gap,"
                + " kafka-milliseconds-under-load, redis-microseconds-under-load.");
  }

  /** The fifth regime is that of the load: where it is open, it does not hold in all. */
  @Test
  void aClaimUnderLoadIsToldWithTheOneThatItContinues() {
    RunData run = new MadeRun().paced().fail("RedisPaced", 2, "the server died").build();
    List<Verdict> redis =
        Judge.judge(run, ClaimsFile.load("article")).verdicts().stream()
            .filter(verdict -> verdict.line().equals("redis-microseconds"))
            .toList();

    assertThat(redis).extracting(Verdict::claim).contains("redis-microseconds-under-load");
    assertThat(Told.headline(run, new Judgement("article", redis)))
        .startsWith(
            "Redis's latency is on the order of microseconds: as a figure in microseconds: ")
        .contains("; at a rate UNDECIDED at the median (90.5 \u00b5s, 11 times below 1 ms)")
        .contains("in a closed loop HOLDS at the median (33.2 to 67.5 \u00b5s, ")
        .doesNotContain("in all");
  }

  @Test
  void timesOfDifferentLoadsAreNeverToldAsOneRange() {
    RunData run = new MadeRun().paced().build();
    List<Verdict> redis =
        Judge.judge(run, ClaimsFile.load("article")).verdicts().stream()
            .filter(verdict -> verdict.line().equals("redis-microseconds"))
            .toList();

    assertThat(redis).extracting(Verdict::outcome).doesNotContain(Outcome.UNDECIDED);
    assertThat(Told.headline(run, new Judgement("article", redis)))
        .contains("in a closed loop HOLDS at the median (33.2 to 67.5 \u00b5s, ")
        .contains("; at a rate HOLDS at the median (90 \u00b5s, ");
  }

  @Test
  void failedRoundTakesOneRegimeOutAndMarksTheRun() {
    assertThat(quick(new MadeRun().fail("RedisGet", 2, "the server died")))
        .contains(
            "for Redis GET with lettuce-core UNDECIDED at the median",
            ": round 2 is not valid: the server died; elsewhere HOLDS at the median")
        .endsWith(" The run is incomplete.");
  }

  @Test
  void manyClaimsAreCounted() {
    assertThat(
            Told.headline(
                List.of(
                    verdict("redis-a", "x", Metric.P50, Outcome.HOLDS, 1),
                    verdict("redis-b", "x", Metric.P50, Outcome.HOLDS, 1),
                    verdict("redis-c", "x", Metric.P50, Outcome.REFUTED, 1),
                    verdict("redis-d", "x", Metric.P50, Outcome.UNDECIDED, 1),
                    verdict("redis-e", "x", Metric.P50, Outcome.HOLDS, 1))))
        .isEqualTo("5 claims, 5 verdicts: 3 HOLDS, 1 REFUTED (redis-c), 1 UNDECIDED (redis-d).");
  }

  @Test
  void headlineIsAlwaysOneLine() {
    for (MadeRun runs :
        List.of(
            new MadeRun(),
            new MadeRun().rounds(3),
            new MadeRun().pauses(40),
            new MadeRun().slower("Kafka", 3),
            new MadeRun().slower("Redis", 30),
            new MadeRun().withoutSeries("KafkaAck"))) {
      assertThat(quick(runs)).doesNotContain("\n", "  ", "..", "null", "Optional").endsWith(".");
    }
  }

  @Test
  void figuresHaveThreeDigitsAndAHumanUnit() {
    assertThat(Units.said(0.062, "us")).isEqualTo("62 ns");
    assertThat(Units.said(420.4, "us")).isEqualTo("420 \u00b5s");
    assertThat(Units.said(999.7, "us")).isEqualTo("1 ms");
    assertThat(Units.said(1_683.4, "us")).isEqualTo("1.68 ms");
    assertThat(Units.said(2_500_000, "us")).isEqualTo("2.5 s");
    assertThat(Units.said(14_231, "ops/s")).isEqualTo("14200 ops/s");
    assertThat(Units.said(1, 1.0001, "x")).isEqualTo("1 times");
  }
}
