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
import plumbline.result.Row;
import plumbline.result.Series;

/**
 * The words of a paired ratio: one operation, measured under two conditions that differ in the
 * parameters that the claim names and in what follows from them.
 */
final class Contrast {
  private static final String COMMA = ", ";
  private static final String DIFFERENCES = " + ";

  private final SortedSet<String> names;
  private final Row above;
  private final Row below;

  /** The parameters in which the two sides of a claim differ: those that it names. */
  static SortedSet<String> names(Claim claim) {
    SortedSet<String> names = new TreeSet<>(claim.numerator().orElseThrow().params().keySet());
    names.addAll(claim.denominator().orElseThrow().params().keySet());
    return names;
  }

  /** Whether two series are one but for these parameters. */
  static boolean isPair(Series above, Series below, SortedSet<String> names) {
    return !above.equals(below) && above.without(names).equals(below.without(names));
  }

  Contrast(SortedSet<String> names, Row above, Row below) {
    this.names = names;
    this.above = above;
    this.below = below;
  }

  /** What is compared, such as {@code containers-published against processes}. */
  String text() {
    return values(above) + Verdict.AGAINST + values(below);
  }

  private String values(Row row) {
    return names.stream()
        .filter(name -> row.series().params().containsKey(name))
        .map(
            name -> {
              String value = row.series().params().get(name);
              // The names of sets say what they are.
              return name.equals(Series.SERVERS) ? value : name + "=" + value;
            })
        .collect(Collectors.joining(" "));
  }

  /** What tells this pair from the others. */
  String brief() {
    return Regime.brief(above.with(above.series().without(names)));
  }

  /** The conditions that both share, then those in which they differ. */
  String regime() {
    Set<String> first = parts(above);
    Set<String> second = parts(below);
    List<String> shared = new ArrayList<>(first);
    shared.retainAll(second);
    first.removeAll(shared);
    second.removeAll(shared);
    if (!first.isEmpty() || !second.isEmpty()) {
      // One part, however many conditions differ.
      shared.add(
          String.join(DIFFERENCES, first) + Verdict.AGAINST + String.join(DIFFERENCES, second));
    }
    return String.join(COMMA, shared);
  }

  private Set<String> parts(Row row) {
    String full = Regime.full(row.with(row.series().without(names)));
    return new LinkedHashSet<>(Arrays.asList(full.split(COMMA)));
  }
}
