package plumbline.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import plumbline.report.words.OutlookWords;
import plumbline.report.words.Phrase;
import plumbline.report.words.Wording;
import plumbline.result.Metric;
import plumbline.result.Series;
import plumbline.testing.MadeSeries;

/** What is known to stay open before anything is measured. */
class OutlookTest {
  private static final Series GET = MadeSeries.of("RedisGetBenchmark.get");
  private static final Series PACED = MadeSeries.paced("RedisPacedBenchmark.get", 500);
  private static final OutlookWords WORDS = new OutlookWords(Wording.USUAL);

  private static final ClaimsFile CLAIMS =
      Claims.of(
          """
          claims:
            - id: paced
              statement: It is so
              kind: band
              select: {system: redis, load: [closed, paced]}
              metric: [p50, p99, p99.9]
              below: 1 ms
            - id: gap
              statement: It is so
              kind: ratio
              numerator: {system: kafka}
              denominator: {system: redis}
              metric: p50
          """);

  private static Outlook outlook(int rounds, Duration time) {
    return Outlook.of(CLAIMS.claims(), rounds, List.of(GET, PACED), Map.of(GET, time, PACED, time));
  }

  /** 500 a second give the 1,000 that a p99 takes in two seconds. */
  @Test
  void aRateTellsWhichPercentilesThereCanBe() {
    assertThat(outlook(5, Duration.ofSeconds(2)).sparse())
        .isEqualTo(Map.of(Metric.P99_9, List.of(PACED)));
    assertThat(outlook(5, Duration.ofMillis(1_999)).sparse())
        .containsOnlyKeys(Metric.P99, Metric.P99_9);
    assertThat(outlook(5, Duration.ofSeconds(20)).sparse()).isEmpty();
  }

  @Test
  void aRatioIsNotMeasuredWithoutOneOfItsSides() {
    assertThat(outlook(5, Duration.ofSeconds(2)).unmeasured()).containsExactly("gap");
  }

  @Test
  void itIsSaidInTwoLinesAtMost() {
    assertThat(WORDS.of(outlook(5, Duration.ofSeconds(1))))
        .containsExactly(
            "1 row sends too few operations at the rate for p99: 1000 in a round are needed.",
            "No row of this run is about: gap.");
    assertThat(WORDS.of(outlook(3, Duration.ofSeconds(1))))
        .containsExactly("3 rounds: no verdict is possible, 5 are needed (--rounds 5).");
    assertThat(WORDS.of(outlook(1, Duration.ofSeconds(1))))
        .first()
        .asString()
        .startsWith("1 round:");
  }

  @Test
  void asManyNamesAreToldAsFitIntoALine() {
    List<String> names = IntStream.range(0, 9).mapToObj(i -> "some-claim-" + i).toList();

    assertThat(WORDS.named(Phrase.NOT_IN_THE_PLAN, names.subList(0, 2)))
        .isEqualTo("No row of this run is about: some-claim-0, some-claim-1.");
    assertThat(WORDS.named(Phrase.NOT_IN_THE_PLAN, names))
        .endsWith(" and 7 others.")
        .hasSizeLessThanOrEqualTo(80);
  }
}
