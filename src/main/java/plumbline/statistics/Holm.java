package plumbline.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Holm's correction: whatever the dependence between the tests, the probability of even one false
 * alarm among all of them stays below the level.
 */
public final class Holm {
  private Holm() {}

  /**
   * Adjusted p-values, to be compared with the level itself.
   *
   * @param p p-values of one family, 0 to 1
   * @return in the same order, 0 to 1
   */
  public static double[] adjust(double[] p) {
    int[] order =
        IntStream.range(0, p.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> p[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = new double[p.length];
    double largest = 0;
    for (int rank = 0; rank < order.length; rank++) {
      largest = Math.max(largest, Math.min(1, p[order[rank]] * (p.length - rank)));
      adjusted[order[rank]] = largest;
    }
    return adjusted;
  }
}
