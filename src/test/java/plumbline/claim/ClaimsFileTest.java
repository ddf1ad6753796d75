package plumbline.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static plumbline.claim.Claims.band;
import static plumbline.claim.Claims.ratio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.problem.BadInputException;
import plumbline.schema.FileSchema;

class ClaimsFileTest {
  @TempDir Path folder;

  private static void assertRefused(String yaml, String message) {
    assertRefusedBesideTheSchema(yaml, message);
    assertThat(FileSchema.CLAIMS.problems(yaml)).isNotEmpty();
  }

  /** For what a schema cannot say: the order of two bounds, the unit of a metric, a second id. */
  private static void assertRefusedBesideTheSchema(String yaml, String message) {
    assertThatThrownBy(() -> Claims.of(yaml))
        .isInstanceOf(BadInputException.class)
        .hasMessage(message);
  }

  @Test
  void builtInClaimsHaveNames() {
    assertThat(ClaimsFile.names()).contains("article");
  }

  @Test
  void ownFileIsLoadedByItsPath() throws IOException {
    Path file = folder.resolve("slo.yaml");
    Files.writeString(file, band("p99", "below: 5 ms"));
    ClaimsFile own = ClaimsFile.load(file.toString());
    assertThat(own.name()).isEqualTo("slo.yaml");
    assertThat(own.claims()).extracting(Claim::id).containsExactly("a-band");
    assertThat(own.claims().get(0).below()).isEqualTo(Optional.of("5 ms"));
  }

  @Test
  void noneIsNoClaims() {
    assertThat(ClaimsFile.load("none").claims()).isEmpty();
  }

  @Test
  void unknownNameSaysWhichThereAre() {
    assertThatThrownBy(() -> ClaimsFile.load("articel"))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "articel: no such claims file, nor are there built-in claims of that name; known:"
                + " article, caches, calibrate, durability, load, saturation, tax, wakeups (did you mean"
                + " article?)");
  }

  @Test
  void unknownKeyUnitAndMetricAreNamed() {
    assertRefused(
        band("p50", "at_last: 1 ms"),
        "test.yaml:7:5: unknown key 'at_last'; known: id, statement, question, group, headline, kind, select,"
            + " numerator, denominator, paired, metric, at_least, above, below, at_most,"
            + " readings, continues"
            + " (did you mean at_least?)");
    assertRefused(
        band("p50", "below: 1 msec"),
        "test.yaml:7:12: a-band: below: unknown unit 'msec' in '1 msec';"
            + " known units: ns, us, ms, s, min");
    assertRefused(
        band("p59", "below: 1 ms"),
        "test.yaml:6:13: there is no metric 'p59'; known: p50, p90, p99, p99.9, p99.99, max, mean,"
            + " throughput (did you mean p50?)");
  }

  @Test
  void aQuestionIsShortAndHasNoMark() {
    String problem =
        "test.yaml:8:15: a-band: question must be one line of 2 to 32 characters without a question"
            + " mark, such as GET in microseconds";
    for (String question : List.of("Is it?", "x".repeat(33), "''", "' x'")) {
      assertRefused(band("p50", "below: 1 ms\n    question: " + question), problem);
    }
    assertThat(Claims.of(band("p50", "below: 1 ms\n    question: " + "x".repeat(32))).claims())
        .extracting(claim -> claim.question().orElseThrow())
        .containsExactly("x".repeat(32));
  }

  @Test
  void unitMustFitTheMetric() {
    assertRefusedBesideTheSchema(
        band("p50", "below: 100 ops/s"),
        "test.yaml:7:12: a-band: below: '100 ops/s' is a rate, but a time is needed here, such as"
            + " 2 s; its units: ns, us, ms, s, min");
    assertRefusedBesideTheSchema(
        band("throughput", "at_least: 1 ms"),
        "test.yaml:7:15: a-band: at_least: '1 ms' is a time, but a rate is needed here, such as"
            + " 1000 ops/s; its units: ops/s");
    assertRefused(
        ratio("p50", "above: 1 ms"),
        "test.yaml:8:12: a-gap: above: '1 ms' is a time, but a factor is needed here, such as"
            + " 10 x; its units: x");
  }

  @Test
  void boundsMustMakeABand() {
    assertRefused(
        band("p50", ""),
        "test.yaml:2:5: a-band: a bound is missing: at_least, above, below or at_most");
    assertRefusedBesideTheSchema(
        band("p50", "at_least: 1 ms\n    below: 1 us"),
        "test.yaml:7:15: a-band: the lower bound 1 ms is not below the upper bound 1 us");
    assertRefused(
        band("p50", "at_least: 1 ms\n    above: 1 us"),
        "test.yaml:8:12: a-band: give at_least or above, not both");
  }

  @Test
  void aClaimNeedsAMetricAndAFileAClaim() {
    String missing = ": a-band: metric is missing, such as [p50, p99]";
    assertRefused(band("[]", "below: 1 ms"), "test.yaml:6:13" + missing);
    assertRefused(
        band("p50", "below: 1 ms").replace("    metric: p50\n", ""), "test.yaml:2:5" + missing);
    assertRefused(
        "claims: []\n", "test.yaml:1:1: there are no claims; the key claims is a list of them");
  }

  @Test
  void boundsBelongToAClaimOrToItsReadings() {
    String readings = "readings:\n      - name: one\n        below: 1 ms\n";
    assertRefused(
        band("p50", "below: 1 ms\n    " + readings),
        "test.yaml:9:7: a-band: bounds belong either to the claim or to its readings, not to both");
    assertRefused(
        band("p50", readings.replace("below: 1 ms", "below: 1 ms\n        at_most: 1 ms")),
        "test.yaml:10:18: a-band: reading 'one': give below or at_most, not both");
    assertThat(Claims.of(band("p50", readings)).claims()).hasSize(1);
  }

  @Test
  void kindsNeedTheirOwnKeys() {
    assertRefused(
        band("p50", "below: 1 ms").replace("kind: band", "kind: ratio"),
        "test.yaml:4:11: a-band: a ratio needs the keys numerator and denominator");
    assertRefused(
        ratio("p50", "above: 1 x").replace("kind: ratio", "kind: band"),
        "test.yaml:4:11: a-gap: a band needs the key select");
    assertRefused(
        band("p50", "below: 1 ms").replace("kind: band", "kind: bend"),
        "test.yaml:4:11: 'kind' must be one of band, ratio, not 'bend'");
  }

  @Test
  void idsAreUniqueAndLoadsAreKnown() {
    String one = band("p50", "below: 1 ms");
    assertRefusedBesideTheSchema(
        one + one.substring(one.indexOf('\n') + 1), "test.yaml:8:9: the id a-band is given twice");
    assertRefused(
        one.replace("[redis, kafka]}", "redis, load: opened}"),
        "test.yaml:5:35: 'load' must be one of closed, paced, saturated, not 'opened'");
  }

  @Test
  void globsMatchWholeNames() {
    Globs globs = new Globs(java.util.List.of("Redis*Benchmark.?et", "x"));
    assertThat(globs.matches("RedisGetBenchmark.get")).isTrue();
    assertThat(globs.matches("RedisGetBenchmarkXget")).isFalse();
    assertThat(globs.matches("RedisGetBenchmark.incr")).isFalse();
    assertThat(globs.matches("xx")).isFalse();
  }
}
