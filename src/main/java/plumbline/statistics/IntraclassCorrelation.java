package plumbline.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How alike the values of one group are, as the share of the variance that lies between groups: 0
 * if groups make no difference, 1 if all values of a group are the same. The one-way estimator,
 * ICC(1) of Shrout and Fleiss, Psychological Bulletin 86 (1979), with the mean group size of
 * Donner, International Statistical Review 54 (1986), where sizes differ.
 */
public final class IntraclassCorrelation {
  private IntraclassCorrelation() {}

  /**
   * The estimate, never below 0.
   *
   * @param groups with one value or more each
   * @return empty if there are fewer than two groups, no group has two values, or all values are
   *     the same
   */
  public static OptionalDouble of(List<double[]> groups) {
    int n = groups.stream().mapToInt(group -> group.length).sum();
    int k = groups.size();
    if (k < 2 || n == k) {
      return OptionalDouble.empty();
    }
    double mean = groups.stream().flatMapToDouble(Arrays::stream).average().orElseThrow();
    double between = 0;
    double within = 0;
    double squares = 0;
    for (double[] group : groups) {
      double own = Arrays.stream(group).average().orElseThrow();
      between += group.length * (own - mean) * (own - mean);
      within += Arrays.stream(group).map(value -> (value - own) * (value - own)).sum();
      squares += (double) group.length * group.length;
    }
    double betweenMean = between / (k - 1);
    double withinMean = within / (n - k);
    double size = (n - squares / n) / (k - 1);
    double all = betweenMean + (size - 1) * withinMean;
    return all > 0
        ? OptionalDouble.of(Math.max(0, (betweenMean - withinMean) / all))
        : OptionalDouble.empty();
  }
}
