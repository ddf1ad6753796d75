package plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import plumbline.load.Load;
import plumbline.result.Counts;
import plumbline.result.Faults;
import plumbline.result.Metric;
import plumbline.result.Round;
import plumbline.result.Row;
import plumbline.result.Series;

/** Few remarks that leave nothing out. */
class RowRemarksTest {
  private static final Series SERIES =
      new Series(
          "RedisPacedBenchmark.get",
          new TreeMap<>(),
          "redis",
          "GET",
          Load.PACED,
          0,
          OptionalDouble.of(5_000),
          100);

  private final RowRemarks remarks = new RowRemarks();

  private void add(Metric metric, int round, String reason) {
    remarks.add(
        new Row(
            "run",
            Instant.EPOCH,
            "",
            "plan",
            SERIES,
            round == 0 ? OptionalInt.empty() : OptionalInt.of(round),
            metric,
            1,
            10_000,
            false,
            Faults.warnings(reason),
            Faults.rest(reason),
            "",
            Optional.empty(),
            "",
            "",
            "",
            ""));
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
    remarks.add(
        new Round(
            SERIES, number, Map.of(), Counts.none(), Double.NaN, Optional.of(Faults.of(reason))));
  }
}
