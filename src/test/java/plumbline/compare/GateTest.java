package plumbline.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.compare.Comparison.Omission;
import plumbline.problem.BadInputException;
import plumbline.problem.CannotMeasureException;
import plumbline.result.Fault;
import plumbline.result.Metric;
import plumbline.result.Series;
import plumbline.result.Warning;
import plumbline.testing.MadeRows;
import plumbline.testing.MadeSeries;
import plumbline.testing.MadeSettings;

/** When a gate holds, breaks, or cannot tell. */
class GateTest {
  private static final Series GET = MadeSeries.of("RedisGetBenchmark.get");
  private static final Series INCR = MadeSeries.of("RedisIncrBenchmark.incr");
  private static final Series ECHO = MadeSeries.of("LoopbackEchoBenchmark.echo");
  private static final double[] TEN = {100, 101, 102, 103, 104, 105, 106, 107, 108, 109};

  @TempDir private Path folder;

  private static double[] times(double factor, double... values) {
    double[] changed = values.clone();
    for (int i = 0; i < changed.length; i++) {
      // Not the same values again: ties are tested elsewhere.
      changed[i] = changed[i] * factor + 0.001;
    }
    return changed;
  }

  /** A gate compares starts of the servers, so every round is one; else all are of one start. */
  private Comparison compare(MadeRows base, MadeRows changed, Settings settings) {
    if (settings.gate().isPresent()) {
      base.starts();
      changed.starts();
    }
    return Compare.of(List.of(base.write(folder), changed.write(folder)), settings);
  }

  private Comparison compare(MadeRows base, MadeRows changed) {
    return compare(base, changed, Settings.defaults());
  }

  private static ComparedRow row(Comparison comparison, Series series, Metric metric) {
    return comparison.rows().stream()
        .filter(row -> row.figure().equals(new Figure(series, metric)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void controlsAreCorrectedAmongThemselvesAndLeaveAGateUndecided() {
    MadeRows base = new MadeRows("base", 1).values(GET, Metric.P50, TEN);
    MadeRows changed = new MadeRows("new", 1).values(GET, Metric.P50, times(1, TEN));
    base.values(ECHO, Metric.P50, TEN);
    changed.values(ECHO, Metric.P50, times(1.5, TEN));
    Comparison comparison = compare(base, changed, MadeSettings.gate());

    assertThat(comparison.power().tested()).isEqualTo(1);
    assertThat(row(comparison, ECHO, Metric.P50).verdict()).isEqualTo(Verdict.WORSE);
    assertThat(comparison.notes()).anyMatch(note -> note.contains("the machine itself differs"));
    GateOutcome outcome = comparison.gate().orElseThrow();
    assertThat(outcome.state()).isEqualTo(GateOutcome.State.UNDECIDED);
    assertThat(outcome.doubt())
        .hasValue(new GateOutcome.MachineChanged(List.of(row(comparison, ECHO, Metric.P50))));
  }

  @Test
  void gateWithoutHistoryHasNotDecided() {
    String run = new MadeRows("new", 1).values(GET, Metric.P50, TEN).write(folder);
    String missing = folder.resolve("none.csv").toString();

    assertThatThrownBy(() -> Compare.of(List.of(missing, run), MadeSettings.gate()))
        .isInstanceOf(CannotMeasureException.class)
        .hasMessageContaining("none.csv");
    assertThatThrownBy(() -> Compare.of(List.of(folder + "/x*.csv", run), MadeSettings.gate()))
        .isInstanceOf(CannotMeasureException.class)
        .hasMessageContaining("nothing matches");
    assertThatThrownBy(() -> Compare.of(List.of(missing, run), Settings.defaults()))
        .isInstanceOf(BadInputException.class);
  }

  /** The rounds that keep their rate look as before, whatever became of the others. */
  @Test
  void gateDoesNotPassAChangeThatSpoilsRounds() {
    MadeRows base = new MadeRows("base", 1).values(GET, Metric.P50, TEN);
    String reason = "12.00 % of the target rate was achieved";
    MadeRows two = new MadeRows("new", 1).values(GET, Metric.P50, TEN);
    two.failed(GET, 11, reason).failed(GET, 12, reason);
    MadeRows four = new MadeRows("new", 1).values(GET, Metric.P50, TEN);
    four.failed(GET, 11, reason).failed(GET, 12, reason);
    four.failed(GET, 13, reason).failed(GET, 14, reason);

    assertThat(compare(base, two, MadeSettings.gate()).gate().orElseThrow().state())
        .isEqualTo(GateOutcome.State.PASSED);
    GateOutcome outcome = compare(base, four, MadeSettings.gate()).gate().orElseThrow();
    assertThat(outcome.state()).isEqualTo(GateOutcome.State.UNDECIDED);
    assertThat(outcome.doubt())
        .hasValue(
            new GateOutcome.RoundsLost(
                "RedisGetBenchmark.get, 100 B", "NEW", 4, 14, "BASE", 0, 10));
    assertThat(compare(four, base, MadeSettings.gate()).gate().orElseThrow().state())
        .isEqualTo(GateOutcome.State.PASSED);
  }

  /** Eight good rounds do not make up for one with a wrong answer and one with lost messages. */
  @Test
  void gateBreaksWhereRoundsFailThatDidNot() {
    MadeRows base = new MadeRows("base", 1).values(GET, Metric.P50, TEN);
    MadeRows failing =
        new MadeRows("new", 1)
            .values(GET, Metric.P50, times(1, TEN))
            .failed(GET, 4, "1 of 5,000 operations had a wrong answer")
            .failed(GET, 9, "3 of 5,000 operations were lost");

    GateOutcome outcome = compare(base, failing, MadeSettings.gate()).gate().orElseThrow();

    assertThat(outcome.state()).isEqualTo(GateOutcome.State.BROKEN);
    assertThat(outcome.broken()).isEmpty();
    assertThat(outcome.failures())
        .containsExactly(
            new GateOutcome.Failure(
                "RedisGetBenchmark.get, 100 B",
                "NEW",
                2,
                10,
                "BASE",
                0,
                10,
                Fault.of(Warning.WRONG_ANSWERS, 1, 5_000)));
    // What the base did as often is no fault of the change.
    MadeRows asBad =
        new MadeRows("asBad", 1)
            .values(GET, Metric.P50, times(1, TEN))
            .failed(GET, 1, "the fork ended")
            .failed(GET, 2, "the fork ended");
    assertThat(compare(asBad, failing, MadeSettings.gate()).gate().orElseThrow().state())
        .isEqualTo(GateOutcome.State.PASSED);
  }

  @Test
  void roundsThatMissedTheirRateAreTheWorst() {
    String reason = "12.00 % of the target rate was achieved";
    MadeRows base = new MadeRows("base", 1).values(GET, Metric.P50, TEN);
    MadeRows late = new MadeRows("new", 1).values(GET, Metric.P50, times(1, TEN));
    for (int round = 1; round <= 8; round++) {
      late.failed(GET, round, reason);
    }
    Comparison comparison = compare(base, late, MadeSettings.gate());

    assertThat(comparison.gate().orElseThrow().broken()).hasSize(1);
    ComparedRow row = row(comparison, GET, Metric.P50);
    assertThat(row.change().ratio()).isInfinite();
    assertThat(row.changed().count()).isEqualTo(10);
    assertThat(comparison.omitted())
        .containsExactly(
            new Omission(
                Omission.Kind.MISSED,
                "NEW",
                "RedisGetBenchmark.get, 100 B",
                new Omission.RateMissed(8, 10)));
    // The other way round it has become better, and where both missed it there is no difference.
    assertThat(row(compare(late, base), GET, Metric.P50).verdict()).isEqualTo(Verdict.BETTER);
    MadeRows again = new MadeRows("again", 1).values(GET, Metric.P50, times(1.001, TEN));
    for (int round = 3; round <= 10; round++) {
      again.failed(GET, round, reason);
    }
    assertThat(row(compare(late, again), GET, Metric.P50).verdict()).isEqualTo(Verdict.SAME);
    // Not a single round kept it: there is no value at all.
    late.failed(GET, 9, reason).failed(GET, 10, reason);
    assertThat(compare(base, late, MadeSettings.gate()).gate().orElseThrow().broken()).hasSize(1);
  }

  /** Ten rounds of one start are one observation, whatever they say of themselves. */
  @Test
  void gateWantsStartsAndNotRounds() {
    MadeRows base = new MadeRows("base", 1).values(GET, Metric.P50, TEN);
    MadeRows changed = new MadeRows("new", 1).values(GET, Metric.P50, times(2, TEN));
    Comparison comparison =
        Compare.of(List.of(base.write(folder), changed.write(folder)), MadeSettings.gate());

    assertThat(comparison.observation()).isEqualTo(Observation.ROUND);
    assertThat(comparison.gate().orElseThrow().doubt())
        .hasValue(new GateOutcome.TooFewStarts("BASE", 1, 6));
    assertThat(comparison.gate().orElseThrow().broken()).isEmpty();
    assertThat(comparison.notes())
        .anyMatch(note -> note.startsWith("NEW: 1 start of the servers: "));
  }

  @Test
  void gateDoubtsWhatWasMeasuredUnderOtherConditions() {
    MadeRows base = new MadeRows("base", 1).values(GET, Metric.P50, TEN);
    MadeRows changed =
        new MadeRows("new", 1).java("OpenJDK 25").values(GET, Metric.P50, times(2, TEN));

    assertThat(compare(base, changed, MadeSettings.gate()).gate().orElseThrow().doubt())
        .hasValue(new GateOutcome.ConditionsDiffer(List.of("Java")));
    assertThat(
            compare(base, changed, MadeSettings.gateWithChanged("^Java$"))
                .gate()
                .orElseThrow()
                .state())
        .isEqualTo(GateOutcome.State.BROKEN);
  }

  @Test
  void gateWithoutACommonRowHasNotDecided() {
    Comparison comparison =
        compare(
            new MadeRows("base", 1).values(GET, Metric.P50, TEN),
            new MadeRows("new", 1).values(INCR, Metric.P50, TEN),
            MadeSettings.gate());
    assertThat(comparison.gate().orElseThrow().state()).isEqualTo(GateOutcome.State.UNDECIDED);
  }

  @Test
  void damagedFileIsBadInputForAGateToo() throws IOException {
    String run = new MadeRows("new", 1).values(GET, Metric.P50, TEN).write(folder);
    Path damaged = folder.resolve("damaged.csv");
    Files.writeString(damaged, Files.readString(Path.of(run)).replace(",p50,", ",p51,"));

    assertThatThrownBy(() -> Compare.of(List.of(damaged.toString(), run), MadeSettings.gate()))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith(damaged + ":2: metric: ");
  }
}
