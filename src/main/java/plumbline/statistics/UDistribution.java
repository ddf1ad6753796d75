package plumbline.statistics;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The exact distribution of the Mann-Whitney statistic U of two samples without ties, when both
 * come from the same distribution: every order of the n + m values is equally likely.
 */
final class UDistribution {
  /** At most 49 by 49 sizes are asked for, see {@link MannWhitney#EXACT_BELOW}. */
  private static final Map<Integer, UDistribution> KNOWN = new ConcurrentHashMap<>();

  /** P(U <= u) by u, from 0 to n m. */
  private final double[] cumulative;

  /** Computes it anew; {@link #of} remembers it. */
  UDistribution(int n, int m) {
    double[] probability = probabilities(n, m);
    cumulative = new double[probability.length];
    double sum = 0;
    for (int u = 0; u < probability.length; u++) {
      sum += probability[u];
      cumulative[u] = sum;
    }
  }

  static UDistribution of(int n, int m) {
    int small = Math.min(n, m);
    int large = Math.max(n, m);
    return KNOWN.computeIfAbsent(small * 1_000 + large, key -> new UDistribution(small, large));
  }

  /**
   * The coefficients of the Gaussian binomial, the product of (1 - x^(m+i)) / (1 - x^i) for i = 1
   * to n, each step scaled so that they sum to 1 and nothing overflows.
   */
  private static double[] probabilities(int n, int m) {
    double[] counts = new double[n * m + 1];
    counts[0] = 1;
    for (int i = 1; i <= n; i++) {
      for (int u = counts.length - 1; u >= m + i; u--) {
        counts[u] -= counts[u - m - i];
      }
      for (int u = i; u < counts.length; u++) {
        counts[u] += counts[u - i];
      }
      double scale = (double) i / (m + i);
      for (int u = 0; u < counts.length; u++) {
        counts[u] *= scale;
      }
    }
    return counts;
  }

  /** P(U <= u). */
  double cumulative(int u) {
    return u < 0 ? 0 : cumulative[Math.min(u, cumulative.length - 1)];
  }

  /** The smallest u with P(U <= u) >= p. */
  int quantile(double p) {
    int u = 0;
    // As R does: rounding must not push a quantile that is met exactly to the next one.
    while (u < cumulative.length - 1 && cumulative[u] < p * (1 - 4 * Math.ulp(1.0))) {
      u++;
    }
    return u;
  }
}
