package plumbline.compare;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import plumbline.result.Fault;
import plumbline.result.Series;

/**
 * One side of a comparison: the valid rounds of one or several runs, pooled.
 *
 * @param name what texts call it: {@code BASE}, {@code NEW}, {@code NEW 2} and so on
 * @param runs the runs
 * @param values one value per round, by what they are values of
 * @param sparse what only some of the valid rounds have
 * @param rounds valid rounds of each series
 * @param invalid how many rounds of each series were left out, with their reasons
 * @param conditions under which it was measured: values by fact
 * @param machineKnown whether all its runs have a {@code run.json}
 * @param notes remarks, such as a run that was interrupted
 */
record Side(
    String name,
    List<Run> runs,
    Map<Figure, double[]> values,
    Map<Figure, Sparse> sparse,
    Map<Series, Integer> rounds,
    List<Invalid> invalid,
    Map<Fact, SortedSet<String>> conditions,
    boolean machineKnown,
    List<String> notes) {

  /**
   * A run.
   *
   * @param name its name
   * @param commit git commit, or empty
   * @param rounds the most rounds that any of its series has
   */
  record Run(String name, String commit, int rounds) {}

  /**
   * A metric that some valid rounds lack, because they had too few operations for it.
   *
   * @param rounds valid rounds that have it
   * @param of valid rounds of its series
   */
  record Sparse(int rounds, int of) {}

  /**
   * Rounds that were left out.
   *
   * @param run the run
   * @param series the series by its name, see {@link Figure#name()}
   * @param round the round, 1 and up
   * @param fault why they are not valid
   */
  record Invalid(String run, String series, int round, Fault fault) {}
}
