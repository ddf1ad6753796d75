package plumbline.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.report.words.RegimeWords;
import plumbline.report.words.Wording;
import plumbline.result.Metric;
import plumbline.result.Series;
import plumbline.run.plan.BenchmarkCatalog;
import plumbline.run.plan.Measurement;
import plumbline.run.plan.Plan;
import plumbline.run.plan.PlanFile;
import plumbline.testing.MadeRows;
import plumbline.testing.MadeSeries;

class ClaimMatrixTest {
  private static final Series PACED = MadeSeries.paced("RedisPacedBenchmark.get", 1_000);

  private static final String TWO =
      """
      claims:
        - id: fast
          statement: It is fast
          kind: band
          select: {system: [redis, kafka]}
          metric: [p50, p99]
          below: 1 ms
        - id: fast-under-load
          continues: fast
          statement: Under load it is fast
          kind: band
          select: {system: redis, load: paced}
          metric: p50
          below: 1 ms
      """;

  private static final Series INCR = MadeSeries.of("RedisIncrBenchmark.incr");

  private static final Series DELIVERY = MadeSeries.paced("KafkaDeliveryBenchmark.deliver", 1_000);

  private static double[] five(double micros) {
    return new double[] {micros, micros + 1, micros + 2, micros + 3, micros + 4};
  }

  private static MadeRows figures(Series series, double p50, double p99) {
    return new MadeRows()
        .values(series, Metric.P50, five(p50))
        .values(series, Metric.P99, five(p99))
        .quiet(series, 5);
  }

  @Test
  void aClaimThatContinuesAnotherSharesItsLineAndCellsCountOutcomes() {
    MadeRows figures =
        figures(MadeSeries.GET, 60, 200)
            .values(MadeSeries.ROUND_TRIP, Metric.P50, five(400))
            .values(MadeSeries.ROUND_TRIP, Metric.P99, five(3_000))
            .quiet(MadeSeries.ROUND_TRIP, 5)
            .values(PACED, Metric.P50, five(80))
            .quiet(PACED, 5);

    ClaimMatrix matrix = ClaimMatrix.of(figures.judge(TWO)).orElseThrow();

    assertThat(matrix.columns())
        .extracting(kind -> RegimeWords.of(kind, Wording.USUAL).replace("\n", ", "))
        .containsExactly("one in flight", "at a rate");
    assertThat(matrix.lines()).hasSize(1);
    ClaimMatrix.Line line = matrix.lines().get(0);
    assertThat(line.claim()).isEqualTo("fast");
    assertThat(line.statement()).isEqualTo("It is fast");
    assertThat(line.cells().get(0).counts())
        .isEqualTo(Map.of(Outcome.HOLDS, 3, Outcome.REFUTED, 1));
    assertThat(line.cells().get(0).isMixed()).isTrue();
    assertThat(line.cells().get(1).common()).contains(Outcome.HOLDS);
    assertThat(line.cells().get(1).total()).isEqualTo(1);
  }

  @Test
  void aReadingHasALineWhereItComesToSomethingElse() {
    MadeRows figures =
        figures(MadeSeries.ROUND_TRIP, 350, 2_000)
            .values(DELIVERY, Metric.P50, five(2_000))
            .quiet(DELIVERY, 5);
    figures.values(INCR, Metric.P50, five(60)).quiet(INCR, 5);
    ClaimMatrix matrix =
        ClaimMatrix.of(Judge.judge(figures.run(), ClaimsFile.load("article")).verdicts())
            .orElseThrow();

    // The rate limit is refuted by both readings.
    assertThat(matrix.lines())
        .extracting(line -> line.claim() + line.reading().map(name -> " as " + name).orElse(""))
        .containsExactly(
            "kafka-milliseconds",
            "kafka-milliseconds as the nearest power of ten",
            "redis-microseconds",
            "redis-microseconds as the nearest power of ten",
            "rate-limit-milliseconds");
    // What is told of one regime by a reading is told of the others as well.
    assertThat(matrix.lines().get(1).cells().get(1).counts()).containsEntry(Outcome.HOLDS, 1);
  }

  @Test
  void oneKindOfRegimeNeedsNoTable() {
    assertThat(ClaimMatrix.of(figures(MadeSeries.GET, 60, 200).judge(TWO))).isEmpty();
    assertThat(ClaimMatrix.of(List.of())).isEmpty();
  }

  private static List<Series> series(String plan) {
    return Plan.of(PlanFile.load(plan), BenchmarkCatalog.load(), Plan.Overrides.none())
        .measurements()
        .stream()
        .map(Measurement::series)
        .toList();
  }

  private static Judgement judge(String plan) {
    MadeRows figures =
        new MadeRows()
            .servers(
                series ->
                    series.system().equals("redis")
                        ? redis(Optional.ofNullable(series.params().get("persistence")))
                        : kafka(series.params().getOrDefault("flushMessages", "0")));
    for (Series one : series(plan)) {
      figures
          .values(one, Metric.P50, five(100))
          .values(one, Metric.P99, five(300))
          .values(one, Metric.THROUGHPUT, five(200_000));
    }
    return Judge.judge(
        figures.run(), ClaimsFile.load(PlanFile.load(plan).plan().claims().orElse("article")));
  }

  private static String redis(Optional<String> persistence) {
    return "processes network=loopback persistence="
        + persistence.filter(one -> !one.equals("off")).map(one -> "aof-" + one).orElse("none");
  }

  private static String kafka(String flush) {
    return "processes brokers=1 flush=" + (flush.equals("0") ? "os" : "every-" + flush);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"quick", "full", "load", "saturation", "durability", "caches", "calibrate", "tax"})
  void everyClaimOfAPlanIsAboutSomethingThatThePlanMeasures(String plan) {
    assertThat(judge(plan).verdicts()).isNotEmpty().allMatch(Verdict::isMeasured);
  }

  @Test
  void promisesAreColumnsOfTheirOwn() {
    Judgement judgement = judge("durability");
    ClaimMatrix matrix = ClaimMatrix.of(judgement.verdicts()).orElseThrow();

    assertThat(matrix.columns())
        .extracting(kind -> RegimeWords.of(kind, Wording.USUAL).replace("\n", ", "))
        .containsExactly(
            "one in flight, in memory",
            "one in flight, survives a kill",
            "one in flight, on disk",
            "one in flight, across promises",
            "at a rate, in memory",
            "at a rate, survives a kill",
            "at a rate, on disk",
            "at a rate, across promises");
    assertThat(matrix.lines())
        .extracting(ClaimMatrix.Line::claim)
        .containsExactly(
            "kafka-milliseconds",
            "redis-microseconds",
            "append-gap",
            "delivery-gap",
            "disk-costs-kafka",
            "disk-costs-redis");
    // Kafka keeps nothing in memory only; a pair is only made where both promise the same.
    assertThat(matrix.lines().get(0).cells().get(0).total()).isZero();
    assertThat(matrix.lines().get(2).cells().get(2).total()).isEqualTo(2);
    assertThat(
            judgement.verdicts().stream()
                .filter(verdict -> verdict.claim().startsWith("append-gap")))
        .allSatisfy(
            verdict ->
                assertThat(verdict.subjects().get(0).promise())
                    .isEqualTo(verdict.subjects().get(1).promise())
                    .isPresent());
  }
}
