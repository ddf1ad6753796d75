package plumbline.compare;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import plumbline.compare.Comparison.Power;
import plumbline.compare.Matching.Pair;
import plumbline.statistics.Holm;
import plumbline.statistics.MannWhitney;
import plumbline.statistics.MedianInterval;

/** Rows whose p-values are corrected together. */
final class Family {
  private final List<Pair> pairs;
  private final Settings settings;
  private final Observation observation;
  private final double alpha;

  /** The smallest p of each row. */
  private final double[] smallest;

  /** How many rows could be significant if they were alone. */
  private final int tested;

  /** Observations on each side that each row needs. */
  private final int needed;

  private final int neededWithTies;

  /**
   * A family.
   *
   * @param alpha the probability of one false alarm or more in it
   */
  Family(List<Pair> pairs, Observation observation, Settings settings, double alpha) {
    this.pairs = pairs;
    this.observation = observation;
    this.settings = settings;
    this.alpha = alpha;
    this.smallest = pairs.parallelStream().mapToDouble(Pair::smallestP).toArray();
    this.tested = (int) IntStream.range(0, smallest.length).filter(this::isTested).count();
    this.needed = MannWhitney.smallestSize(alpha / Math.max(1, pairs.size()), false);
    this.neededWithTies = MannWhitney.smallestSize(alpha / Math.max(1, pairs.size()), true);
  }

  /** Whether a row could be significant if it were alone. */
  private boolean isTested(int row) {
    return smallest[row] <= alpha;
  }

  /** The rows in the order of the pairs. */
  List<ComparedRow> rows() {
    double[] p = new double[smallest.length];
    Arrays.parallelSetAll(p, i -> Comparer.p(pairs.get(i).base(), pairs.get(i).changed()));
    double[] adjusted = adjusted(p);
    return IntStream.range(0, p.length)
        .parallel()
        .mapToObj(i -> row(pairs.get(i), p[i], adjusted[i], isDecidable(i, adjusted[i])))
        .toList();
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

  /** The adjusted p of a row that is as different as can be, when no other row is. */
  private double reachable(int row) {
    return isTested(row) ? Math.min(1, smallest[row] * tested) : 1;
  }

  /** Others that differ make it easier for the rest. */
  private boolean isDecidable(int row, double adjusted) {
    return adjusted <= alpha || reachable(row) <= alpha;
  }

  private int needed(Pair pair) {
    return pair.hasTies() ? neededWithTies : needed;
  }

  /** Many ties may ask for more than the usual number: then for more than there are. */
  private int missing(Pair pair) {
    int fewest = Math.min(pair.base().length, pair.changed().length);
    return Math.max(needed(pair), fewest + 1);
  }

  Power power() {
    int decidable = 0;
    double least = 1;
    double leastAdjusted = 1;
    int mostNeeded = 1;
    for (int i = 0; i < smallest.length; i++) {
      least = Math.min(least, smallest[i]);
      leastAdjusted = Math.min(leastAdjusted, reachable(i));
      boolean enough = reachable(i) <= alpha;
      decidable += enough ? 1 : 0;
      Pair pair = pairs.get(i);
      mostNeeded = Math.max(mostNeeded, enough ? needed(pair) : missing(pair));
    }
    return new Power(tested, decidable, least, leastAdjusted, mostNeeded);
  }

  private ComparedRow row(Pair pair, double p, double adjusted, boolean decidable) {
    ComparedRow.Change change = Comparer.change(pair.base(), pair.changed());
    return new ComparedRow(
        pair.side().name(),
        pair.figure(),
        observation,
        observations(pair.base()),
        observations(pair.changed()),
        change,
        p,
        adjusted,
        decidable
            ? Verdict.of(
                pair.figure().metric(), change.share(), adjusted, alpha, settings.minEffect())
            : Verdict.UNKNOWN,
        decidable ? 0 : missing(pair));
  }

  private static ComparedRow.Observations observations(double[] values) {
    return new ComparedRow.Observations(
        values.length, MedianInterval.of(values, Comparer.CONFIDENCE));
  }
}
