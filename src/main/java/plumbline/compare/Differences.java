package plumbline.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import plumbline.compare.Comparison.Difference;
import plumbline.result.Series;

/** What differs in the conditions of the sides, or within one of them. */
final class Differences {
  private static final SortedSet<String> NONE =
      Collections.unmodifiableSortedSet(new TreeSet<>(Set.of("(none)")));

  private Differences() {}

  /** The facts that the sides know and that have more than one value, in the order of the facts. */
  static List<Difference> between(List<Side> sides) {
    Set<Fact> facts = new LinkedHashSet<>();
    sides.forEach(side -> facts.addAll(side.conditions().keySet()));
    List<Difference> differences = new ArrayList<>();
    for (Fact fact : facts) {
      if (isTold(fact, sides)) {
        difference(fact, sides).ifPresent(differences::add);
      }
    }
    return differences;
  }

  /**
   * The facts that one side tells and another does not, by name: what is not known is not equal.
   * Those of servers and of a plan's lines count where something of theirs is compared.
   *
   * @param compared the series that are compared
   */
  static List<String> untold(List<Side> sides, Set<Series> compared) {
    return sides.stream()
        .flatMap(side -> side.conditions().keySet().stream())
        .distinct()
        .filter(fact -> compared.stream().anyMatch(fact::isAbout))
        .filter(fact -> !sides.stream().allMatch(side -> has(side, fact)))
        .map(Fact::text)
        .toList();
  }

  private static boolean isTold(Fact fact, List<Side> sides) {
    return switch (fact.kind()) {
      case MACHINE, VERSION -> sides.stream().allMatch(side -> has(side, fact));
      case SERVER -> sides.stream().allMatch(side -> describes(side, fact.system()));
      // The manifest tells the same, condition by condition.
      case SUMMARY ->
          sides.stream().allMatch(side -> has(side, fact))
              && !sides.stream().allMatch(Side::machineKnown);
    };
  }

  private static boolean has(Side side, Fact fact) {
    return side.conditions().containsKey(fact);
  }

  private static boolean describes(Side side, String system) {
    return side.conditions().keySet().stream()
        .anyMatch(fact -> fact.kind() == Fact.Kind.SERVER && fact.system().equals(system));
  }

  private static Optional<Difference> difference(Fact fact, List<Side> sides) {
    List<SortedSet<String>> values =
        sides.stream().map(side -> side.conditions().getOrDefault(fact, NONE)).toList();
    boolean same = values.stream().distinct().count() == 1;
    boolean several = values.stream().anyMatch(value -> value.size() > 1);
    boolean perSeries = fact.kind() == Fact.Kind.VERSION || fact.kind() == Fact.Kind.SUMMARY;
    if (same && (perSeries || !several)) {
      return Optional.empty();
    }
    return Optional.of(
        new Difference(
            fact.text(), values.stream().map(value -> String.join(" and ", value)).toList()));
  }
}
