package plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import plumbline.claim.ClaimsFile;
import plumbline.claim.Judge;
import plumbline.report.page.TextWriter;
import plumbline.report.run.BriefPage;
import plumbline.result.RunData;
import plumbline.result.file.RunDirectory;
import plumbline.testing.Golden;

/** What the README shows is what the program does. */
class ReadmeTest {
  private static final Path BASE = Path.of(System.getProperty("plumbline.basedir", "."));
  private static final Path REFERENCE = BASE.resolve("results/reference/quick");

  private static final ClaimsFile CLAIMS =
      ClaimsFile.load(BASE.resolve("benchmarks/claims/article.yaml"));

  @Test
  void theSampleComesFromTheReferenceRun() {
    RunData run = RunDirectory.open(REFERENCE).load();
    Golden.assertShown(
        "README.md",
        "sample",
        Golden.terminal(TextWriter.write(BriefPage.of(run, Judge.judge(run, CLAIMS)), 80, false)));
  }

  @Test
  void itIsAPage() throws IOException {
    assertThat(Files.readAllLines(BASE.resolve("README.md"))).hasSizeLessThanOrEqualTo(160);
  }
}
