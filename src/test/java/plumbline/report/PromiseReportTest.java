package plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import plumbline.claim.ClaimsFile;
import plumbline.claim.Judge;
import plumbline.report.page.HtmlWriter;
import plumbline.report.page.Page;
import plumbline.report.run.RunPage;
import plumbline.result.Promise;
import plumbline.result.RunData;
import plumbline.result.RunManifest;
import plumbline.result.SystemFacts;
import plumbline.result.Topic;
import plumbline.testing.MadeManifest;

/** Systems at the same promise, and claims by regime, in every format. */
class PromiseReportTest {
  /** The rows of the table, in words. */
  private static List<String> rows(Page page) {
    return Shown.table(page, "promises").rows().stream()
        .map(
            row ->
                row.groups().stream().map(Shown::words).collect(Collectors.joining(": "))
                    + ": "
                    + Shown.words(row.label()))
        .toList();
  }

  @Test
  void everyFigureStandsUnderThePromiseThatItsServerGives() {
    Page page = Sample.PROMISES.page();
    String write = ": write, 1 in flight (service time): ";
    String delivery = ": delivery, 200 ops/s (response time): ";

    assertThat(rows(page))
        .filteredOn(row -> row.startsWith("in memory only" + write))
        .hasSize(2)
        .first(InstanceOfAssertFactories.STRING)
        .contains("Kafka has no such mode");
    assertThat(rows(page))
        .contains("in memory only" + write + "Redis XADD")
        .contains("acknowledged and on disk" + delivery + "Kafka has no valid round")
        .filteredOn(row -> row.startsWith("acknowledged and on disk" + delivery + "Redis"))
        .hasSize(1);
    assertThat(rows(page).stream().map(row -> row.split(":")[0]).distinct())
        .containsExactly(
            "in memory only",
            "acknowledged and survives a process kill",
            "acknowledged and on disk");
    assertThat(Shown.entry(page, "promises", "on one node")).startsWith("There is no replica");
  }

  @Test
  void aRunThatComparesNoPromisesHasNoSuchTable() {
    Page page = Sample.COMPLETE.page();
    assertThat(Shown.section(page, "promises")).isEmpty();
    assertThat(Shown.section(page, "matrix")).isEmpty();
  }

  @Test
  void theHtmlReportHasBothTables() {
    assertThat(HtmlWriter.write(Sample.PROMISES.page()))
        .contains("Claims by regime", "At the same promise", "has no such mode: its log is a file");
  }

  private static Page page(UnaryOperator<RunManifest.Server> change) {
    RunData run = Sample.promises().servers(change).build();
    return RunPage.of(run, Judge.judge(run, ClaimsFile.load("durability")));
  }

  private static Stream<String> notes(Page page) {
    return Shown.entries(Shown.section(page, "promises").orElseThrow())
        .flatMap(note -> note.texts().stream())
        .map(Shown::words);
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
    Page page =
        page(
            server ->
                server.system().equals("redis")
                    ? server
                    : MadeManifest.with(server, Optional.of(facts)));

    assertThat(rows(page))
        .contains(
            "in memory only: write, 1 in flight (service time): KraftMQ forgets nothing",
            "acknowledged and survives a process kill: write, 1 in flight (service time): KraftMQ"
                + " ack acks=all lingerMs=0");
    assertThat(notes(page))
        .contains("KraftMQ has a disk of its own.", "KraftMQ is alone.")
        .noneMatch(note -> note.contains("Kafka"));
  }

  @Test
  void aRunThatSaysNothingOfItsSystemsIsShownWithoutRemarks() {
    Page page = page(server -> MadeManifest.with(server, Optional.empty()));

    assertThat(rows(page))
        .contains(
            "in memory only: write, 1 in flight (service time): Kafka was not measured",
            "acknowledged and survives a process kill: write, 1 in flight (service time): Redis"
                + " XADD persistence=no");
    assertThat(notes(page)).noneMatch(note -> note.contains("Redis") || note.contains("Kafka"));
  }
}
