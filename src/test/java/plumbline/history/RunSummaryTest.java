package plumbline.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import plumbline.problem.BadInputException;
import plumbline.result.Metric;
import plumbline.result.Row;
import plumbline.result.RunData;
import plumbline.result.Series;
import plumbline.testing.MadeRun;

class RunSummaryTest {
  private static final RunSummary.Policy LENIENT =
      new RunSummary.Policy(true, Optional.of("feature"));

  private static List<Double> rounds(RunData run, Metric metric) {
    return run.rows().stream()
        .filter(row -> !row.isMerged() && row.metric() == metric && row.valid())
        .filter(row -> row.series().tag().equals(Made.P50.benchmark()))
        .map(Row::value)
        .sorted()
        .toList();
  }

  @Test
  void aFigureIsTheMedianOverRoundsAndNotOfAllRoundsMerged() {
    RunData run = MadeRun.quick();

    Figure figure = RunSummary.of(run, RunSummary.Policy.STRICT).figures().get(Made.P50);

    List<Double> rounds = rounds(run, Metric.P50);
    assertThat(rounds).hasSize(5);
    assertThat(figure).isEqualTo(new Figure(rounds.get(2), rounds.get(0), rounds.get(4), 5));
    double merged = run.merged(series(run), Metric.P50).orElseThrow();
    assertThat(figure.median()).isNotEqualTo(merged);
  }

  private static Series series(RunData run) {
    return run.series().stream()
        .filter(series -> series.tag().equals(Made.P50.benchmark()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anIncompleteRunIsRefusedWithOneLineUnlessAllowed() {
    RunData run = new MadeRun().fail("RedisGet", 2, "a wrong answer").build();

    assertThatThrownBy(() -> RunSummary.of(run, RunSummary.Policy.STRICT))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "20260115-102030-quick: is incomplete (FAILED: a wrong answer); its figures are taken"
                + " only with --allow-incomplete");
    assertThat(RunSummary.of(run, LENIENT).branch()).isEqualTo("feature");
  }

  @Test
  void anInvalidRoundNeverGetsIn() {
    RunData run = new MadeRun().fail("RedisGet", 2, "a wrong answer").build();

    Figure figure = RunSummary.of(run, LENIENT).figures().get(Made.P50);

    List<Double> valid = rounds(run, Metric.P50);
    assertThat(valid).hasSize(4);
    assertThat(figure)
        .isEqualTo(new Figure((valid.get(1) + valid.get(2)) / 2, valid.get(0), valid.get(3), 4));
  }

  @Test
  void aBenchmarkWithoutAValidRoundHasNoFigure() {
    MadeRun runs = new MadeRun();
    for (int round = 1; round <= 5; round++) {
      runs.fail("RedisGet", round, "a wrong answer");
    }

    assertThat(RunSummary.of(runs.build(), LENIENT).figures()).doesNotContainKey(Made.P50);
  }

  @Test
  void aMetricThatSomeRoundLacksIsLeftOut() {
    RunData run = MadeRun.quick();
    List<Row> fewer =
        run.rows().stream()
            .filter(
                row ->
                    !(row.series().tag().equals(Made.P50.benchmark())
                        && row.metric() == Metric.P99_9
                        && row.round().equals(OptionalInt.of(3))))
            .toList();
    Tracked tail = new Tracked(Made.P50.benchmark(), Metric.P99_9);

    assertThat(RunSummary.of(run, RunSummary.Policy.STRICT).figures()).containsKey(tail);
    assertThat(
            RunSummary.of(
                    new RunData(run.manifest(), fewer, run.rounds()), RunSummary.Policy.STRICT)
                .figures())
        .doesNotContainKey(tail);
  }

  @Test
  void noPauseAndNoMaximumAmongTheFigures() {
    assertThat(RunSummary.of(MadeRun.quick(), RunSummary.Policy.STRICT).figures().keySet())
        .extracting(Tracked::metric)
        .doesNotContain(Metric.MAX, Metric.FAILURE)
        .noneMatch(Metric::isPause);
  }
}
