package plumbline.statistics;

import org.apache.commons.numbers.combinatorics.BinomialCoefficientDouble;
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
    MannWhitneyUTest.Result asymptotic = ASYMPTOTIC.test(x, y);
    if (x.length < EXACT_BELOW && y.length < EXACT_BELOW && !asymptotic.hasTiedValues()) {
      return EXACT.test(x, y).getPValue();
    }
    double p = asymptotic.getPValue();
    return Double.isNaN(p) ? 1 : p;
  }

  /**
   * The smallest p-value that samples of these sizes can give: that of the two orders in which all
   * of one sample lie beyond all of the other. Ties make the normal approximation of tiny samples
   * promise more than that, which no arrangement of so few values can support.
   */
  public static double smallestP(int n, int m) {
    return n == 0 || m == 0 ? 1 : Math.min(1, 2 / BinomialCoefficientDouble.value(n + m, n));
  }

  /** The smallest size of two equal samples whose smallest p-value is at or below a level. */
  public static int smallestSize(double level) {
    int n = 1;
    while (smallestP(n, n) > level) {
      n++;
    }
    return n;
  }
}
