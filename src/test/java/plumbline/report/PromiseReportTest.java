package plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.claim.ClaimsFile;
import plumbline.claim.Judge;
import plumbline.claim.Judgement;
import plumbline.result.RunData;
import plumbline.testing.Golden;

/** Systems at the same promise, and claims by regime, in every format. */
class PromiseReportTest {
  @TempDir private Path scratch;

  private final RunData data = Sample.promises().data();
  private final Judgement judgement = Judge.judge(data, ClaimsFile.load("durability"));

  @Test
  void saysWhatItSaidWhenItWasLookedAt() throws IOException {
    Golden.assertSame("report/promises.txt", TextReport.render(data, judgement, 80, false));
    Golden.assertSame("report/promises.md", MarkdownReport.render(data, judgement));
  }

  @Test
  void noLineIsLongerThanEightyColumnsAndColourAddsNothingElse() {
    String plain = TextReport.render(data, judgement, 80, false);
    assertThat(plain.lines())
        .allSatisfy(
            line -> assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(80));
    assertThat(TextReport.render(data, judgement, 80, true).replaceAll("\u001b\\[[0-9;]*m", ""))
        .isEqualTo(plain);
  }

  @Test
  void everyFigureStandsUnderThePromiseThatItsServerGives() {
    PromiseTable table = ReportModel.of(data, judgement).promises().orElseThrow();

    assertThat(table.systems()).containsExactly("Kafka", "Redis");
    assertThat(table.groups())
        .extracting(PromiseTable.Group::promise)
        .containsExactly(
            "in memory only",
            "acknowledged and survives a process kill",
            "acknowledged and on disk");
    PromiseTable.Line memory = table.groups().get(0).lines().get(0);
    assertThat(memory.kind()).isEqualTo("write, 1 in flight (service time)");
    assertThat(memory.cells().get(0).figures()).isEmpty();
    assertThat(memory.cells().get(0).absence()).startsWith("has no such mode");
    assertThat(memory.cells().get(1).figures())
        .extracting(PromiseTable.Measured::operation)
        .containsExactly("XADD");
    PromiseTable.Line disk = table.groups().get(2).lines().get(1);
    assertThat(disk.kind()).isEqualTo("delivery, 200 ops/s (response time)");
    assertThat(disk.cells().get(0).absence()).isEqualTo("has no valid round");
    assertThat(disk.cells().get(1).figures()).hasSize(1);
    assertThat(table.notes()).extracting(ReportModel.Entry::title).contains("on one node");
  }

  @Test
  void aRunThatComparesNoPromisesHasNoSuchTable() {
    ReportModel model =
        ReportModel.of(Sample.complete().data(), SampleJudgement.of(Sample.complete()));
    assertThat(model.promises()).isEmpty();
    assertThat(model.matrix()).isEmpty();
  }

  @Test
  void theHtmlReportHasBothTablesAndOpensWithoutAnError() throws Exception {
    Path page = scratch.resolve("report.html");
    Files.writeString(page, HtmlReport.render(data, judgement));
    Chromium.Visit visit = Chromium.open(page, scratch);

    assertThat(visit.console()).isEmpty();
    assertThat(visit.requests()).isEmpty();
    assertThat(visit.dom())
        .contains("Claims by regime", "At the same promise", "has no such mode: its log is a file");
  }
}
