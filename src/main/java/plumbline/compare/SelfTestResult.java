package plumbline.compare;

import java.util.List;
import java.util.OptionalDouble;
import plumbline.result.Metric;

/**
 * What a self-test gave.
 *
 * @param settings the rules that were tested
 * @param observation what was split
 * @param starts how often the servers were started
 * @param seed of the random splits
 * @param splits how often the rounds were split
 * @param splitsWithAlarm splits in which any row was worse
 * @param rows by figure
 * @param metrics by metric
 * @param untested figures with too few rounds to be split
 * @param needed observations a side from which on anything could be found
 */
public record SelfTestResult(
    Settings settings,
    Observation observation,
    int starts,
    long seed,
    int splits,
    int splitsWithAlarm,
    List<RowResult> rows,
    List<MetricResult> metrics,
    List<String> untested,
    int needed) {
  public SelfTestResult {
    rows = List.copyOf(rows);
    metrics = List.copyOf(metrics);
    untested = List.copyOf(untested);
  }

  /**
   * One row.
   *
   * @param figure what it is
   * @param observations that were split
   * @param spread of them: the deviation of their logarithms, 0.03 for 3 %
   * @param correlation of the rounds of one start: the share of the variance that lies between
   *     starts, 0 to 1; empty if only one start, or no start with two rounds, was measured
   * @param alarms splits in which it was worse
   * @param detectable the smallest worsening found 95 times in 100, 0.1 for 10 %; empty if none is
   */
  public record RowResult(
      Figure figure,
      int observations,
      double spread,
      OptionalDouble correlation,
      int alarms,
      OptionalDouble detectable) {}

  /**
   * All rows of a metric.
   *
   * @param metric such as p50
   * @param rows how many there are
   * @param splitsWithAlarm splits in which any of them was worse
   * @param middle the change that is found in half of the rows; empty if it is in none
   * @param worst the change that is found in all of the rows; empty if one finds none
   */
  public record MetricResult(
      Metric metric, int rows, int splitsWithAlarm, OptionalDouble middle, OptionalDouble worst) {}
}
