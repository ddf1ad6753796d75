package plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import plumbline.claim.Judgement;
import plumbline.claim.Outcome;
import plumbline.report.ReportModel.Figure;
import plumbline.report.ReportModel.Line;
import plumbline.report.ReportModel.Mark;
import plumbline.report.page.TextWriter;
import plumbline.report.run.RunPage;
import plumbline.result.Metric;
import plumbline.result.Row;
import plumbline.result.RunData;
import plumbline.result.RunManifest.WarmUp;
import plumbline.result.Units;
import plumbline.testing.MadeRows;

class ReportModelTest {

  private static Line line(ReportModel model, String operation, String regime) {
    return model.lines().stream()
        .filter(line -> line.operation().equals(operation) && line.regime().equals(regime))
        .findFirst()
        .orElseThrow();
  }

  private static String limit(ReportModel model, String title) {
    return model.limits().stream()
        .filter(limit -> limit.title().equals(title))
        .map(limit -> String.join(" ", limit.texts()).replace(Units.NO_BREAK, ' '))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aVerdictStandsOnTheLineOfItsOwnRegime() {
    ReportModel model = Sample.COMPLETE.model();
    assertThat(line(model, "Kafka round trip", "acks=all lingerMs=0").verdicts())
        .singleElement()
        .satisfies(
            verdict -> {
              assertThat(verdict.claim()).isEqualTo("kafka-milliseconds");
              assertThat(verdict.outcomes())
                  .containsEntry(Metric.P50, Outcome.REFUTED)
                  .containsEntry(Metric.P99, Outcome.HOLDS);
            });
    assertThat(line(model, "Redis INCR", "lettuce-core").verdicts()).hasSize(2);
    assertThat(line(model, "Kafka ack", "acks=all lingerMs=0").verdicts()).isEmpty();
  }

  @Test
  void everyVerdictIsShownWithARegime() {
    Judgement judgement = Sample.COMPLETE.judgement();
    ReportModel model = Sample.COMPLETE.model();
    assertThat(model.claims().stream().flatMap(claim -> claim.regimes().stream()))
        .allSatisfy(regime -> assertThat(regime.regime()).isNotBlank())
        .extracting(regime -> regime.verdicts().size())
        .satisfies(
            sizes ->
                assertThat(sizes.stream().mapToInt(Integer::intValue).sum())
                    .isEqualTo(judgement.verdicts().size()));
  }

  @Test
  void aPercentileWithTooFewSamplesIsADash() {
    Figure figure =
        line(Sample.COMPLETE.model(), "Kafka round trip", "acks=all lingerMs=5")
            .figure(Metric.P99_9);
    assertThat(figure).isEqualTo(new Figure("-", Mark.NONE));
  }

  @Test
  void aFigureBelowThePausesAtItsPercentileIsMarkedAsThePlatforms() {
    Line line = line(Sample.COMPLETE.model(), "Redis GET", "lettuce-core");
    assertThat(line.figure(Metric.P50).mark()).isEqualTo(Mark.NONE);
    assertThat(line.figure(Metric.P99).mark()).isEqualTo(Mark.PLATFORM);
  }

  @Test
  void anInvalidRoundIsCountedOutAndExplained() {
    ReportModel model = Sample.FAILED.model();
    Line line = line(model, "Kafka round trip", "acks=all lingerMs=0");
    assertThat(line.rounds()).isEqualTo("4/5");
    assertThat(line.notes()).containsExactly(1);
    assertThat(model.footnotes().get(0)).startsWith("Round 4 is invalid: the broker ended");
    assertThat(model.warning().orElseThrow()).startsWith("FAILED RUN");
  }

  @Test
  void aMergedFigureThatIsNotValidIsFlaggedWithItsReason() {
    RunData data = Sample.COMPLETE.data();
    List<Row> rows =
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
    ReportModel model = ReportModel.of(changed, Sample.COMPLETE.judgement());
    Line line = line(model, "Redis GET", "lettuce-core");
    assertThat(line.figure(Metric.P99).mark()).isEqualTo(Mark.INVALID);
    assertThat(model.footnotes()).contains("p99 over all rounds: the rate was missed");
    assertThat(TextWriter.write(RunPage.of(changed, Sample.COMPLETE.judgement()), 80, false))
        .contains("  !    not valid, see the note of its line.");
  }

  @Test
  void aKilledRunIsReadFromItsHistograms() {
    ReportModel killed = Sample.KILLED.model();
    assertThat(killed.warning().orElseThrow()).startsWith("INCOMPLETE RUN").contains("2 of 5");
    Line line = line(killed, "Redis GET", "lettuce-core");
    assertThat(line.rounds()).isEqualTo("2/5");
    assertThat(line.figure(Metric.P50).text()).endsWith("µs");
  }

  @Test
  void theClientsShareIsTheLibraryLessTheBareSocket() {
    assertThat(limit(Sample.COMPLETE.model(), "Client share"))
        .contains("Redis GET at p50: 65.5 µs with lettuce-core, 33.2 µs over a bare socket.")
        .contains("The client's share is 32.4 µs (49 %).");
  }

  @Test
  void onlyADriftOfMoreThanATenthIsNamed() {
    assertThat(limit(Sample.COMPLETE.model(), "Drift"))
        .contains("Kafka round trip, acks=1 lingerMs=0")
        .doesNotContain("Redis");
    assertThat(limit(Sample.KILLED.model(), "Drift")).startsWith("No p50 moved");
  }

  @Test
  void aBrokerThatDidNotSettleIsSaidSo() {
    assertThat(limit(Sample.COMPLETE.model(), "Server warm-up")).contains("settled after 38 s");
    WarmUp restless = new WarmUp("a rule", false, Duration.ofSeconds(60), 9_000, List.of());
    assertThat(Limits.warmUp(restless).replace(Units.NO_BREAK, ' '))
        .isEqualTo("did NOT settle within 1 min and 9,000 operations (rule: a rule).");
  }
}
