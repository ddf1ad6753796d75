package plumbline.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import plumbline.compare.Comparison.Power;
import plumbline.compare.Matching.Pair;
import plumbline.result.Metric;
import plumbline.statistics.Holm;
import plumbline.statistics.MannWhitney;
import plumbline.statistics.MedianInterval;

/** Rows whose p-values are corrected together. */
final class Family {
  private final List<Pair> pairs;
  private final Settings settings;

  /** The smallest p of each row. */
  private final double[] smallest;

  Family(List<Pair> pairs, Settings settings) {
    this.pairs = pairs;
    this.settings = settings;
    this.smallest = pairs.stream().mapToDouble(Pair::smallestP).toArray();
  }

  /** Whether a row could be significant if it were alone. */
  private boolean isTested(int row) {
    return smallest[row] <= settings.alpha();
  }

  /** The rows in the order of the pairs. */
  List<ComparedRow> rows() {
    double[] p = new double[smallest.length];
    for (int i = 0; i < p.length; i++) {
      p[i] = Comparer.p(pairs.get(i).base(), pairs.get(i).changed());
    }
    double[] adjusted = adjusted(p);
    double[] reachable = reachable();
    List<ComparedRow> rows = new ArrayList<>();
    for (int i = 0; i < p.length; i++) {
      rows.add(row(pairs.get(i), p[i], adjusted[i], reachable[i] <= settings.alpha()));
    }
    return rows;
  }

  /** Holm's correction over the rows that are tested; 1 for the others. */
  private double[] adjusted(double[] p) {
    int[] tested = IntStream.range(0, p.length).filter(this::isTested).toArray();
    double[] ofTested = Holm.adjust(Arrays.stream(tested).mapToDouble(i -> p[i]).toArray());
    double[] adjusted = new double[p.length];
    Arrays.fill(adjusted, 1);
    for (int i = 0; i < tested.length; i++) {
      adjusted[tested[i]] = ofTested[i];
    }
    return adjusted;
  }

  /** No adjusted p of a row can be lower than this, whatever the rounds of all rows are. */
  private double[] reachable() {
    return adjusted(smallest);
  }

  private int roundsNeeded(Pair pair) {
    return MannWhitney.smallestSize(settings.alpha() / Math.max(1, pairs.size()), pair.hasTies());
  }

  /** Many ties may ask for more than the usual number: then for more than there are. */
  private int roundsMissing(Pair pair) {
    int fewest = Math.min(pair.base().length, pair.changed().length);
    return Math.max(roundsNeeded(pair), fewest + 1);
  }

  Power power() {
    double[] reachable = reachable();
    int tested = 0;
    int decidable = 0;
    double least = 1;
    double leastAdjusted = 1;
    int needed = 1;
    for (int i = 0; i < smallest.length; i++) {
      tested += isTested(i) ? 1 : 0;
      decidable += reachable[i] <= settings.alpha() ? 1 : 0;
      least = Math.min(least, smallest[i]);
      leastAdjusted = Math.min(leastAdjusted, reachable[i]);
      needed = Math.max(needed, roundsNeeded(pairs.get(i)));
    }
    return new Power(tested, decidable, least, leastAdjusted, needed);
  }

  private ComparedRow row(Pair pair, double p, double adjusted, boolean decidable) {
    ComparedRow.Change change = Comparer.change(pair.base(), pair.changed());
    return new ComparedRow(
        pair.side().name(),
        pair.figure(),
        rounds(pair.base()),
        rounds(pair.changed()),
        change,
        p,
        adjusted,
        decidable ? verdict(pair.figure().metric(), change.share(), adjusted) : Verdict.UNKNOWN,
        decidable ? 0 : roundsMissing(pair));
  }

  private Verdict verdict(Metric metric, double share, double adjusted) {
    if (adjusted > settings.alpha()) {
      return Verdict.SAME;
    }
    if (Math.abs(share) <= settings.minEffect()) {
      return Verdict.SMALL;
    }
    return (share > 0) == metric.lowerIsBetter() ? Verdict.WORSE : Verdict.BETTER;
  }

  private static ComparedRow.Rounds rounds(double[] values) {
    return new ComparedRow.Rounds(values.length, MedianInterval.of(values, Comparer.CONFIDENCE));
  }
}
