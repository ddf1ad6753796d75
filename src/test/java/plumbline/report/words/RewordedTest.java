package plumbline.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.claim.ClaimsFile;
import plumbline.claim.Judge;
import plumbline.claim.Judgement;
import plumbline.claim.JudgementFile;
import plumbline.compare.Compare;
import plumbline.compare.Comparison;
import plumbline.compare.Settings;
import plumbline.report.ReportModel;
import plumbline.result.RunData;
import plumbline.result.RunManifest;
import plumbline.result.file.RunDirectory;
import plumbline.testing.MadeRun;

/** Facts do not depend on their words: another wording of every phrase changes no outcome. */
class RewordedTest {
  /** Each phrase in words of its own, with its values. */
  private static final Wording OTHER =
      phrase ->
          "~"
              + phrase.name()
              + String.join(
                  "",
                  Pattern.compile("\\{\\d}")
                      .matcher(phrase.text())
                      .results()
                      .map(match -> " " + match.group())
                      .toList());

  private static final ClaimsFile ARTICLE = ClaimsFile.load("article");

  @TempDir private Path folder;

  /** Failed forks, and every warning that makes a round invalid or marks a figure. */
  private static RunData run(String name) {
    MadeRun run = new MadeRun().paced();
    return switch (name) {
      case "valid" -> run.build();
      case "short" -> run.rounds(3).build();
      case "pauses" -> run.pauses(40).build();
      case "missed" ->
          run.status(RunManifest.Status.FAILED, "3 rounds are not valid")
              .fail("RedisPaced", 2, "92.92 % of the target rate was achieved")
              .fail("RedisGet", 1, "3 of 9 operations had a wrong answer")
              .fail("KafkaRoundTrip", 4, "the fork ended")
              .build();
      default -> throw new IllegalArgumentException(name);
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"valid", "short", "pauses", "missed"})
  void outcomesMarksAndStatusAreTheSameInOtherWords(String name) {
    RunData data = run(name);
    Judgement judgement = Judge.judge(data, ARTICLE);
    ReportModel usual = ReportModel.of(data, judgement);
    ReportModel other = ReportModel.of(data, judgement, OTHER);

    assertThat(outcomes(other)).isEqualTo(outcomes(usual)).isNotEmpty();
    assertThat(other.matrix()).isEqualTo(usual.matrix());
    assertThat(other.lines())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("notes")
        .isEqualTo(usual.lines());
    assertThat(other.warning().isPresent()).isEqualTo(usual.warning().isPresent());
    assertThat(other.problems()).hasSameSizeAs(usual.problems());
    // Every phrase went through the wording, or this test would show nothing.
    assertThat(phrasesIn(usual.toString())).isNotEmpty();
    assertThat(phrasesIn(other.toString())).isEmpty();
  }

  private static List<String> outcomes(ReportModel model) {
    return model.claims().stream()
        .flatMap(
            claim ->
                claim.regimes().stream()
                    .flatMap(regime -> regime.verdicts().stream())
                    .map(verdict -> claim.id() + " " + verdict.metric() + " " + verdict.outcome()))
        .toList();
  }

  /**
   * What is stored is judged and compared by, so it must hold no phrase that could be read back.
   */
  @Test
  void noFileThatIsReadHoldsAPhraseButTheHeadline() throws IOException {
    RunData data = run("missed");
    RunDirectory directory = MadeRun.write(data, folder);
    Judgement judgement = Judge.judge(directory.load(), ARTICLE);
    String headline =
        String.join(" ", new Headline(new VerdictWords(OTHER, data)).of(judgement.verdicts()));
    JudgementFile.write(directory.verdictsJson(), judgement, headline);

    for (Path file :
        List.of(directory.resultsCsv(), directory.runJson(), directory.verdictsJson())) {
      assertThat(phrasesIn(Files.readString(file))).as(file.toString()).isEmpty();
    }
    assertThat(JudgementFile.read(directory.verdictsJson(), directory.load())).isEqualTo(judgement);
    assertThat(directory.load().rounds())
        .filteredOn(round -> !round.isValid())
        .extracting(round -> round.fault().orElseThrow())
        .containsExactlyInAnyOrderElementsOf(
            data.rounds().stream().flatMap(round -> round.fault().stream()).toList());
  }

  @Test
  void aGateIsDecidedByFactsAlone() throws IOException {
    Path base = MadeRun.write(run("valid"), folder.resolve("base")).path();
    Path changed = MadeRun.write(run("missed"), folder.resolve("new")).path();

    Comparison comparison =
        Compare.of(List.of(base.toString(), changed.toString()), Settings.defaults());

    assertThat(comparison.omitted()).isNotEmpty();
    assertThat(
            comparison.omitted().stream()
                .map(omission -> new OmissionWords(OTHER).of(omission))
                .flatMap(text -> phrasesIn(text).stream()))
        .isEmpty();
    assertThat(phrasesIn(comparison.toString())).isEmpty();
  }

  /** The phrases of which a text holds a part that is long enough to be no accident. */
  private static List<Phrase> phrasesIn(String text) {
    return Arrays.stream(Phrase.values())
        .filter(phrase -> parts(phrase).anyMatch(text::contains))
        .toList();
  }

  private static Stream<String> parts(Phrase phrase) {
    return Arrays.stream(phrase.text().split("\\{\\d}")).filter(part -> part.length() > 18);
  }
}
