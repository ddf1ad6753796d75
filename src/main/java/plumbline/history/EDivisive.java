package plumbline.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Finds changes in a series by E-divisive means: D. S. Matteson and N. A. James, <i>A Nonparametric
 * Approach for Multiple Change Point Analysis of Multivariate Data</i>, Journal of the American
 * Statistical Association 109 (2014), 334-345. It supposes no distribution, only that the values of
 * one piece are exchangeable.
 *
 * <p>The change whose sides differ most, by {@link Divergence}, is looked for in every piece found
 * so far. It is accepted if few enough random permutations within the pieces give one as strong:
 * with R permutations, of which r are as strong, p = (r + 1) / (R + 1). The first change that is
 * not significant ends the search, so that a series without any shows one with the probability of
 * the level at most, however many are looked for. Who looks at many series corrects for that, see
 * {@link Trends}.
 *
 * <p>Otava (Fleming and others, <i>Hunter</i>, 2023) tests by Student's t instead. The tail of a
 * latency is not normal, so the permutations are kept here, seeded: the same values give the same
 * changes.
 */
final class EDivisive {
  /** Of permutations; more are made if the level needs them. */
  private static final int FEWEST = 999;

  private final int permutations;

  /**
   * Makes as many permutations as it takes for a p of half a level.
   *
   * @param least the lowest level that matters, above 0 and below 1
   */
  EDivisive(double least) {
    check(least);
    this.permutations = (int) Math.min(1_000_000, Math.max(FEWEST, Math.ceil(2 / least) - 1));
  }

  private static void check(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("a level must lie between 0 and 1, not " + level);
    }
  }

  /**
   * The p of the strongest change in a series of which none is known, as {@link #find} has it; 1 as
   * soon as it is certain to be above a level, and if there are too few values for a change.
   */
  double strongest(double[] values, long seed, double level) {
    int[] borders = borders(List.of(), values.length);
    Divergence divergence = new Divergence(values.length);
    divergence.use(values);
    Divergence.Best best = best(divergence, borders);
    return best.isNone() ? 1 : p(divergence, values, borders, best.q(), new Random(seed), level);
  }

  /**
   * The changes, by their places.
   *
   * @param values finite numbers in the order of time
   * @param seed of the permutations
   * @param level the probability of a change where there is none, above 0 and below 1
   */
  List<Change> find(double[] values, long seed, double level) {
    check(level);
    List<Change> changes = new ArrayList<>();
    Random random = new Random(seed);
    Divergence divergence = new Divergence(values.length);
    while (true) {
      int[] borders = borders(changes, values.length);
      divergence.use(values);
      Divergence.Best best = best(divergence, borders);
      if (best.isNone()) {
        return changes;
      }
      double p = p(divergence, values, borders, best.q(), random, level);
      if (!(p <= level)) {
        return changes;
      }
      changes.add(new Change(best.index(), p));
      changes.sort(Comparator.comparingInt(Change::index));
    }
  }

  /**
   * The fewest values that can show a change at this level: if all arrangements of two halves are
   * equally likely, fewer have no arrangement that is rare enough. Two halves that change places
   * are as far apart as before, so each arrangement counts twice.
   */
  static int fewest(double level) {
    int n = 2 * Divergence.SHORTEST;
    while (arrangements(n) * level < 2) {
      n++;
    }
    return n;
  }

  private static double arrangements(int n) {
    double product = 1;
    for (int i = 1; i <= n / 2; i++) {
      product = product * (n - n / 2 + i) / i;
    }
    return product;
  }

  private static int[] borders(List<Change> changes, int length) {
    int[] borders = new int[changes.size() + 2];
    for (int i = 0; i < changes.size(); i++) {
      borders[i + 1] = changes.get(i).index();
    }
    borders[borders.length - 1] = length;
    return borders;
  }

  private static Divergence.Best best(Divergence divergence, int... borders) {
    Divergence.Best best = Divergence.Best.NONE;
    for (int i = 1; i < borders.length; i++) {
      Divergence.Best other = divergence.best(borders[i - 1], borders[i]);
      if (other.q() > best.q()) {
        best = other;
      }
    }
    return best;
  }

  /** The p-value; 1 as soon as it is certain to be above the level. */
  private double p(
      Divergence divergence,
      double[] values,
      int[] borders,
      double q,
      Random random,
      double level) {
    double[] shuffled = values.clone();
    divergence.use(shuffled);
    int asStrong = 0;
    for (int i = 0; i < permutations; i++) {
      for (int piece = 1; piece < borders.length; piece++) {
        shuffle(shuffled, borders[piece - 1], borders[piece], random);
      }
      // Sums of the same distances in another order differ in their last digits.
      if (best(divergence, borders).q() >= q - 1e-9 * Math.abs(q)) {
        asStrong++;
        if (asStrong + 1 > level * (permutations + 1)) {
          return 1;
        }
      }
    }
    return (asStrong + 1.0) / (permutations + 1.0);
  }

  private static void shuffle(double[] values, int start, int end, Random random) {
    for (int i = end - 1; i > start; i--) {
      int other = start + random.nextInt(i - start + 1);
      double value = values[i];
      values[i] = values[other];
      values[other] = value;
    }
  }
}
