package plumbline.statistics;

import java.util.Arrays;

/**
 * Benjamini and Hochberg's correction (<i>Controlling the False Discovery Rate</i>, Journal of the
 * Royal Statistical Society B 57, 1995, 289-300): of the tests that it calls significant, at most
 * the level's share is expected to be false alarms; if no test has anything to find, the
 * probability of even one is at most the level. It holds for independent tests and for those that
 * go up and down together, as percentiles of one benchmark do (Benjamini and Yekutieli, 2001).
 */
public final class BenjaminiHochberg {
  private BenjaminiHochberg() {}

  /**
   * The level for each single test: those whose p is at most that are significant.
   *
   * @param p p-values of one family, 0 to 1
   * @param level the share of false alarms, above 0 and below 1
   * @return the level divided by the number of tests, times how many are significant; 0 if none is
   */
  public static double threshold(double[] p, double level) {
    double[] rising = p.clone();
    Arrays.sort(rising);
    for (int rank = rising.length; rank > 0; rank--) {
      double threshold = level * rank / rising.length;
      if (rising[rank - 1] <= threshold) {
        return threshold;
      }
    }
    return 0;
  }
}
