package plumbline.statistics;

import java.util.Arrays;
import org.apache.commons.numbers.combinatorics.BinomialCoefficientDouble;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;

/**
 * The two-sided Mann-Whitney U test (Wilcoxon's rank sum test): whether the values of one sample
 * tend to be larger than those of the other.
 *
 * <p>Its p-value is that of R's {@code wilcox.test} with its defaults: from the exact distribution
 * if both samples have fewer than {@value #EXACT_BELOW} values and there are no ties, else from the
 * normal distribution with corrections for ties and continuity.
 */
public final class MannWhitney {
  /** Samples of this size and more are tested by the normal approximation. */
  public static final int EXACT_BELOW = 50;

  private static final MannWhitneyUTest EXACT =
      MannWhitneyUTest.withDefaults().with(PValueMethod.EXACT);
  private static final MannWhitneyUTest ASYMPTOTIC =
      MannWhitneyUTest.withDefaults().with(PValueMethod.ASYMPTOTIC);

  private MannWhitney() {}

  /**
   * The p-value.
   *
   * @param x one or more values
   * @param y one or more values
   * @return 1 if all values are the same
   */
  public static double p(double[] x, double[] y) {
    if (x.length < EXACT_BELOW && y.length < EXACT_BELOW && !hasTies(x, y)) {
      return EXACT.test(x, y).getPValue();
    }
    double p = ASYMPTOTIC.test(x, y).getPValue();
    return Double.isNaN(p) ? 1 : p;
  }

  /**
   * The smallest p-value that samples of these sizes can give without ties: that of the two orders
   * in which all of one sample lie beyond all of the other.
   */
  public static double smallestP(int n, int m) {
    return n == 0 || m == 0 ? 1 : Math.min(1, 2 / BinomialCoefficientDouble.value(n + m, n));
  }

  /**
   * The smallest p-value that these values can give, however they were dealt out to two samples of
   * these sizes. It does not depend on which value is in which sample. With ties it comes from the
   * normal approximation, and is usually larger; but never smaller than without ties, although the
   * approximation would promise that of tiny samples.
   */
  public static double smallestP(double[] x, double[] y) {
    double bound = smallestP(x.length, y.length);
    if (x.length < EXACT_BELOW && y.length < EXACT_BELOW && !hasTies(x, y)) {
      return bound;
    }
    double[] all = pooled(x, y);
    double ascending =
        p(Arrays.copyOf(all, x.length), Arrays.copyOfRange(all, x.length, all.length));
    double descending =
        p(Arrays.copyOfRange(all, y.length, all.length), Arrays.copyOf(all, y.length));
    return Math.max(bound, Math.min(ascending, descending));
  }

  /** Whether any two of all values are the same. */
  public static boolean hasTies(double[] x, double[] y) {
    double[] all = pooled(x, y);
    for (int i = 1; i < all.length; i++) {
      if (all[i] == all[i - 1]) {
        return true;
      }
    }
    return false;
  }

  private static double[] pooled(double[] x, double[] y) {
    double[] all = Arrays.copyOf(x, x.length + y.length);
    System.arraycopy(y, 0, all, x.length, y.length);
    Arrays.sort(all);
    return all;
  }

  /**
   * The smallest size of two equal samples whose smallest p-value is at or below a level.
   *
   * @param level 0 to 1
   * @param ties whether to reckon with some ties, so that the normal approximation is used
   */
  public static int smallestSize(double level, boolean ties) {
    int n = 1;
    while (smallestP(n, n) > level || (ties && approximately(n) > level)) {
      n++;
    }
    return n;
  }

  /** The approximate p-value of two separate samples, almost without ties. */
  private static double approximately(int n) {
    double pairs = (double) n * n;
    double z = (pairs / 2 - 0.5) / Math.sqrt(pairs * (2 * n + 1) / 12);
    return 2 * NormalDistribution.of(0, 1).survivalProbability(z);
  }
}
