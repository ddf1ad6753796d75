package plumbline.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
import plumbline.history.Made;
import plumbline.history.Trends;
import plumbline.report.Sample;
import plumbline.report.SampleCurve;
import plumbline.report.Shown;
import plumbline.report.compare.ComparisonPage;
import plumbline.report.history.HistoryPage;
import plumbline.report.page.Block;
import plumbline.report.page.MarkdownWriter;
import plumbline.report.page.Page;
import plumbline.report.page.Table;
import plumbline.report.page.Text;
import plumbline.report.page.TextWriter;
import plumbline.report.page.Tone;
import plumbline.report.run.CheckPage;
import plumbline.report.run.RunPage;
import plumbline.result.RunData;
import plumbline.result.RunManifest;
import plumbline.result.file.RunDirectory;
import plumbline.testing.MadeRun;
import plumbline.testing.MadeSettings;

/** Facts do not depend on their words: another wording of every phrase changes no outcome. */
class RewordedTest {
  private static final Pattern VALUE = Pattern.compile("\\{\\d[^}]*}");

  /** Each phrase in words of its own, with its values. */
  private static final Wording OTHER =
      phrase ->
          "~"
              + phrase.name()
              + String.join(
                  "",
                  VALUE
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
    Page usual = RunPage.of(data, judgement);
    assertThat(facts(usual).toString()).containsAnyOf("HOLDS", "UNDECIDED");
    assertSameFacts(usual, RunPage.of(data, judgement, OTHER));
    assertSameFacts(CheckPage.of(data, judgement), CheckPage.of(data, judgement, OTHER));
  }

  @Test
  void curvesPromisesComparisonsAndHistoriesAreTheSameInOtherWords() throws IOException {
    RunData curve = SampleCurve.data();
    Judgement none = SampleCurve.judgement();
    assertSameFacts(RunPage.of(curve, none), RunPage.of(curve, none, OTHER));

    RunData promises = Sample.promises().build();
    Judgement judged = Judge.judge(promises, ClaimsFile.load("durability"));
    assertSameFacts(RunPage.of(promises, judged), RunPage.of(promises, judged, OTHER));

    Trends trends = Trends.of(Made.stepped(5, 3), Trends.ALPHA);
    assertSameFacts(HistoryPage.of(trends, "q"), HistoryPage.of(trends, "q", OTHER));
    assertSameFacts(
        HistoryPage.brief(trends, "q", Wording.USUAL), HistoryPage.brief(trends, "q", OTHER));

    for (Settings settings : List.of(Settings.defaults(), MadeSettings.gate())) {
      Comparison comparison = comparison(settings);
      assertSameFacts(
          ComparisonPage.of(comparison, Wording.USUAL), ComparisonPage.of(comparison, OTHER));
      // How many rows fit depends on the words.
      assertThat(
              phrasesIn(TextWriter.write(ComparisonPage.brief(comparison, OTHER), 10_000, false)))
          .isEmpty();
    }
  }

  private static void assertSameFacts(Page usual, Page other) {
    assertThat(facts(other)).isEqualTo(facts(usual));
    // Every phrase went through the wording, or this test would show nothing.
    assertThat(phrasesIn(TextWriter.write(usual, 10_000, false))).isNotEmpty();
    for (String text :
        List.of(
            TextWriter.write(other, 10_000, false).replace('\n', ' '),
            MarkdownWriter.write(other).replace("\\", ""))) {
      assertThat(phrasesIn(text)).isEmpty();
    }
  }

  /**
   * What a page shows but for its words: its parts, how many rows and cells they have, the signs at
   * figures, and every answer that has a tone. The headline is words alone.
   */
  private static List<String> facts(Page page) {
    return Shown.blocks(page.blocks())
        .filter(block -> !(block instanceof Block.Headline))
        .map(RewordedTest::facts)
        .toList();
  }

  private static String facts(Block block) {
    if (block instanceof Block.Alert alert) {
      return "alert " + alert.tone() + " " + alert.items().texts().size();
    } else if (block instanceof Block.Section section) {
      return "section " + section.id();
    } else if (block instanceof Block.Entries entries) {
      return "entries "
          + entries.entries().stream().map(entry -> entry.texts().size() + entry.anchor()).toList();
    } else if (block instanceof Table table) {
      return "table " + table.rows().stream().map(RewordedTest::facts).toList();
    }
    return block.getClass().getSimpleName();
  }

  private static String facts(Table.Row row) {
    StringBuilder facts = new StringBuilder("\n");
    for (Table.Cell cell : row.cells()) {
      facts.append(" [").append(cell.span()).append(cell.sign());
      cell.lines().forEach(line -> facts.append(answers(line)));
      facts.append(']');
    }
    row.below()
        .forEach(
            below ->
                below
                    .cells()
                    .forEach((at, text) -> facts.append(below.label() + at + answers(text))));
    return facts.toString();
  }

  private static String answers(Text text) {
    return text.spans().stream()
        .filter(span -> Set.of(Tone.GOOD, Tone.BAD, Tone.OPEN).contains(span.tone()))
        .map(Text.Span::words)
        .collect(Collectors.joining(" ", " ", ""));
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

  private Comparison comparison(Settings settings) throws IOException {
    Path base =
        MadeRun.write(run("valid"), folder.resolve("base" + settings.gate().isPresent())).path();
    Path changed =
        MadeRun.write(run("missed"), folder.resolve("new" + settings.gate().isPresent())).path();
    return Compare.of(List.of(base.toString(), changed.toString()), settings);
  }

  @Test
  void aGateIsDecidedByFactsAlone() throws IOException {
    Comparison comparison = comparison(Settings.defaults());

    assertThat(comparison.omitted()).isNotEmpty();
    assertThat(
            comparison.omitted().stream()
                .map(new ComparisonWords(OTHER)::reason)
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
    return Arrays.stream(VALUE.split(phrase.text())).filter(part -> part.length() > 18);
  }
}
