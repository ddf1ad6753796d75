package plumbline.history;

import java.util.Arrays;

/**
 * One metric of one benchmark in one run, in the unit of the metric.
 *
 * @param median of the rounds, each of which counts once
 * @param low of the round with the smallest value
 * @param high of the round with the largest
 * @param rounds valid rounds behind it, at least 1
 */
public record Figure(double median, double low, double high, int rounds) {

  /** The figure of some rounds. */
  static Figure of(double... rounds) {
    double[] sorted = rounds.clone();
    Arrays.sort(sorted);
    return new Figure(
        Medians.ofSorted(sorted), sorted[0], sorted[sorted.length - 1], rounds.length);
  }
}
