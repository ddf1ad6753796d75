package plumbline.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import plumbline.compare.Comparison.Mean;
import plumbline.compare.Comparison.Power;
import plumbline.compare.Matching.Pair;
import plumbline.result.Metric;
import plumbline.statistics.HodgesLehmann;
import plumbline.statistics.Holm;
import plumbline.statistics.MannWhitney;
import plumbline.statistics.MedianInterval;

/**
 * Compares new sides with the base.
 *
 * <p>Rows whose rounds could not even alone give a significant difference (fewer than 4 on each
 * side at 5 %) are not tested, and so do not make the correction for the others harder to pass.
 * That choice looks at the number of rounds only, never at the values. Rows of the machine's and
 * the instrument's own figures are corrected among themselves: they tell whether the conditions
 * were the same, and are not what the comparison is about.
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
    List<Pair> pairs = matching.pairs();
    List<ComparedRow> rows = new ArrayList<>();
    rows.addAll(rows(pairs.stream().filter(pair -> !pair.figure().isControl()).toList()));
    Power power = power(rows);
    rows.addAll(rows(pairs.stream().filter(pair -> pair.figure().isControl()).toList()));
    sort(rows);
    return new Comparison(
        settings,
        sides.stream().map(Comparer::summary).toList(),
        Differences.between(sides),
        Notes.of(sides, rows),
        rows,
        means(rows),
        matching.omitted(),
        power,
        settings.gate().map(gate -> GateKeeper.judge(gate, rows, power)));
  }

  private static Comparison.SideSummary summary(Side side) {
    return new Comparison.SideSummary(
        side.name(),
        side.runs().stream()
            .map(run -> new Comparison.RunSummary(run.name(), run.commit(), run.rounds()))
            .toList());
  }

  /** The rows of one family of tests. */
  private List<ComparedRow> rows(List<Pair> pairs) {
    boolean[] tested = new boolean[pairs.size()];
    List<Double> family = new ArrayList<>();
    List<Double> best = new ArrayList<>();
    double[] p = new double[pairs.size()];
    for (int i = 0; i < p.length; i++) {
      Pair pair = pairs.get(i);
      p[i] = p(pair.base(), pair.changed());
      tested[i] = pair.smallestP() <= settings.alpha();
      if (tested[i]) {
        family.add(p[i]);
        best.add(pair.smallestP());
      }
    }
    double[] adjusted = Holm.adjust(array(family));
    // No p of a row can be lower than this, whatever the values of all rows are.
    double[] reachable = Holm.adjust(array(best));
    int needed = MannWhitney.smallestSize(settings.alpha() / Math.max(1, p.length));
    List<ComparedRow> rows = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < p.length; i++) {
      boolean decidable = tested[i] && reachable[next] <= settings.alpha();
      rows.add(row(pairs.get(i), p[i], tested[i] ? adjusted[next] : 1, decidable ? 0 : needed));
      next += tested[i] ? 1 : 0;
    }
    return rows;
  }

  /** The p-value of two samples, never below what so many values can give. */
  static double p(double[] base, double[] changed) {
    return Math.max(
        MannWhitney.p(base, changed), MannWhitney.smallestP(base.length, changed.length));
  }

  private ComparedRow row(Pair pair, double p, double adjusted, int needed) {
    ComparedRow.Change change = change(pair.base(), pair.changed());
    return new ComparedRow(
        pair.side().name(),
        pair.figure(),
        rounds(pair.base()),
        rounds(pair.changed()),
        change,
        p,
        adjusted,
        needed > 0 ? Verdict.UNKNOWN : verdict(pair.figure().metric(), change.share(), adjusted),
        needed);
  }

  private Verdict verdict(Metric metric, double share, double adjusted) {
    if (adjusted > settings.alpha()) {
      return Verdict.SAME;
    }
    if (Math.abs(share) <= settings.minEffect()) {
      return Verdict.SMALL;
    }
    return share > 0 == metric.lowerIsBetter() ? Verdict.WORSE : Verdict.BETTER;
  }

  private static ComparedRow.Rounds rounds(double[] values) {
    return new ComparedRow.Rounds(values.length, MedianInterval.of(values, CONFIDENCE));
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

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private Power power(List<ComparedRow> rows) {
    double[] smallest =
        rows.stream()
            .mapToDouble(row -> MannWhitney.smallestP(row.base().count(), row.changed().count()))
            .sorted()
            .toArray();
    int tested = (int) Arrays.stream(smallest).filter(p -> p <= settings.alpha()).count();
    double least = smallest.length == 0 ? 1 : smallest[0];
    return new Power(
        tested,
        (int) rows.stream().filter(row -> row.verdict() != Verdict.UNKNOWN).count(),
        least,
        Math.min(1, least * Math.max(1, tested)),
        MannWhitney.smallestSize(settings.alpha() / Math.max(1, rows.size())));
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

  private static List<Mean> means(List<ComparedRow> rows) {
    record Key(boolean control, String system, Metric metric, String side)
        implements Comparable<Key> {
      @Override
      public int compareTo(Key other) {
        return Comparator.comparing(Key::control)
            .thenComparing(Key::system)
            .thenComparing(Key::metric)
            .thenComparing(Key::side)
            .compare(this, other);
      }
    }
    Map<Key, List<Double>> logarithms = new TreeMap<>();
    for (ComparedRow row : rows) {
      Figure figure = row.figure();
      logarithms
          .computeIfAbsent(
              new Key(figure.isControl(), figure.series().system(), figure.metric(), row.side()),
              key -> new ArrayList<>())
          .add(Math.log(row.change().ratio()));
    }
    List<Mean> means = new ArrayList<>();
    logarithms.forEach(
        (key, values) ->
            means.add(
                new Mean(
                    key.side(),
                    key.system(),
                    key.metric(),
                    values.size(),
                    Math.exp(
                        values.stream().mapToDouble(Double::doubleValue).average().orElse(0)))));
    return means;
  }
}
