package plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import plumbline.claim.Judgement;
import plumbline.report.limit.Limits;
import plumbline.report.page.Block;
import plumbline.report.page.Page;
import plumbline.report.page.Table;
import plumbline.report.page.Table.Row;
import plumbline.report.page.TextWriter;
import plumbline.report.run.RunPage;
import plumbline.report.words.Wording;
import plumbline.result.Metric;
import plumbline.result.RunData;
import plumbline.result.RunManifest;
import plumbline.result.RunManifest.WarmUp;
import plumbline.result.Series;
import plumbline.result.Units;
import plumbline.testing.MadeRows;
import plumbline.testing.MadeRun;
import plumbline.testing.MadeSeries;

class RunPageTest {
  private static final Judgement NOTHING = new Judgement("none", List.of());
  private static final Page COMPLETE = Sample.COMPLETE.page();

  private static String figure(Page page, String operation, String regime, String column) {
    return Shown.cell(Shown.table(page, "figures"), Shown.row(page, operation, regime), column);
  }

  private static Map<String, String> outcomes(Page page, String operation, String regime) {
    Map<String, String> outcomes = new TreeMap<>();
    for (Table.Below below : Shown.row(page, operation, regime).below()) {
      below
          .cells()
          .forEach((metric, text) -> outcomes.put(below.label() + " " + metric, Shown.words(text)));
    }
    return outcomes;
  }

  private static String alert(Page page) {
    return Shown.words(((Block.Alert) page.blocks().get(0)).text());
  }

  @Test
  void aVerdictStandsOnTheLineOfItsOwnRegime() {
    assertThat(outcomes(COMPLETE, "Kafka round trip", "acks=all lingerMs=0"))
        .containsEntry("kafka-milliseconds p50", "REFUTED (385 µs, 2.6 times below 1 ms)")
        .containsEntry("kafka-milliseconds p99", "HOLDS (2.01 ms, 2 times above 1 ms)")
        .allSatisfy((key, outcome) -> assertThat(key).startsWith("kafka-milliseconds "));
    assertThat(Shown.row(COMPLETE, "Redis INCR", "lettuce-core").below())
        .extracting(Table.Below::label)
        .doesNotHaveDuplicates()
        .hasSize(2);
    assertThat(outcomes(COMPLETE, "Kafka ack", "acks=all lingerMs=0")).isEmpty();
  }

  @Test
  void everyLineOfForksWithAProfilerIsMarkedButNoneOfATool() {
    Series tool = MadeSeries.of("RedisWireBenchmark.get", "tool=redis-benchmark");
    RunData data =
        new MadeRun()
            .add(tool, 50, 1, 10_000)
            .handedOn(new RunManifest.HandedOn(List.of("gc"), List.of("-Xint")))
            .build();
    Page page = RunPage.of(data, NOTHING);

    assertThat(alert(page))
        .isEqualTo("Measured with -prof gc -Xint: these figures stand beside none without it");
    assertThat(Shown.table(page, "figures").rows())
        .hasSizeGreaterThan(3)
        .anyMatch(row -> Shown.words(row.label()).contains("tool="))
        .allSatisfy(
            row ->
                assertThat(Shown.words(row.label()).contains("[1]"))
                    .isEqualTo(!Shown.words(row.label()).contains("tool=")));
    assertThat(TextWriter.write(page, 80, false))
        .containsPattern("\\[1] +measured with -prof gc -Xint\n");
  }

  @Test
  void everyVerdictIsShownWithARegime() {
    List<Row> rows =
        Shown.blocks(Shown.section(COMPLETE, "verdicts").orElseThrow().blocks())
            .filter(Table.class::isInstance)
            .flatMap(table -> ((Table) table).rows().stream())
            .toList();
    assertThat(rows)
        .allSatisfy(row -> assertThat(Shown.words(row.label())).matches(".+, .+"))
        .extracting(row -> row.cells().stream().mapToInt(cell -> cell.lines().size()).sum() / 2)
        .satisfies(
            sizes ->
                assertThat(sizes.stream().mapToInt(Integer::intValue).sum())
                    .isEqualTo(Sample.COMPLETE.judgement().verdicts().size()));
  }

  @Test
  void aPercentileWithTooFewSamplesIsADash() {
    assertThat(figure(COMPLETE, "Kafka round trip", "acks=all lingerMs=5", "p99.9")).isEqualTo("-");
  }

  @Test
  void aFigureBelowThePausesAtItsPercentileIsMarkedAsThePlatforms() {
    assertThat(figure(COMPLETE, "Redis GET", "lettuce-core", "p50")).endsWith("µs");
    assertThat(figure(COMPLETE, "Redis GET", "lettuce-core", "p99")).endsWith("µs*");
  }

  @Test
  void anInvalidRoundIsCountedOutAndExplained() {
    Page page = Sample.FAILED.page();
    assertThat(figure(page, "Kafka round trip", "acks=all lingerMs=0", "rounds")).isEqualTo("4/5");
    assertThat(Shown.words(Shown.row(page, "Kafka round trip", "acks=all lingerMs=0").label()))
        .endsWith(" [1]");
    assertThat(Shown.entry(page, "figures", "[1]"))
        .startsWith("Round 4 is invalid: the broker ended");
    assertThat(alert(page)).startsWith("FAILED RUN");
  }

  @Test
  void aMergedFigureThatIsNotValidIsFlaggedWithItsReason() {
    RunData data = Sample.COMPLETE.data();
    List<plumbline.result.Row> rows =
        data.rows().stream()
            .map(
                row ->
                    row.isMerged()
                            && row.metric() == Metric.P99
                            && row.series().benchmark().equals("RedisGetBenchmark.get")
                        ? MadeRows.with(row, false, "the rate was missed")
                        : row)
            .toList();
    RunData changed = new RunData(data.manifest(), rows, data.rounds());
    Page page = RunPage.of(changed, Sample.COMPLETE.judgement());
    assertThat(figure(page, "Redis GET", "lettuce-core", "p99")).endsWith("!");
    assertThat(Shown.entries(Shown.section(page, "figures").orElseThrow()))
        .extracting(entry -> Shown.words(entry.texts().get(0)))
        .contains("p99 over all rounds: the rate was missed");
    assertThat(TextWriter.write(page, 80, false))
        .contains("  !    not valid, see the note of its line.");
  }

  @Test
  void aKilledRunIsReadFromItsHistograms() {
    Page killed = Sample.KILLED.page();
    assertThat(alert(killed)).startsWith("INCOMPLETE RUN").contains("2 of 5");
    assertThat(figure(killed, "Redis GET", "lettuce-core", "rounds")).isEqualTo("2/5");
    assertThat(figure(killed, "Redis GET", "lettuce-core", "p50")).endsWith("µs");
  }

  @Test
  void theClientsShareIsTheLibraryLessTheBareSocket() {
    assertThat(Shown.entry(COMPLETE, "limits", "Client share"))
        .contains("Redis GET at p50: 66.0 µs with lettuce-core, 33.2 µs over a bare socket.")
        .contains("The client is 32.2 µs of it, 49 % (rounds: 30.8 µs to 35.1 µs).");
  }

  @Test
  void onlyADriftOfMoreThanATenthIsNamed() {
    assertThat(Shown.entry(COMPLETE, "limits", "Drift"))
        .contains("Kafka round trip, acks=1 lingerMs=0")
        .doesNotContain("Redis");
    assertThat(Shown.entry(Sample.KILLED.page(), "limits", "Drift")).startsWith("No p50 moved");
  }

  @Test
  void aBrokerThatDidNotSettleIsSaidSo() {
    assertThat(Shown.entry(COMPLETE, "limits", "Server warm-up")).contains("settled after 38 s");
    WarmUp restless = new WarmUp("a rule", false, Duration.ofSeconds(60), 9_000, List.of());
    assertThat(Limits.warmUp(restless, Wording.USUAL).replace(Units.NO_BREAK, ' '))
        .isEqualTo("did NOT settle within 1 min and 9,000 operations (rule: a rule).");
  }

  /** Rows of a rate alone: nothing is said of a lag or a service time that nobody recorded. */
  @Test
  void aRateWithoutHistogramsOfLagIsSaidAlone() {
    Series series = MadeSeries.paced("RedisPacedBenchmark.get", 5_000);
    RunData data = new MadeRows().merged(series, Metric.RATE_ACHIEVED, 99.5).run();
    assertThat(Shown.entry(RunPage.of(data, NOTHING), "limits", "Load generator"))
        .endsWith(
            ": 99.50 % of the rate; the figures of the table count from when an operation was due.");
    RunData late =
        new MadeRows()
            .merged(series, Metric.RATE_ACHIEVED, 99.5)
            .merged(series, Metric.LAG_P99, 12)
            .merged(series, Metric.SERVICE_P99, 80)
            .run();
    assertThat(Shown.entry(RunPage.of(late, NOTHING), "limits", "Load generator"))
        .contains("; sent late by p99 12.0 µs; the")
        .endsWith(" when it was sent: p99 80.0 µs.");
  }

  @Test
  void whatTheTimeOfARoundTripLeavesOutIsSaid() {
    RunData data =
        new MadeRows()
            .merged(MadeSeries.ROUND_TRIP, Metric.ACK_GAP_P50, 0.2)
            .merged(MadeSeries.ROUND_TRIP, Metric.ACK_GAP_MAX, 22_000)
            .run();
    assertThat(Shown.entry(RunPage.of(data, NOTHING), "limits", "Acknowledgement"))
        .endsWith(
            ": the acknowledgement came later than the record, which its time leaves out: p50"
                + " 200 ns, at most 22.0 ms.");
  }
}
