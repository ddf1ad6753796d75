package plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.claim.ClaimsFile;
import plumbline.claim.Judge;
import plumbline.claim.Judgement;
import plumbline.claim.JudgementFile;
import plumbline.compare.Compare;
import plumbline.compare.Settings;
import plumbline.report.SelfTestText;
import plumbline.report.TextReport;
import plumbline.result.RunData;
import plumbline.result.RunDirectory;
import plumbline.run.BenchmarkCatalog;

/** What the README shows is what the program does. */
class ReadmeTest {
  private static final Path BASE = Path.of(System.getProperty("plumbline.basedir", "."));
  private static final Path REFERENCE = BASE.resolve("results/reference");

  @TempDir private Path folder;

  private static String readme() throws IOException {
    return Files.readString(BASE.resolve("README.md"));
  }

  @Test
  void theSampleComesFromTheReferenceRun() throws IOException {
    RunDirectory directory = RunDirectory.open(REFERENCE);
    String report =
        TextReport.render(
            directory.load(), JudgementFile.read(directory.verdictsJson()), 80, false);
    Matcher sample =
        Pattern.compile(
                "<!-- sample: begin -->\n```text\n(.*?)```\n<!-- sample: end -->", Pattern.DOTALL)
            .matcher(readme());

    assertThat(sample.find()).isTrue();
    assertThat(sample.group(1).lines().count()).isGreaterThan(20);
    assertThat(report).startsWith(sample.group(1));
  }

  @Test
  void theReferenceRunIsCompleteAndJudgedByTheClaimsAsTheyAre() {
    RunDirectory directory = RunDirectory.open(REFERENCE);
    RunData data = directory.load();
    Judgement stored = JudgementFile.read(directory.verdictsJson());

    assertThat(data.manifest().isComplete()).isTrue();
    assertThat(Judge.judge(data, ClaimsFile.load(BASE.resolve("benchmarks/claims/article.yaml"))))
        .usingRecursiveComparison()
        .ignoringFields("claimsFile")
        .isEqualTo(stored);
  }

  @Test
  void theExampleOfAClaimIsOne() throws IOException {
    Matcher yaml = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(readme());
    assertThat(yaml.find()).isTrue();
    Path file = Files.writeString(folder.resolve("mine.yaml"), yaml.group(1));

    Judgement judgement = Judge.judge(RunDirectory.open(REFERENCE).load(), ClaimsFile.load(file));

    assertThat(judgement.verdicts()).hasSize(1);
  }

  @Test
  void theJobToCopyIsTheOneThatRunsHere() throws IOException {
    Matcher job =
        Pattern.compile(
                "<!-- job: begin -->\n```yaml\n.*?jobs:\n(.*?)```\n<!-- job: end -->",
                Pattern.DOTALL)
            .matcher(readme());

    assertThat(job.find()).isTrue();
    assertThat(job.group(1)).contains(".ci/alternate").contains("compare ");
    assertThat(Files.readString(BASE.resolve(".github/workflows/plumbline.yml")))
        .contains(job.group(1));
  }

  @Test
  void theSelfTestIsThatOfTheRoundsBesideTheTests() throws Exception {
    Path rounds =
        Path.of(ReadmeTest.class.getResource("/plumbline/compare/quick-20-rounds.csv").toURI());
    Settings gate =
        new Settings(
            Settings.GATE_ALPHA,
            Settings.MIN_EFFECT,
            Set.of(),
            Optional.empty(),
            Settings.Sort.NAME,
            Optional.empty());

    assertThat(readme())
        .contains(
            "<!-- self-test: begin -->\n```text\n"
                + SelfTestText.render(Compare.selfTest(List.of(rounds.toString()), gate, 1_000, 1))
                + "```\n<!-- self-test: end -->");
  }

  @Test
  void whatOnlyNamesIsThere() throws IOException {
    Matcher only = Pattern.compile("--only (\\w+)").matcher(readme());
    List<String> names =
        BenchmarkCatalog.load().entries().stream().map(BenchmarkCatalog.Entry::name).toList();
    while (only.find()) {
      Pattern pattern = Pattern.compile(only.group(1));
      assertThat(names).anyMatch(name -> pattern.matcher(name).find());
    }
  }
}
