package plumbline.run.plan;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import plumbline.input.Suggestion;
import plumbline.problem.BadInputException;
import plumbline.result.Series;

/** Whether parameters are those of some benchmark. */
final class KnownParams {
  private KnownParams() {}

  /** A parameter must belong to one of the methods at least: GET has a payload, INCR has none. */
  static void check(
      PlanFile.Selection selection, List<BenchmarkCatalog.Entry> selected, String where) {
    SortedSet<String> known = new TreeSet<>(Set.of(Series.PROCESSORS));
    selected.forEach(benchmark -> known.addAll(benchmark.params().keySet()));
    check(
        selection.params().orElse(Map.of()).keySet(),
        known,
        param -> where + ": " + selection.benchmark() + " has no parameter '" + param + "'");
  }

  /**
   * Checks names.
   *
   * @param problem what is wrong with a name that is not known
   * @throws BadInputException at the first of those
   */
  static void check(Set<String> params, SortedSet<String> known, UnaryOperator<String> problem) {
    for (String param : params) {
      if (!known.contains(param)) {
        throw new BadInputException(problem.apply(param) + "; " + Suggestion.known(param, known));
      }
    }
  }
}
