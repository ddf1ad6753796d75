package plumbline.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.load.Load;
import plumbline.result.RunData;
import plumbline.result.file.RunDirectory;
import plumbline.testing.MadeRun;
import plumbline.testing.MadeSeries;

class ArticleTest {
  private static final ClaimsFile ARTICLE = ClaimsFile.load("article");

  @TempDir Path folder;

  private static RunData measured() {
    return new MadeRun()
        .paced()
        .add(MadeSeries.of("RedisXaddBenchmark.append"), 80, 0.25, 20_000)
        .build();
  }

  @Test
  void everyClaimOfTheArticleIsAboutSomethingThatTheQuickPlanMeasures() {
    Judgement judgement = Judge.judge(measured(), ARTICLE);
    assertThat(judgement.claimsFile()).isEqualTo("article");
    assertThat(judgement.verdicts()).allMatch(Verdict::isMeasured);
    assertThat(count(judgement, "kafka-milliseconds")).isEqualTo(6 * 2 * 2);
    assertThat(count(judgement, "redis-microseconds")).isEqualTo(4 * 2 * 2);
    assertThat(count(judgement, "rate-limit-milliseconds")).isEqualTo(2 * 2 * 2);
    assertThat(count(judgement, "kafka-redis-gap")).isEqualTo(3 * 2);
    assertThat(count(judgement, "ack-gap")).isEqualTo(3 * 2);
    assertThat(count(judgement, "kafka-milliseconds-under-load")).isEqualTo(2 * 2);
    assertThat(count(judgement, "redis-microseconds-under-load")).isEqualTo(2 * 2);
  }

  @Test
  void aClaimUnderLoadIsJudgedByResponseTimesAndNoOther() {
    Judgement judgement = Judge.judge(measured(), ARTICLE);
    assertThat(judgement.verdicts())
        .allSatisfy(
            verdict ->
                assertThat(verdict.subjects().get(0).series().load() == Load.PACED)
                    .isEqualTo(verdict.claim().endsWith("-under-load")));
  }

  private static long count(Judgement judgement, String claim) {
    return judgement.verdicts().stream().filter(v -> v.claim().equals(claim)).count();
  }

  @Test
  void judgingTwiceGivesTheSameJudgementAndTheSameBytes() throws IOException {
    Judgement first = Judge.judge(MadeRun.quick(), ARTICLE);
    Judgement second = Judge.judge(MadeRun.quick(), ARTICLE);
    assertThat(second).isEqualTo(first);
    Path a = folder.resolve("a.json");
    Path b = folder.resolve("b.json");
    JudgementFile.write(a, first, "It holds.");
    JudgementFile.write(b, second, "It holds.");
    assertThat(Files.readAllBytes(b)).isEqualTo(Files.readAllBytes(a));
    assertThat(Files.readString(a)).endsWith("}\n").contains("\"metric\": \"p50\"");
    assertThat(JudgementFile.read(a, MadeRun.quick())).isEqualTo(first);
  }

  @Test
  void judgingFromTheFilesGivesTheJudgementOfTheRun() {
    RunData run = new MadeRun().rounds(5).without("instrument").build();
    RunDirectory directory = MadeRun.write(run, folder);
    List<Verdict> fromFiles = Judge.judge(directory.load(), ARTICLE).verdicts();
    List<Verdict> direct = Judge.judge(run, ARTICLE).verdicts();
    assertThat(fromFiles).extracting(Verdict::outcome).isEqualTo(outcomes(direct));
    assertThat(fromFiles).extracting(Verdict::grounds).isEqualTo(grounds(direct));
  }

  private static List<Outcome> outcomes(List<Verdict> verdicts) {
    return verdicts.stream().map(Verdict::outcome).toList();
  }

  private static List<List<Ground>> grounds(List<Verdict> verdicts) {
    return verdicts.stream().map(Verdict::grounds).toList();
  }
}
