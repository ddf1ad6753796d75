package plumbline.claim;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import plumbline.load.Load;
import plumbline.result.Series;

/**
 * What a claim can be about: the names of a benchmark, whatever the values of its parameters are.
 *
 * @param benchmark simple class name and method
 * @param system id of a system or a control
 * @param operation {@code GET}, {@code round trip}, …
 * @param load how operations are sent
 * @param params names that a selector can give under {@code params}
 */
public record Measurable(
    String benchmark, String system, String operation, Load load, SortedSet<String> params) {
  public Measurable {
    params = Collections.unmodifiableSortedSet(new TreeSet<>(params));
  }

  /** What a run measured, with an older or another jar perhaps. */
  public static Measurable of(Series series) {
    return of(
        series.benchmark(),
        series.system(),
        series.operation(),
        series.load(),
        series.params().keySet());
  }

  /** With any set of names. */
  public static Measurable of(
      String benchmark, String system, String operation, Load load, Set<String> params) {
    return new Measurable(benchmark, system, operation, load, new TreeSet<>(params));
  }
}
