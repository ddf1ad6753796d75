package plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import plumbline.claim.ClaimsFile;
import plumbline.claim.Judge;
import plumbline.report.page.HtmlWriter;
import plumbline.result.Promise;
import plumbline.result.RunData;
import plumbline.result.RunManifest;
import plumbline.result.SystemFacts;
import plumbline.result.Topic;
import plumbline.testing.MadeManifest;

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

  private static PromiseTable table(UnaryOperator<RunManifest.Server> change) {
    RunData run = Sample.promises().servers(change).build();
    return ReportModel.of(run, Judge.judge(run, ClaimsFile.load("durability")))
        .promises()
        .orElseThrow();
  }

  private static String absence(PromiseTable table, int group, int line, int system) {
    return table.groups().get(group).lines().get(line).cells().get(system).absence();
  }

  @Test
  void aSystemThatNobodyKnowsIsShownAsItsRunSays() {
    SystemFacts facts =
        SystemFacts.of(
            "KraftMQ",
            Set.of(),
            Set.of("flushMessages"),
            Map.of(
                Topic.lacks(Promise.MEMORY),
                "forgets nothing",
                Topic.gives(Promise.DISK),
                "KraftMQ has a disk of its own.",
                Topic.ONE_NODE,
                "KraftMQ is alone."));
    PromiseTable table =
        table(
            server ->
                server.system().equals("redis")
                    ? server
                    : MadeManifest.with(server, Optional.of(facts)));

    assertThat(table.systems()).containsExactly("KraftMQ", "Redis");
    assertThat(absence(table, 0, 0, 0)).isEqualTo("forgets nothing");
    assertThat(table.groups().get(1).lines().get(0).cells().get(0).figures())
        .extracting(PromiseTable.Measured::operation)
        .containsExactly("ack acks=all lingerMs=0");
    assertThat(table.notes())
        .extracting(ReportModel.Entry::texts)
        .anySatisfy(texts -> assertThat(texts).contains("KraftMQ has a disk of its own."))
        .anySatisfy(texts -> assertThat(texts).contains("KraftMQ is alone."))
        .noneSatisfy(texts -> assertThat(texts.toString()).contains("Kafka"));
  }

  @Test
  void aRunThatSaysNothingOfItsSystemsIsShownWithoutRemarks() {
    PromiseTable table = table(server -> MadeManifest.with(server, Optional.empty()));

    assertThat(table.systems()).containsExactly("Kafka", "Redis");
    assertThat(absence(table, 0, 0, 0)).isEqualTo("was not measured");
    assertThat(table.groups().get(1).lines().get(0).cells().get(1).figures())
        .extracting(PromiseTable.Measured::operation)
        .containsExactly("XADD");
    assertThat(table.notes())
        .allSatisfy(note -> assertThat(note.texts().toString()).doesNotContain("Redis", "Kafka"));
  }
}
