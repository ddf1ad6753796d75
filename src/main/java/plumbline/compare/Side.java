package plumbline.compare;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import plumbline.compare.Comparison.RunSummary;
import plumbline.result.Fault;
import plumbline.result.Series;

/**
 * One side of a comparison: the valid rounds of one or several runs, pooled.
 *
 * @param name what texts call it: {@code BASE}, {@code NEW}, {@code NEW 2} and so on
 * @param runs the runs
 * @param unfinished the runs that were interrupted, or killed while they were going on
 * @param starts how often the servers were started
 * @param measured rounds of all runs, whether or not a series has rows in each
 * @param values one value per valid round, by what they are values of
 * @param sparse what only some of the valid rounds have
 * @param rounds valid rounds of each series
 * @param missed the starts of the rounds of each series that missed their rate; not in the others
 * @param invalid how many rounds of each series were left out, with their reasons
 * @param conditions under which it was measured: values by fact
 * @param machineKnown whether all its runs have a {@code run.json}
 * @param notes remarks, such as a run that was interrupted
 */
record Side(
    String name,
    List<RunSummary> runs,
    List<String> unfinished,
    int starts,
    int measured,
    Map<Figure, Sample> values,
    Map<Figure, Sparse> sparse,
    Map<Series, Integer> rounds,
    Map<Series, int[]> missed,
    List<Invalid> invalid,
    Map<Fact, SortedSet<String>> conditions,
    boolean machineKnown,
    List<String> notes) {

  /**
   * The values of a figure. A round that missed its rate has no latency of its own, because its
   * schedule was not kept; but it was slower than all that kept it, so it ranks behind them.
   */
  Optional<Sample> sample(Figure figure) {
    Optional<Sample> valid = Optional.ofNullable(values.get(figure));
    int[] late = missed(figure.series());
    if (late.length == 0 || !figure.metric().isLatency()) {
      return valid;
    }
    return Optional.of(valid.orElse(Sample.ofStarts()).with(Double.POSITIVE_INFINITY, late));
  }

  /**
   * Rounds of which a series has no valid figure: what is not valid, missed its rate, or is not
   * there at all.
   */
  int lost(Series series) {
    return measured - rounds.getOrDefault(series, 0);
  }

  /** Everything of which it has a round, valid or not. */
  Stream<Series> series() {
    return Stream.of(
            rounds.keySet().stream(),
            missed.keySet().stream(),
            invalid.stream().map(Invalid::series))
        .flatMap(all -> all);
  }

  /** Whether nothing is left of it. */
  boolean isEmpty() {
    return values.isEmpty() && missed.isEmpty() && invalid.isEmpty();
  }

  /** The starts of the rounds of a series that missed their rate. */
  int[] missed(Series series) {
    return missed.getOrDefault(series, new int[0]);
  }

  /** The runs that are also on another side. */
  List<String> sharedWith(Side other) {
    List<String> names = other.runs.stream().map(RunSummary::name).toList();
    return runs.stream().map(RunSummary::name).filter(names::contains).sorted().toList();
  }

  /** A metric that only so many valid rounds have; the others had too few operations for it. */
  record Sparse(int rounds, int of) {}

  /** A round that was left out. */
  record Invalid(String run, Series series, int round, Fault fault) {

    /** Whether more was wrong than the conditions. */
    boolean hasFailed() {
      return !fault.isDisturbance();
    }
  }
}
