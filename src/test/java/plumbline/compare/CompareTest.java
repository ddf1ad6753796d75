package plumbline.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static plumbline.compare.Compared.TEN;
import static plumbline.compare.Compared.row;
import static plumbline.compare.Compared.times;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.compare.Comparison.Difference;
import plumbline.compare.Comparison.Omission;
import plumbline.load.Load;
import plumbline.problem.BadInputException;
import plumbline.result.Fault;
import plumbline.result.Metric;
import plumbline.result.RunManifest;
import plumbline.result.Series;
import plumbline.testing.MadeRows;
import plumbline.testing.MadeSeries;
import plumbline.testing.MadeSettings;

class CompareTest {
  private static final Series GET = MadeSeries.of("RedisGetBenchmark.get");
  private static final Series INCR = MadeSeries.of("RedisIncrBenchmark.incr");
  private static final Series KAFKA =
      MadeSeries.of("KafkaRoundTripBenchmark.roundTrip", "acks=all", "lingerMs=0");

  @TempDir private Path folder;

  private Comparison compare(MadeRows base, MadeRows changed, Settings settings) {
    return Compared.of(folder, base, changed, settings);
  }

  private Comparison compare(MadeRows base, MadeRows changed) {
    return compare(base, changed, Settings.defaults());
  }

  @Test
  void slowedRowIsWorseAndTheOthersAreNot() {
    MadeRows base = new MadeRows("base", 1);
    MadeRows changed = new MadeRows("new", 2);
    for (Series series : List.of(GET, INCR, KAFKA)) {
      base.scattered(series, Metric.P50, 10, 100, 0.03)
          .scattered(series, Metric.P99, 10, 300, 0.03);
      changed
          .scattered(series, Metric.P50, 10, series.equals(INCR) ? 120 : 100, 0.03)
          .scattered(series, Metric.P99, 10, 300, 0.03);
    }
    Comparison comparison = compare(base, changed, MadeSettings.gate());

    assertThat(comparison.rows()).hasSize(6);
    assertThat(comparison.gate().orElseThrow().state()).isEqualTo(GateOutcome.State.BROKEN);
    assertThat(comparison.gate().orElseThrow().broken())
        .extracting(ComparedRow::figure)
        .containsExactly(new Figure(INCR, Metric.P50));
    ComparedRow worse = row(comparison, INCR, Metric.P50);
    assertThat(worse.change().ratio()).isCloseTo(1.2, within(0.05));
    assertThat(worse.change().low()).isLessThan(worse.change().ratio());
    assertThat(worse.change().high()).isGreaterThan(worse.change().ratio());
    assertThat(comparison.rows())
        .filteredOn(row -> !row.equals(worse))
        .allMatch(row -> row.verdict() == Verdict.SAME);
  }

  @Test
  void higherThroughputIsBetterAndLowerLatencyIs() {
    Series load = MadeSeries.of("RedisGetBenchmark.pipelined", Load.SATURATED);
    Comparison comparison =
        compare(
            new MadeRows("base", 1)
                .values(load, Metric.THROUGHPUT, TEN)
                .values(GET, Metric.P50, TEN)
                .values(INCR, Metric.P50, TEN),
            new MadeRows("new", 1)
                .values(load, Metric.THROUGHPUT, times(0.8, TEN))
                .values(GET, Metric.P50, times(0.8, TEN))
                .values(INCR, Metric.P50, times(1.2, TEN)));

    assertThat(row(comparison, load, Metric.THROUGHPUT).verdict()).isEqualTo(Verdict.WORSE);
    assertThat(row(comparison, GET, Metric.P50).verdict()).isEqualTo(Verdict.BETTER);
    assertThat(row(comparison, INCR, Metric.P50).verdict()).isEqualTo(Verdict.WORSE);
  }

  /** By hand: ten against ten, all of one beyond all of the other; two rows are tested. */
  @Test
  void figuresOfARowAreThoseComputedByHand() {
    Comparison comparison =
        compare(
            new MadeRows("base", 1).values(GET, Metric.P50, TEN).values(GET, Metric.P99, TEN),
            new MadeRows("new", 1)
                .values(GET, Metric.P50, times(2, TEN))
                .values(GET, Metric.P99, times(1, TEN)));

    ComparedRow row = row(comparison, GET, Metric.P50);
    assertThat(row.p()).isCloseTo(2 / 184_756.0, within(1e-12));
    assertThat(row.adjusted()).isCloseTo(4 / 184_756.0, within(1e-12));
    assertThat(row.base().count()).isEqualTo(10);
    assertThat(row.base().median().median()).isEqualTo(104.5);
    assertThat(row.base().median().low()).isEqualTo(101);
    assertThat(row.base().median().high()).isEqualTo(108);
    assertThat(row.change().ratio()).isCloseTo(2, within(0.001));
  }

  @Test
  void significantChangeThatDoesNotMatterIsTooSmall() {
    Comparison comparison =
        compare(
            new MadeRows("base", 1).values(GET, Metric.P50, 100, 100.1, 100.2, 100.3, 100.4),
            new MadeRows("new", 1).values(GET, Metric.P50, 104, 104.1, 104.2, 104.3, 104.4));

    assertThat(row(comparison, GET, Metric.P50).adjusted()).isLessThan(0.05);
    assertThat(row(comparison, GET, Metric.P50).verdict()).isEqualTo(Verdict.SMALL);
  }

  @Test
  void threeRoundsCannotTellAnything() {
    MadeRows base = new MadeRows("base", 1).values(GET, Metric.P50, 1, 2, 3);
    MadeRows changed = new MadeRows("new", 1).values(GET, Metric.P50, 10, 20, 30);
    ComparedRow row = row(compare(base, changed), GET, Metric.P50);

    assertThat(row.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(row.needed()).isEqualTo(4);
    assertThat(compare(base, changed, MadeSettings.gate()).gate().orElseThrow().state())
        .isEqualTo(GateOutcome.State.UNDECIDED);
  }

  /** Ties would let the normal approximation say p = 0.047 about three and three values. */
  @Test
  void tiesDoNotMakeThreeRoundsSignificant() {
    ComparedRow row =
        row(
            compare(
                new MadeRows("base", 1).values(GET, Metric.P50, 1, 1, 1),
                new MadeRows("new", 1).values(GET, Metric.P50, 2, 2, 2)),
            GET,
            Metric.P50);
    assertThat(row.p()).isCloseTo(0.1, within(1e-12));
    assertThat(row.verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void moreRowsNeedMoreRounds() {
    MadeRows base = new MadeRows("base", 1);
    MadeRows changed = new MadeRows("new", 2);
    for (int i = 0; i < 8; i++) {
      Series series = MadeSeries.of("RedisGetBenchmark.get", "case=" + i);
      for (Metric metric : List.of(Metric.P50, Metric.P99)) {
        base.scattered(series, metric, 5, 100, 0.01);
        changed.scattered(series, metric, 5, 900, 0.01);
      }
    }
    Comparison all = compare(base, changed);
    assertThat(all.rows()).hasSize(16).allMatch(row -> row.needed() == 6);
    assertThat(all.power().smallestP()).isCloseTo(2 / 252.0, within(1e-12));
    assertThat(all.power().smallestAdjusted()).isCloseTo(32 / 252.0, within(1e-12));
    assertThat(all.power().decidable()).isZero();

    Comparison few = compare(base, changed, MadeSettings.filter("case=[01]"));
    assertThat(few.rows()).hasSize(4).allMatch(row -> row.verdict() == Verdict.WORSE);
  }

  /** A row that could not be significant even alone costs the others nothing. */
  @Test
  void rowsWithTooFewRoundsDoNotCount() {
    MadeRows base = new MadeRows("base", 1).values(GET, Metric.P50, TEN);
    MadeRows changed = new MadeRows("new", 1).values(GET, Metric.P50, times(1.5, TEN));
    for (int i = 0; i < 30; i++) {
      Series series = MadeSeries.of("RedisGetBenchmark.get", "case=" + i);
      base.values(series, Metric.P50, 1, 2, 3);
      changed.values(series, Metric.P50, 4, 5, 6);
    }
    Comparison comparison = compare(base, changed);

    assertThat(comparison.power().tested()).isEqualTo(1);
    assertThat(row(comparison, GET, Metric.P50).adjusted())
        .isEqualTo(row(comparison, GET, Metric.P50).p());
  }

  @Test
  void onlyRoundsAreCompared() {
    MadeRows base = new MadeRows("base", 1).values(GET, Metric.P50, TEN);
    base.merged(GET, Metric.P50, 5_000).values(GET, Metric.PAUSE_P50, TEN);
    MadeRows changed = new MadeRows("new", 1).values(GET, Metric.P50, times(1, TEN));
    Comparison comparison = compare(base, changed);

    assertThat(comparison.rows()).hasSize(1);
    assertThat(comparison.rows().get(0).base().count()).isEqualTo(10);
    assertThat(comparison.omitted()).isEmpty();
  }

  @Test
  void whatIsNotComparedIsListed() {
    Comparison comparison =
        compare(
            new MadeRows("base", 1)
                .values(GET, Metric.P50, TEN)
                .values(INCR, Metric.P50, TEN)
                .failed(GET, 11, "the server died"),
            new MadeRows("new", 1)
                .values(GET, Metric.P50, times(1, TEN))
                .values(KAFKA, Metric.P50, TEN));

    assertThat(comparison.rows()).hasSize(1);
    assertThat(comparison.omitted())
        .containsExactlyInAnyOrder(
            new Omission(
                Omission.Kind.INVALID,
                "BASE",
                "RedisGetBenchmark.get, 100 B, round 11 of base",
                new Omission.Invalid(Fault.of("the server died"))),
            new Omission(
                Omission.Kind.UNMATCHED,
                "BASE",
                "RedisIncrBenchmark.incr: p50",
                new Omission.NoValidRound("NEW")),
            new Omission(
                Omission.Kind.UNMATCHED,
                "NEW",
                "KafkaRoundTripBenchmark.roundTrip acks=all lingerMs=0, 100 B: p50",
                new Omission.NoValidRound("BASE")));
  }

  @Test
  void valueOfZeroHasNoRatio() {
    Comparison comparison =
        compare(
            new MadeRows("base", 1).values(GET, Metric.P50, 0, 0, 1, 1, 1),
            new MadeRows("new", 1).values(GET, Metric.P50, 1, 1, 1, 2, 2));
    assertThat(comparison.rows()).isEmpty();
    assertThat(comparison.omitted())
        .singleElement()
        .satisfies(omission -> assertThat(omission.kind()).isEqualTo(Omission.Kind.ZERO));
  }

  @Test
  void throughputIsComparedOnlyWhereItIsTheResultOrAskedFor() {
    MadeRows base = new MadeRows("base", 1);
    MadeRows changed = new MadeRows("new", 1);
    for (Metric metric : List.of(Metric.P50, Metric.P99, Metric.MAX, Metric.THROUGHPUT)) {
      base.values(GET, metric, TEN);
      changed.values(GET, metric, times(1, TEN));
    }
    assertThat(compare(base, changed).rows())
        .extracting(row -> row.figure().metric())
        .containsExactly(Metric.P50, Metric.P99);
    assertThat(compare(base, changed, MadeSettings.metrics(Metric.THROUGHPUT)).rows())
        .extracting(row -> row.figure().metric())
        .containsExactly(Metric.THROUGHPUT);
    assertThat(compare(base, changed, MadeSettings.gate(Metric.MAX)).rows())
        .extracting(row -> row.figure().metric())
        .containsExactly(Metric.MAX);
  }

  @Test
  void severalRunsOfASideArePooled() throws IOException {
    String first = new MadeRows("base-1", 1).scattered(GET, Metric.P50, 5, 100, 0.03).write(folder);
    String second =
        new MadeRows("base-2", 2).scattered(GET, Metric.P50, 5, 100, 0.03).write(folder);
    String changed = new MadeRows("new", 3).scattered(GET, Metric.P50, 5, 100, 0.03).write(folder);

    for (String base : List.of(first + "," + second, folder + "/base-*.csv", folder + "/b*")) {
      Comparison comparison = Compare.of(List.of(base, changed), Settings.defaults());
      assertThat(comparison.rows().get(0).base().count()).isEqualTo(10);
      assertThat(comparison.sides().get(0).runs())
          .extracting(Comparison.RunSummary::name)
          .containsExactly("base-1", "base-2");
    }
    Files.copy(Path.of(first), folder.resolve("copy.csv"));
    assertThatThrownBy(
            () ->
                Compare.of(
                    List.of(first + "," + folder.resolve("copy.csv"), changed),
                    Settings.defaults()))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith("BASE has the run base-1 twice: in ");
    assertThat(Compare.of(List.of(first, first), Settings.defaults()).notes())
        .anyMatch(note -> note.contains("base-1 is on both sides"));
  }

  @Test
  void severalNewSidesAreComparedWithTheBaseAndCorrectedTogether() {
    List<String> files =
        List.of(
            new MadeRows("base", 1).values(GET, Metric.P50, TEN).write(folder),
            new MadeRows("second", 1).values(GET, Metric.P50, times(1, TEN)).write(folder),
            new MadeRows("third", 1).values(GET, Metric.P50, times(2, TEN)).write(folder));
    Comparison comparison = Compare.of(files, Settings.defaults());

    assertThat(comparison.rows()).extracting(ComparedRow::side).containsExactly("NEW", "NEW 2");
    assertThat(comparison.rows())
        .extracting(ComparedRow::verdict)
        .containsExactly(Verdict.SAME, Verdict.WORSE);
    assertThat(comparison.power().tested()).isEqualTo(2);
  }

  @Test
  void meansAreGeometricAndBySystem() {
    Comparison comparison =
        compare(
            new MadeRows("base", 1).values(GET, Metric.P50, TEN).values(INCR, Metric.P50, TEN),
            new MadeRows("new", 1)
                .values(GET, Metric.P50, times(4, TEN))
                .values(INCR, Metric.P50, times(0.25, TEN)));
    assertThat(comparison.means())
        .singleElement()
        .satisfies(
            mean -> {
              assertThat(mean.change().ratio()).isCloseTo(1, within(0.001));
              assertThat(mean.rows()).isEqualTo(2);
              assertThat(mean.system()).isEqualTo("redis");
            });
  }

  @Test
  void anIntervalOfAMeanIsTheGeometricMeanOfThoseOfItsRows() {
    Comparison comparison =
        compare(
            new MadeRows("base", 1).values(GET, Metric.P50, TEN).values(INCR, Metric.P50, TEN),
            new MadeRows("new", 1)
                .values(GET, Metric.P50, times(1.1, TEN))
                .values(INCR, Metric.P50, times(0.9, TEN)));
    ComparedRow.Change mean = comparison.means().get(0).change();
    List<ComparedRow.Change> rows = comparison.rows().stream().map(ComparedRow::change).toList();

    assertThat(mean.low())
        .isCloseTo(Math.sqrt(rows.get(0).low() * rows.get(1).low()), within(1e-9));
    assertThat(mean.high())
        .isCloseTo(Math.sqrt(rows.get(0).high() * rows.get(1).high()), within(1e-9));
    assertThat(mean.low()).isLessThan(mean.ratio());
    assertThat(mean.high()).isGreaterThan(mean.ratio());
    assertThat(mean.hasInterval()).isTrue();
  }

  @Test
  void noMeanStandsWhereNothingCouldBeTested() {
    double[] three = {1, 2, 3};
    Comparison comparison =
        compare(
            new MadeRows("base", 1).values(GET, Metric.P50, three).values(INCR, Metric.P50, TEN),
            new MadeRows("new", 1).values(GET, Metric.P50, three).values(INCR, Metric.P50, TEN));

    assertThat(comparison.rows()).hasSize(2);
    assertThat(comparison.means()).singleElement().matches(mean -> mean.rows() == 1);
    assertThat(
            compare(
                    new MadeRows("base", 2).values(GET, Metric.P50, three),
                    new MadeRows("new", 2).values(GET, Metric.P50, three))
                .means())
        .isEmpty();
  }

  @Test
  void conditionsThatDifferAreTold() {
    Comparison comparison =
        compare(
            new MadeRows("base", 1).values(GET, Metric.P50, TEN),
            new MadeRows("new", 1).java("OpenJDK 25").values(GET, Metric.P50, times(1, TEN)));
    assertThat(comparison.differences())
        .containsExactly(new Difference("Java", List.of("OpenJDK 17.0.15+6", "OpenJDK 25")));
  }

  @Test
  void profilersAndJvmArgumentsOfTheForksAreADifference() {
    String with =
        new RunManifest.HandedOn(List.of("gc"), List.of("-Xint")).beside("OpenJDK 17.0.15+6");
    Comparison comparison =
        compare(
            new MadeRows("base", 1).values(GET, Metric.P50, TEN),
            new MadeRows("new", 1).java(with).values(GET, Metric.P50, times(1, TEN)));
    assertThat(comparison.differences())
        .containsExactly(
            new Difference(
                "Java", List.of("OpenJDK 17.0.15+6", "OpenJDK 17.0.15+6 -prof gc -Xint")));
  }

  @Test
  void sortingPutsTheWorstOrTheSurestFirst() {
    MadeRows base = new MadeRows("base", 1);
    MadeRows changed = new MadeRows("new", 1);
    base.values(GET, Metric.P50, TEN).values(INCR, Metric.P50, TEN).values(KAFKA, Metric.P50, TEN);
    changed
        .values(GET, Metric.P50, times(1.001, TEN))
        .values(INCR, Metric.P50, times(1.3, TEN))
        .values(KAFKA, Metric.P50, times(0.5, TEN));
    String[] files = {base.write(folder), changed.write(folder)};
    for (Settings.Sort sort : Settings.Sort.values()) {
      Settings settings =
          new Settings(0.05, 0.05, Set.of(), Optional.empty(), sort, Optional.empty());
      assertThat(Compare.of(List.of(files), settings).rows())
          .extracting(row -> row.figure().series())
          .containsExactly(
              switch (sort) {
                case NAME -> new Series[] {KAFKA, GET, INCR};
                case CHANGE -> new Series[] {INCR, GET, KAFKA};
                case P -> new Series[] {KAFKA, INCR, GET};
              });
    }
  }

  /** Few rounds of one row are not made decidable by many rounds of others. */
  @Test
  void rowWithFewRoundsIsUnknownAmongRowsWithMany() {
    MadeRows base = new MadeRows("base", 1);
    MadeRows changed = new MadeRows("new", 2);
    for (int i = 0; i < 15; i++) {
      Series series = MadeSeries.of("RedisGetBenchmark.get", "case=" + i);
      base.scattered(series, Metric.P50, 10, 100, 0.03);
      changed.scattered(series, Metric.P50, 10, 100, 0.03);
    }
    base.scattered(KAFKA, Metric.P50, 10, 100, 0.03);
    changed.scattered(KAFKA, Metric.P50, 4, 200, 0.03);

    ComparedRow row = row(compare(base, changed, MadeSettings.gate()), KAFKA, Metric.P50);

    // 2 / C(14, 4), times 16 rows.
    assertThat(row.adjusted()).isCloseTo(16 * 2 / 1001.0, within(1e-9));
    assertThat(row.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(row.needed()).isGreaterThan(4);
  }
}
