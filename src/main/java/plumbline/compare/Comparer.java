package plumbline.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import plumbline.compare.Comparison.Power;
import plumbline.compare.Matching.Pair;
import plumbline.statistics.HodgesLehmann;
import plumbline.statistics.MannWhitney;

/**
 * Compares new sides with the base.
 *
 * <p>Rows whose rounds could not even alone give a significant difference (fewer than 4 on each
 * side at 5 %) are not tested, and so do not make the correction for the others harder to pass.
 * That choice does not look at which value is on which side. Rows of the machine's and the
 * instrument's own figures are corrected among themselves: they tell whether the conditions were
 * the same, and are not what the comparison is about.
 */
final class Comparer {
  /** Coverage of all intervals. */
  static final double CONFIDENCE = 0.95;

  private final Settings settings;
  private final List<Side> sides;

  private Comparer(List<Side> sides, Settings settings) {
    this.sides = sides;
    this.settings = settings;
  }

  /**
   * Compares.
   *
   * @param sides the base and one or more new sides
   */
  static Comparison compare(List<Side> sides, Settings settings) {
    return new Comparer(sides, settings).compare();
  }

  private Comparison compare() {
    Matching matching = Matching.of(sides);
    Family systems = family(matching.pairs().stream().filter(pair -> !pair.isControl()).toList());
    Family controls = family(matching.pairs().stream().filter(Pair::isControl).toList());
    Power power = systems.power();
    List<ComparedRow> rows = new ArrayList<>(systems.rows());
    rows.addAll(controls.rows());
    sort(rows);
    return new Comparison(
        settings,
        sides.stream().map(Comparer::summary).toList(),
        Differences.between(sides),
        Notes.of(sides, rows),
        rows,
        Means.of(rows),
        matching.omitted(),
        power,
        settings.gate().map(gate -> new GateKeeper(gate, sides, rows, power).judge(matching)));
  }

  private Family family(List<Pair> pairs) {
    return new Family(pairs, settings);
  }

  private static Comparison.SideSummary summary(Side side) {
    return new Comparison.SideSummary(
        side.name(),
        side.runs().stream()
            .map(run -> new Comparison.RunSummary(run.name(), run.commit(), run.rounds()))
            .toList());
  }

  /** The p-value of two samples, never below what so many values can give. */
  static double p(double[] base, double[] changed) {
    return Math.max(
        MannWhitney.p(base, changed), MannWhitney.smallestP(base.length, changed.length));
  }

  /** The ratio of two samples of positive values. */
  static ComparedRow.Change change(double[] base, double[] changed) {
    HodgesLehmann shift = HodgesLehmann.of(logarithms(base), logarithms(changed), CONFIDENCE);
    return new ComparedRow.Change(
        Math.exp(shift.shift()), Math.exp(shift.low()), Math.exp(shift.high()), shift.level());
  }

  private static double[] logarithms(double[] values) {
    return Arrays.stream(values).map(Math::log).toArray();
  }

  /** Rows come by name; sorting keeps the order of equals. */
  private void sort(List<ComparedRow> rows) {
    switch (settings.sort()) {
      case NAME -> {}
      case CHANGE -> rows.sort(Comparator.comparingDouble(ComparedRow::worsening).reversed());
      case P ->
          rows.sort(
              Comparator.comparingDouble(ComparedRow::adjusted)
                  .thenComparingDouble(ComparedRow::p));
    }
  }
}
