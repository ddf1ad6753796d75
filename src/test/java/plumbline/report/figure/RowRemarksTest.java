package plumbline.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import plumbline.report.words.Wording;
import plumbline.result.Metric;
import plumbline.result.Row;
import plumbline.result.Series;
import plumbline.testing.MadeRound;
import plumbline.testing.MadeRows;
import plumbline.testing.MadeSeries;

/** Few remarks that leave nothing out. */
class RowRemarksTest {
  private static final Series SERIES = MadeSeries.paced("RedisPacedBenchmark.get", 5_000);

  private final RowRemarks remarks = new RowRemarks(Wording.USUAL);

  private void add(Metric metric, int round, String reason) {
    MadeRows rows = new MadeRows();
    Row row =
        (round == 0 ? rows.merged(SERIES, metric, 1) : rows.value(SERIES, round, metric, 1))
            .rows()
            .get(0);
    remarks.add(MadeRows.with(row, false, reason));
  }

  @Test
  void rowsThatDifferInNumbersShareARemarkWithTheirRange() {
    add(Metric.P99, 1, "schedule lag explains 46 % of it");
    add(Metric.P99, 3, "schedule lag explains 51 % of it");
    add(Metric.P99, 0, "schedule lag explains 41 % of it");

    assertThat(remarks.lines())
        .containsExactly(
            "p99 in 2 rounds and over all rounds: schedule lag explains 41 to 51 % of it");
  }

  @Test
  void oneRowSaysWhichRound() {
    add(Metric.P99, 4, "schedule lag explains 46 % of it");
    add(Metric.P90, 4, "schedule lag explains 13 % of it");

    assertThat(remarks.lines())
        .containsExactly("p90 and p99 in round 4: schedule lag explains 13 to 46 % of it");
  }

  @Test
  void anotherReasonIsAnotherRemarkAndTheSameReasonIsNot() {
    add(Metric.P99, 1, "schedule lag explains 46 % of it");
    add(
        Metric.P99,
        2,
        "schedule lag explains 46 % of it; garbage collection in the client explains 13 % of it");
    add(Metric.P90, 3, "schedule lag explains 46 % of it");

    assertThat(remarks.lines())
        .containsExactly(
            "p90 and p99 in up to 2 rounds: schedule lag explains 46 % of it",
            "p99 in round 2: garbage collection in the client explains 13 % of it");
  }

  @Test
  void roundsThatAreInvalidForTheSameReasonShareARemark() {
    addInvalid(1, "97.68 % of the target rate was achieved");
    addInvalid(2, "1,204 of 10,000 operations were lost; 9.50 % of the target rate was achieved");
    addInvalid(3, "92.92 % of the target rate was achieved");
    add(Metric.P50, 3, "92.92 % of the target rate was achieved");

    assertThat(remarks.lines())
        .containsExactly(
            "Rounds 1 and 3 are invalid: 92.92 to 97.68 % of the target rate was achieved",
            "Round 2 is invalid: 1,204 of 10,000 operations were lost; 9.50 % of the target rate"
                + " was achieved");
  }

  private void addInvalid(int number, String reason) {
    remarks.add(new MadeRound(SERIES, number).failed(reason).build());
  }
}
