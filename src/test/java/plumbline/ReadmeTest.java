package plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.claim.ClaimsFile;
import plumbline.claim.Judge;
import plumbline.claim.Judgement;
import plumbline.claim.JudgementFile;
import plumbline.compare.Compare;
import plumbline.report.compare.SelfTestPage;
import plumbline.report.page.TextWriter;
import plumbline.report.run.BriefPage;
import plumbline.result.RunData;
import plumbline.result.file.RunDirectory;
import plumbline.run.plan.BenchmarkCatalog;
import plumbline.testing.Golden;
import plumbline.testing.MadeRun;
import plumbline.testing.MadeSettings;

/** What the README shows is what the program does. */
class ReadmeTest {
  private static final Path BASE = Path.of(System.getProperty("plumbline.basedir", "."));
  private static final Path REFERENCE = BASE.resolve("results/reference");

  private static final ClaimsFile CLAIMS =
      ClaimsFile.load(BASE.resolve("benchmarks/claims/article.yaml"));

  @TempDir private Path folder;

  private static String readme() throws IOException {
    return Files.readString(BASE.resolve("README.md"));
  }

  @Test
  void theSampleComesFromTheReferenceRun() {
    RunData run = RunDirectory.open(REFERENCE).load();
    Golden.assertShown(
        "sample", TextWriter.write(BriefPage.of(run, Judge.judge(run, CLAIMS)), 80, false));
  }

  @Test
  void theReferenceRunIsCompleteAndJudgedByTheClaimsAsTheyAre() {
    RunDirectory directory = RunDirectory.open(REFERENCE);
    RunData run = directory.load();

    assertThat(run.manifest().isComplete()).isTrue();
    assertThat(outcomes(Judge.judge(run, CLAIMS)))
        .isEqualTo(outcomes(JudgementFile.read(directory.verdictsJson(), run)));
  }

  private static List<String> outcomes(Judgement judgement) {
    return judgement.verdicts().stream()
        .map(verdict -> verdict.claim() + " " + verdict.metric() + " " + verdict.outcome())
        .toList();
  }

  @Test
  void theExampleOfAClaimIsOne() throws IOException {
    Matcher yaml = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(readme());
    assertThat(yaml.find()).isTrue();
    Path file = Files.writeString(folder.resolve("mine.yaml"), yaml.group(1));

    Judgement judgement = Judge.judge(MadeRun.quick(), ClaimsFile.load(file));

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
    Golden.assertShown(
        "self-test",
        SelfTestPage.text(
            Compare.selfTest(List.of(rounds.toString()), MadeSettings.strict(), 1_000, 1)));
  }

  @Test
  void whatOnlyNamesIsThere() throws IOException {
    List<String> patterns =
        Pattern.compile("--only (\\w+)")
            .matcher(readme())
            .results()
            .map(only -> only.group(1))
            .toList();
    List<String> names =
        BenchmarkCatalog.load().entries().stream().map(BenchmarkCatalog.Entry::name).toList();

    assertThat(patterns)
        .isNotEmpty()
        .allSatisfy(pattern -> assertThat(names).anyMatch(Pattern.compile(pattern).asPredicate()));
  }
}
