package plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plumbline.claim.ClaimsFile;
import plumbline.claim.Judge;
import plumbline.claim.Judgement;
import plumbline.report.page.Format;
import plumbline.report.page.TextWriter;
import plumbline.report.run.BriefPage;
import plumbline.report.run.RunPage;
import plumbline.report.words.Answers;
import plumbline.report.words.VerdictWords;
import plumbline.report.words.Wording;
import plumbline.result.RunData;
import plumbline.result.file.RunDirectory;
import plumbline.testing.Golden;
import plumbline.testing.MadeRun;

/** What a terminal shows unless all of it is asked for. */
class BriefReportTest {
  private static final int LINES = 45;
  private static final int COLUMNS = 80;
  private static final Path BASE = Path.of(System.getProperty("plumbline.basedir", "."));

  private static String render(Sample sample, boolean color) {
    return TextWriter.write(BriefPage.of(sample.data(), sample.judgement()), COLUMNS, color);
  }

  /** The line of the terminal that begins so. */
  private static String line(String text, String begin) {
    return text.lines().filter(line -> line.startsWith(begin)).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HOSTILE")
  void saysWhatItSaidWhenItWasLookedAt(Sample sample) {
    Golden.assertSame(sample.golden("brief.txt"), render(sample, false));
  }

  @ParameterizedTest
  @EnumSource
  void noLineIsLongerThanEightyColumns(Sample sample) {
    assertThat(render(sample, false).lines())
        .allSatisfy(
            line -> assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(COLUMNS));
  }

  /** The picture, the answers, the table and the notes of the plan that everybody runs first. */
  @Test
  void theQuickPlanFitsOnOneScreen() {
    RunData run = RunDirectory.open(BASE.resolve("results/reference/quick")).load();
    ClaimsFile claims = ClaimsFile.load(BASE.resolve("benchmarks/claims/article.yaml"));
    String text = TextWriter.write(BriefPage.of(run, Judge.judge(run, claims)), COLUMNS, false);

    // The command adds a line, with the run's folder.
    assertThat(text.lines().count()).isLessThan(LINES);
    assertThat(text.lines().limit(15).toList())
        .anyMatch(line -> line.startsWith("Kafka in milliseconds (>= 1 ms)? No: p50 "))
        .anyMatch(line -> line.startsWith("Redis in microseconds (< 1 ms)? Yes: p50 "));
  }

  @ParameterizedTest
  @EnumSource
  void everyAnswerIsOneLine(Sample sample) {
    assertThat(
            new Answers(new VerdictWords(Wording.USUAL, sample.data()))
                .of(sample.judgement().verdicts()))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line.words(Format.TEXT)).hasSizeLessThanOrEqualTo(COLUMNS));
  }

  @Test
  void marksStandInTheirZoneInTheOrderOfTheirSize() {
    String text = render(Sample.COMPLETE, false);
    String zones = text.lines().findFirst().orElseThrow();
    int millisecond = zones.indexOf('|', zones.indexOf("microseconds"));
    String redis = line(text, "Redis GET, lettuce-core ");
    String kafka = line(text, "Kafka round trip, acks=all lingerMs=5 ");

    assertThat(redis).matches(".* o[-.]*\\|[-.+x:]* .*yes yes");
    assertThat(redis.indexOf('o', 25)).isLessThan(millisecond);
    assertThat(kafka.indexOf('o', 36)).isGreaterThan(millisecond);
    assertThat(kafka).endsWith("yes ?");
  }

  @Test
  void colourAddsEscapeSequencesAndNothingElse() {
    String plain = render(Sample.COMPLETE, false);
    String colored = render(Sample.COMPLETE, true);
    assertThat(colored).contains("\u001b[33m", "\u001b[36m");
    assertThat(colored.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain);
  }

  @Test
  void textFromElsewhereCannotSendControlCharacters() {
    assertThat(render(Sample.HOSTILE, false)).doesNotContain("\u001b");
  }

  /** Of a claim that nothing was measured of, one line says so, and no verdict. */
  @Test
  void aClaimThatWasNotMeasuredIsNamedAndNotJudged() {
    RunData run = new MadeRun().without("kafka").build();
    Judgement judgement = Judge.judge(run, ClaimsFile.load("article"));
    String brief = TextWriter.write(BriefPage.of(run, judgement), COLUMNS, false);
    String whole = TextWriter.write(RunPage.of(run, judgement), COLUMNS, false);

    for (String text : List.of(brief, whole)) {
      assertThat(text).contains("Not measured in this run: ").doesNotContain("UNDECIDED -");
    }
  }
}
