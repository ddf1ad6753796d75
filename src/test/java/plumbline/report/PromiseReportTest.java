package plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import plumbline.report.page.HtmlWriter;

/** Systems at the same promise, and claims by regime, in every format. */
class PromiseReportTest {
  @Test
  void everyFigureStandsUnderThePromiseThatItsServerGives() {
    PromiseTable table = Sample.PROMISES.model().promises().orElseThrow();

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
    ReportModel model = Sample.COMPLETE.model();
    assertThat(model.promises()).isEmpty();
    assertThat(model.matrix()).isEmpty();
  }

  @Test
  void theHtmlReportHasBothTables() {
    assertThat(HtmlWriter.write(Sample.PROMISES.page()))
        .contains("Claims by regime", "At the same promise", "has no such mode: its log is a file");
  }
}
