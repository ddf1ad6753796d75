package plumbline.history;

import plumbline.statistics.MedianInterval;

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
    MedianInterval range = MedianInterval.range(rounds);
    return new Figure(range.median(), range.low(), range.high(), rounds.length);
  }
}
