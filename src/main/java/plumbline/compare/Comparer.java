package plumbline.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import plumbline.compare.Comparison.Difference;
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
 * the same, and are not what the comparison is about. They are tested at the usual level even by a
 * gate, which a false alarm of theirs only leaves undecided: at the gate's own, six starts a side
 * could not show that the machine changed.
 */
final class Comparer {
  /** Coverage of all intervals. */
  static final double CONFIDENCE = 0.95;

  /** Beyond the logarithm of any number. */
  private static final double BEYOND = 10_000;

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
    Observation observation = observation();
    Matching matching = Matching.of(sides, observation);
    Family systems =
        new Family(
            matching.pairs().stream().filter(pair -> !pair.isControl()).toList(),
            observation,
            settings,
            settings.alpha());
    Family controls =
        new Family(
            matching.pairs().stream().filter(Pair::isControl).toList(),
            observation,
            settings,
            Math.max(settings.alpha(), Settings.ALPHA));
    Power power = systems.power();
    List<Difference> differences = Differences.between(sides);
    List<ComparedRow> rows = new ArrayList<>(systems.rows());
    rows.addAll(controls.rows());
    sort(rows);
    return new Comparison(
        settings,
        observation,
        sides.stream()
            .map(side -> new Comparison.SideSummary(side.name(), side.runs(), side.starts()))
            .toList(),
        differences,
        Notes.of(sides, rows),
        rows,
        Means.of(rows),
        matching.omitted(),
        power,
        settings
            .gate()
            .map(
                gate -> new GateKeeper(settings, sides, rows, power).judge(matching, differences)));
  }

  /** Where there are too few starts, rounds are better than nothing, though not for a gate. */
  private Observation observation() {
    return sides.stream().allMatch(side -> side.starts() >= Observation.LEAST_STARTS)
        ? Observation.START
        : Observation.ROUND;
  }

  /** The p-value of two samples, never below what so many values can give. */
  static double p(double[] base, double[] changed) {
    return Math.max(
        MannWhitney.p(base, changed), MannWhitney.smallestP(base.length, changed.length));
  }

  /** The ratio of two samples of positive values, of which some may be infinite. */
  static ComparedRow.Change change(double[] base, double[] changed) {
    HodgesLehmann shift = HodgesLehmann.of(logarithms(base), logarithms(changed), CONFIDENCE);
    return new ComparedRow.Change(
        ratio(shift.shift()), ratio(shift.low()), ratio(shift.high()), shift.level());
  }

  /** Two infinite values are alike, so they need a finite stand-in beyond all others. */
  private static double[] logarithms(double[] values) {
    return Arrays.stream(values).map(value -> Math.min(Math.log(value), BEYOND)).toArray();
  }

  private static double ratio(double logarithm) {
    if (Math.abs(logarithm) < BEYOND / 4) {
      return Math.exp(logarithm);
    }
    return logarithm > 0 ? Double.POSITIVE_INFINITY : 0;
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
