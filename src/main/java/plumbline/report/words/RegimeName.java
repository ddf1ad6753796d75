package plumbline.report.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import plumbline.claim.Verdict;
import plumbline.load.Load;

/**
 * The shortest name of some regimes among others: the fewest conditions that all of them share and
 * no other has, such as {@code with lingerMs=0}.
 */
final class RegimeName {
  /** More regimes than this are counted and not listed. */
  private static final int MOST_LISTED = 3;

  private final VerdictWords words;

  RegimeName(VerdictWords words) {
    this.words = words;
  }

  /**
   * Names a group, if no more than three conditions tell it from the rest.
   *
   * @param group one verdict of each regime to be named
   * @param all one verdict of every regime
   */
  Optional<String> of(List<Verdict> group, List<Verdict> all) {
    Set<String> shared = new LinkedHashSet<>(conditions(group.get(0)));
    group.forEach(verdict -> shared.retainAll(conditions(verdict)));
    List<String> candidates = List.copyOf(shared);
    for (int size = 1; size <= 3; size++) {
      for (List<String> chosen : subsets(candidates, size)) {
        Predicate<Verdict> has = verdict -> conditions(verdict).containsAll(chosen);
        if (all.stream().filter(has).count() == group.size()) {
          return Optional.of(named(group.get(0), chosen));
        }
      }
    }
    return Optional.empty();
  }

  /** Lists the regimes of a group that has no name. */
  String list(List<Verdict> group, int all) {
    if (group.size() > MOST_LISTED) {
      return words.say(Phrase.SOME_REGIMES, group.size(), all);
    }
    return words.say(
        Phrase.FOR,
        group.stream()
            .map(verdict -> words.subject(verdict) + " (" + words.brief(verdict) + ")")
            .collect(Collectors.joining(" and ")));
  }

  private String named(Verdict example, List<String> chosen) {
    List<String> rest = new ArrayList<>(chosen);
    List<String> parts = new ArrayList<>();
    String subject = words.subject(example);
    if (rest.remove(subject)) {
      parts.add(words.say(Phrase.FOR, subject));
    }
    for (Load load : Load.values()) {
      if (rest.remove(load.text())) {
        parts.add(words.say(sending(load)));
      }
    }
    if (!rest.isEmpty()) {
      parts.add(words.say(Phrase.WITH, String.join(" ", rest)));
    }
    return String.join(" ", parts);
  }

  private static Phrase sending(Load load) {
    return switch (load) {
      case CLOSED -> Phrase.IN_A_CLOSED_LOOP;
      case PACED -> Phrase.AT_A_RATE;
      case SATURATED -> Phrase.SATURATED;
    };
  }

  /** What can be said of a regime, what says most first. */
  private List<String> conditions(Verdict verdict) {
    Set<String> conditions = new LinkedHashSet<>();
    if (verdict.isOfAContrast()) {
      // Such a claim is about many operations, so the operation says most.
      conditions.add(words.subject(verdict));
    }
    List<VerdictWords.Side> sides = words.sides(verdict);
    sides.forEach(side -> conditions.addAll(split(side.brief())));
    conditions.add(words.subject(verdict));
    sides.forEach(side -> side.parts().forEach(part -> conditions.addAll(split(part))));
    words.contrast(verdict).ifPresent(conditions::add);
    return List.copyOf(conditions);
  }

  private static List<String> split(String text) {
    return text.contains("=") ? Arrays.asList(text.split(" ")) : List.of(text);
  }

  private static List<List<String>> subsets(List<String> of, int size) {
    if (size == 0) {
      return List.of(List.of());
    }
    List<List<String>> subsets = new ArrayList<>();
    for (int first = 0; first < of.size(); first++) {
      for (List<String> rest : subsets(of.subList(first + 1, of.size()), size - 1)) {
        List<String> subset = new ArrayList<>(List.of(of.get(first)));
        subset.addAll(rest);
        subsets.add(subset);
      }
    }
    return subsets;
  }
}
