package plumbline.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static plumbline.compare.Compared.TEN;
import static plumbline.compare.Compared.row;
import static plumbline.compare.Compared.times;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.compare.Comparison.Omission;
import plumbline.problem.BadInputException;
import plumbline.problem.CannotMeasureException;
import plumbline.result.Fault;
import plumbline.result.Metric;
import plumbline.result.RunManifest;
import plumbline.result.Series;
import plumbline.result.Warning;
import plumbline.result.file.JsonFiles;
import plumbline.testing.MadeManifest;
import plumbline.testing.MadeRows;
import plumbline.testing.MadeSeries;
import plumbline.testing.MadeSettings;

/** When a gate holds, breaks, or cannot tell. */
class GateTest {
  private static final Series GET = MadeSeries.of("RedisGetBenchmark.get");
  private static final Series INCR = MadeSeries.of("RedisIncrBenchmark.incr");
  private static final Series ECHO = MadeSeries.of("LoopbackEchoBenchmark.echo");

  @TempDir private Path folder;

  private Comparison compare(MadeRows base, MadeRows changed, Settings settings) {
    return Compared.of(folder, base, changed, settings);
  }

  private Comparison compare(MadeRows base, MadeRows changed) {
    return compare(base, changed, Settings.defaults());
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

  private static MadeRows both(String name, double factor, double echo) {
    return new MadeRows(name, 1)
        .values(GET, Metric.P50, times(factor, TEN))
        .values(ECHO, Metric.P50, times(echo, TEN));
  }

  private GateOutcome gate(MadeRows base, MadeRows changed, Settings settings) {
    return compare(base, changed, settings).gate().orElseThrow();
  }

  /** Of the rounds that are there nobody knows why the others are not. */
  @Test
  void roundsThatAreNotThereAreLost() {
    MadeRows base = both("base", 1, 1);
    MadeRows few = new MadeRows("new", 1).values(ECHO, Metric.P50, times(1.001, TEN));
    few.values(GET, Metric.P50, 100, 101, 102, 103);
    few.values(INCR, Metric.P50, times(1, TEN));
    base.values(INCR, Metric.P50, TEN);
    assertThat(gate(base, few, MadeSettings.gate()).doubt())
        .hasValue(
            new GateOutcome.RoundsLost(
                "RedisGetBenchmark.get, 100 B", "NEW", 6, 10, "BASE", 0, 10));
  }

  @Test
  void rowThatIsGoneDoesNotPassButANewOneDoes() {
    MadeRows less = both("less", 1, 1);
    MadeRows more = both("more", 1.001, 1.001).values(INCR, Metric.P50, TEN);

    assertThat(gate(more, less, MadeSettings.gate()).doubt())
        .hasValue(
            new GateOutcome.RoundsLost("RedisIncrBenchmark.incr", "NEW", 10, 10, "BASE", 0, 10));
    assertThat(gate(less, more, MadeSettings.gate()).state()).isEqualTo(GateOutcome.State.PASSED);
  }

  /** Whatever rows and metrics a gate is asked about, and with as few starts as it takes. */
  @Test
  void machineIsLookedAtInAnyCase() {
    MadeRows base = both("base", 1, 1).values(ECHO, Metric.P99, TEN);
    MadeRows slow = both("new", 1.001, 2).values(ECHO, Metric.P99, times(1.001, TEN));
    for (Settings settings :
        List.of(MadeSettings.gate(), MadeSettings.gate(Metric.P50), MadeSettings.gateOf("Redis"))) {
      assertThat(gate(base, slow, settings).doubt().orElseThrow())
          .isInstanceOf(GateOutcome.MachineChanged.class);
    }
    MadeRows six = new MadeRows("six", 1);
    MadeRows other = new MadeRows("other", 1);
    for (String params : List.of("a=1", "a=2", "a=3")) {
      Series echo = MadeSeries.of("LoopbackEchoBenchmark.echo", params);
      for (Metric metric : List.of(Metric.P50, Metric.P99)) {
        six.values(echo, metric, 100, 101, 102, 103, 104, 105);
        other.values(echo, metric, 200, 201, 202, 203, 204, 205);
      }
    }
    six.values(GET, Metric.P50, 100, 101, 102, 103, 104, 105);
    other.values(GET, Metric.P50, 100.5, 101.5, 102.5, 103.5, 104.5, 105.5);
    assertThat(gate(six, other, MadeSettings.gate()).doubt().orElseThrow())
        .isInstanceOf(GateOutcome.MachineChanged.class);
  }

  @Test
  void machineThatCouldNotBeLookedAtIsSaid() {
    MadeRows base = new MadeRows("base", 1).values(GET, Metric.P50, TEN);
    MadeRows same = new MadeRows("new", 1).values(GET, Metric.P50, times(1.001, TEN));
    assertThat(gate(base, same, MadeSettings.gate()).machineSeen()).isFalse();
    assertThat(gate(base, same, MadeSettings.gate()).conditionsKnown()).isFalse();
    // The base had it.
    assertThat(gate(both("with", 1, 1), same, MadeSettings.gate()).doubt().orElseThrow())
        .isInstanceOf(GateOutcome.RoundsLost.class);
    assertThat(gate(both("one", 1, 1), both("two", 1.001, 1.001), MadeSettings.gate()))
        .matches(GateOutcome::machineSeen)
        .extracting(GateOutcome::state)
        .isEqualTo(GateOutcome.State.PASSED);
  }

  /** That a side does not tell is no sign that it is the same. */
  @Test
  void whatOneSideDoesNotTellIsDoubted() throws IOException {
    Path told = run("told", both("base", 1, 1), new MadeManifest());
    Path untold = run("untold", both("new", 1.001, 1.001), new MadeManifest());
    assertThat(doubt(told, untold)).isEmpty();
    Files.delete(untold.resolveSibling("run.json"));
    assertThat(doubt(told, untold).orElseThrow())
        .isInstanceOfSatisfying(
            GateOutcome.ConditionsDiffer.class,
            differ -> assertThat(differ.facts()).contains("CPU", "kernel", "JVM flags"));
  }

  @Test
  void runThatWasKilledDoesNotPass() throws IOException {
    Path whole = run("whole", both("base", 1, 1), new MadeManifest());
    Path killed =
        run(
            "killed",
            both("new", 1.001, 1.001),
            new MadeManifest().status(RunManifest.Status.RUNNING, ""));
    assertThat(doubt(whole, killed).orElseThrow()).isInstanceOf(GateOutcome.Unfinished.class);
  }

  private Path run(String name, MadeRows rows, MadeManifest manifest) throws IOException {
    Path csv = Files.createDirectory(folder.resolve(name)).resolve("results.csv");
    Files.move(Path.of(rows.starts().write(folder)), csv);
    JsonFiles.write(csv.resolveSibling("run.json"), manifest.build());
    return csv;
  }

  private static Optional<GateOutcome.Doubt> doubt(Path base, Path changed) {
    return Compare.of(List.of(base.toString(), changed.toString()), MadeSettings.gate())
        .gate()
        .orElseThrow()
        .doubt();
  }

  /** Nothing is left of it to compare, so it must at least be counted. */
  @Test
  void rowWithoutAValidRoundOnAnySideIsListed() {
    String reason = "12.00 % of the target rate was achieved";
    MadeRows base = both("base", 1, 1);
    MadeRows changed = both("new", 1.001, 1.001);
    for (int round = 1; round <= 10; round++) {
      base.failed(INCR, round, reason);
      changed.failed(INCR, round, reason);
    }
    assertThat(compare(base, changed, MadeSettings.gate()).omitted())
        .anyMatch(
            omission ->
                omission.kind() == Omission.Kind.UNMATCHED
                    && omission.what().equals("RedisIncrBenchmark.incr"));
  }

  /** A stall in every round keeps a percentile back, and must not hide in that. */
  @Test
  void aFigureThatOnlyTheBaseTellsLeavesTheGateOpen() {
    MadeRows base =
        new MadeRows("base", 1).values(GET, Metric.P50, TEN).values(GET, Metric.P99, TEN);
    MadeRows none = new MadeRows("none", 1).values(GET, Metric.P50, times(1, TEN));
    MadeRows some =
        new MadeRows("some", 1)
            .values(GET, Metric.P50, times(1, TEN))
            .values(GET, Metric.P99, 100, 101, 102, 103, 104, 105, 106, 107, 108);

    for (MadeRows changed : List.of(none, some)) {
      GateOutcome outcome = compare(base, changed, MadeSettings.gate()).gate().orElseThrow();
      assertThat(outcome.state()).isEqualTo(GateOutcome.State.UNDECIDED);
      assertThat(outcome.doubt())
          .hasValue(new GateOutcome.FigureLost("RedisGetBenchmark.get, 100 B: p99", "NEW", "BASE"));
    }
    // A figure that only the new side tells is a gain.
    assertThat(compare(none, base, MadeSettings.gate()).gate().orElseThrow().state())
        .isEqualTo(GateOutcome.State.PASSED);
  }
}
