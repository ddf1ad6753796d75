package plumbline.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import plumbline.result.Regime;
import plumbline.result.Series;
import plumbline.result.Subject;
import plumbline.result.SystemFacts;

/**
 * How {@code verdicts.json} of schema 1 called a series and its conditions. One series and its
 * conditions are {@link Regime#full} and {@link SystemFacts#nameOf}, which have not changed since.
 */
final class Schema1Texts {
  /** Between the two sides of a ratio. */
  static final String SLASH = " / ";

  private static final String AGAINST = " against ";
  private static final String COMMA = ", ";

  private Schema1Texts() {}

  static String operation(Series series) {
    return SystemFacts.unwritten(series.system()).nameOf(series);
  }

  /** Of a contrast: the conditions that both share, then those in which they differ. */
  static String regime(Subject above, Subject below, SortedSet<String> names) {
    Set<String> first = parts(above, names);
    Set<String> second = parts(below, names);
    List<String> shared = new ArrayList<>(first);
    shared.retainAll(second);
    first.removeAll(shared);
    second.removeAll(shared);
    if (!first.isEmpty() || !second.isEmpty()) {
      shared.add(String.join(" + ", first) + AGAINST + String.join(" + ", second));
    }
    return String.join(COMMA, shared);
  }

  private static Set<String> parts(Subject subject, SortedSet<String> names) {
    String full = Regime.full(subject.with(subject.series().without(names)));
    return new LinkedHashSet<>(Arrays.asList(full.split(COMMA)));
  }

  static String contrast(Series above, Series below, SortedSet<String> names) {
    return values(above, names) + AGAINST + values(below, names);
  }

  private static String values(Series series, SortedSet<String> names) {
    return names.stream()
        .filter(name -> series.params().containsKey(name))
        .map(
            name ->
                name.equals(Series.SERVERS)
                    ? series.params().get(name)
                    : name + "=" + series.params().get(name))
        .collect(Collectors.joining(" "));
  }

  /** The parameters that a contrast names: sets of servers stand there without their name. */
  static SortedSet<String> contrastNames(String contrast) {
    SortedSet<String> names = new TreeSet<>();
    for (String side : contrast.split(AGAINST)) {
      for (String word : side.split(" ")) {
        int equals = word.indexOf('=');
        names.add(equals < 0 ? Series.SERVERS : word.substring(0, equals));
      }
    }
    return names;
  }
}
