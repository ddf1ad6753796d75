package plumbline.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import plumbline.compare.Comparison.Difference;

/** What differs in the conditions of the sides, or within one of them. */
final class Differences {
  private Differences() {}

  /** The facts that all sides know and that have more than one value, in the order of the facts. */
  static List<Difference> between(List<Side> sides) {
    boolean machinesKnown = sides.stream().allMatch(Side::machineKnown);
    Set<String> facts = new LinkedHashSet<>();
    sides.forEach(side -> facts.addAll(side.conditions().keySet()));
    List<Difference> differences = new ArrayList<>();
    for (String fact : facts) {
      // The manifest tells the same, condition by condition.
      if (machinesKnown && fact.endsWith(" servers")) {
        continue;
      }
      if (!sides.stream().allMatch(side -> side.conditions().containsKey(fact))) {
        continue;
      }
      SortedSet<String> all = new TreeSet<>();
      sides.forEach(side -> all.addAll(side.conditions().get(fact)));
      // One system may have several clients or servers, if both sides have the same ones.
      boolean same =
          sides.stream().map(side -> side.conditions().get(fact)).distinct().count() == 1;
      if (all.size() > 1 && !(same && isPerSeries(fact))) {
        differences.add(
            new Difference(
                fact,
                sides.stream()
                    .map(side -> String.join(" and ", side.conditions().get(fact)))
                    .toList()));
      }
    }
    return differences;
  }

  private static boolean isPerSeries(String fact) {
    return fact.endsWith(" server") || fact.endsWith(" servers") || fact.contains(" client of ");
  }
}
