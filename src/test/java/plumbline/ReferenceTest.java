package plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.claim.ClaimsFile;
import plumbline.claim.Judge;
import plumbline.claim.Judgement;
import plumbline.claim.JudgementFile;
import plumbline.result.RunData;
import plumbline.result.RunManifest;
import plumbline.result.file.RunDirectory;
import plumbline.testing.Golden;

/** The runs that README and manual show are of one commit and one machine, and judged as now. */
class ReferenceTest {
  private static final String WHOLE = "quick";

  private static final Path BASE = Path.of(System.getProperty("plumbline.basedir", "."));

  /** The committed runs: a folder for each plan. */
  static List<Path> runs() throws IOException {
    try (Stream<Path> folders = Files.list(BASE.resolve("results/reference"))) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static RunManifest manifest(Path folder) {
    return RunDirectory.manifest(folder.resolve("run.json"));
  }

  @Test
  void theyAreOfOneCommitWithoutChangesAndOfOneMachine() throws IOException {
    assertThat(runs()).isNotEmpty();
    assertThat(runs().stream().map(folder -> manifest(folder).git()).distinct())
        .singleElement()
        .satisfies(
            git ->
                assertThat(git).hasValueSatisfying(found -> assertThat(found.dirty()).isFalse()));
    assertThat(runs().stream().map(folder -> manifest(folder).environment().host()).distinct())
        .hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("runs")
  void eachIsACompleteRunOfThePlanThatItsFolderNames(Path folder) {
    RunManifest manifest = manifest(folder);
    assertThat(manifest.plan().name()).isEqualTo(folder.getFileName().toString());
    assertThat(manifest.isComplete()).isTrue();
  }

  /** The README shows that of quick, which is kept whole. */
  @ParameterizedTest
  @MethodSource("runs")
  void theManualShowsWhatTheOthersPrinted(Path folder) {
    String plan = folder.getFileName().toString();
    if (!plan.equals(WHOLE)) {
      Golden.assertShown(
          "src/site/markdown/samples.md",
          plan,
          Golden.terminal(Golden.read(folder.resolve("printed.txt"))));
    }
  }

  @Test
  void theWholeOneIsJudgedByTheClaimsAsTheyAre() {
    RunDirectory directory = RunDirectory.open(BASE.resolve("results/reference/" + WHOLE));
    RunData run = directory.load();
    Judgement stored = JudgementFile.read(directory.verdictsJson(), run);
    Judgement now = Judge.judge(run, ClaimsFile.load(run.manifest().plan().claims().orElseThrow()));

    assertThat(outcomes(now)).isEqualTo(outcomes(stored));
  }

  private static List<String> outcomes(Judgement judgement) {
    return judgement.verdicts().stream()
        .map(verdict -> verdict.claim() + " " + verdict.metric() + " " + verdict.outcome())
        .toList();
  }
}
