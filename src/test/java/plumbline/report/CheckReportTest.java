package plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plumbline.claim.Claim;
import plumbline.claim.Claims;
import plumbline.claim.ClaimsFile;
import plumbline.claim.Judge;
import plumbline.claim.Outcome;
import plumbline.claim.Verdict;
import plumbline.report.page.TextWriter;
import plumbline.report.run.CheckPage;
import plumbline.result.RunData;
import plumbline.testing.MadeRun;

/** What a check prints unless reasons are asked for. */
class CheckReportTest {
  private static final RunData RUN = MadeRun.quick();

  private static String render(RunData run, ClaimsFile claims) {
    return TextWriter.write(CheckPage.of(run, Judge.judge(run, claims)), 80, false);
  }

  @ParameterizedTest
  @EnumSource
  void itFitsOneScreen(Sample sample) {
    String text = TextWriter.write(CheckPage.of(sample.data(), sample.judgement()), 80, false);

    assertThat(text.lines().count()).isLessThanOrEqualTo(45);
    assertThat(text.lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 80);
    assertThat(text).doesNotContain("\u001b");
  }

  @Test
  void aVerdictIsALineWithItsFigure() {
    String text =
        render(
            RUN,
            Claims.of(
                """
                claims:
                  - id: fast
                    statement: It is so
                    kind: band
                    select: {benchmark: RedisGetBenchmark.get}
                    metric: [p50, p99]
                    below: 100 us
                """));

    assertThat(text).startsWith("2 verdicts: 1 HOLDS, 1 REFUTED, 0 UNDECIDED.\n");
    assertThat(text)
        .contains("fast: p50, p99 < 100 us; Redis GET\n")
        .containsPattern(
            "\n  HOLDS +p50 +66\\.0 µs +lettuce-core\n  REFUTED +p99 +199 µs +lettuce");
  }

  /** Of more verdicts than lines, those that do not hold come first, and the rest is counted. */
  @Test
  void nothingThatDoesNotHoldIsBehindWhatDoes() {
    StringBuilder yaml = new StringBuilder("claims:\n");
    for (int i = 0; i < 30; i++) {
      yaml.append(
          """
            - id: claim-%d
              statement: It is so
              kind: band
              select: {benchmark: RedisGetBenchmark.get}
              metric: p50
              below: %s
          """
              .formatted(i, i == 29 ? "1 us" : "1 s"));
    }
    String text = render(RUN, Claims.of(yaml.toString()));

    assertThat(text.lines().count()).isLessThanOrEqualTo(45);
    assertThat(text).contains("claim-29: ", "and 12 more, see --details");
    assertThat(text.indexOf("REFUTED ")).isLessThan(text.indexOf("HOLDS   "));
  }

  @Test
  void everyClaimIsToldOrNamedAsNotMeasured() {
    RunData run = new MadeRun().without("kafka").build();
    ClaimsFile article = ClaimsFile.load("article");
    List<Verdict> verdicts = Judge.judge(run, article).verdicts();
    String text = render(run, article);

    assertThat(verdicts).anyMatch(verdict -> verdict.outcome() == Outcome.REFUTED);
    assertThat(text).contains("Not measured in this run: kafka-milliseconds, ");
    assertThat(article.claims())
        .extracting(Claim::id)
        .filteredOn(
            id -> verdicts.stream().anyMatch(one -> one.claim().equals(id) && one.isMeasured()))
        .allSatisfy(id -> assertThat(text).contains("\n" + id + ": "));
  }
}
