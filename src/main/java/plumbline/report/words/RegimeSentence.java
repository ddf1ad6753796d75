package plumbline.report.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import plumbline.claim.Outcome;
import plumbline.claim.Verdict;
import plumbline.result.Metric;
import plumbline.result.Subject;
import plumbline.result.Units;

/**
 * One claim in all its regimes: {@code Its latency is on the order of milliseconds: with lingerMs=0
 * REFUTED at the median (420 µs), HOLDS at p99 (1.7 ms); with lingerMs=5 HOLDS at the median (6.1
 * ms) and at p99 (8 ms).} Regimes with the same outcomes are told together.
 */
final class RegimeSentence {
  private final VerdictWords words;
  private final RegimeName names;

  RegimeSentence(VerdictWords words) {
    this.words = words;
    this.names = new RegimeName(words);
  }

  String of(List<Verdict> claim) {
    Map<List<Subject>, List<Verdict>> regimes = VerdictWords.by(Verdict::subjects, claim);
    // Regimes by what came out in them.
    Map<List<String>, List<List<Verdict>>> groups = new LinkedHashMap<>();
    for (List<Verdict> regime : regimes.values()) {
      List<String> outcomes =
          regime.stream().map(verdict -> verdict.metric() + "=" + verdict.outcome()).toList();
      groups.computeIfAbsent(outcomes, key -> new ArrayList<>()).add(regime);
    }
    List<List<Verdict>> all = List.copyOf(regimes.values());
    String statement = claim.get(0).statement().strip().replaceAll("\\.$", "");
    return words.say(Phrase.CLAIM, statement, clauses(List.copyOf(groups.values()), all));
  }

  private String clauses(List<List<List<Verdict>>> groups, List<List<Verdict>> all) {
    if (groups.size() == 1) {
      return everywhere(all);
    }
    List<String> named = new ArrayList<>();
    List<List<List<Verdict>>> nameless = new ArrayList<>();
    for (List<List<Verdict>> group : groups) {
      names
          .of(firsts(group), firsts(all))
          .ifPresentOrElse(
              name -> named.add(name + " " + outcomes(group)), () -> nameless.add(group));
    }
    for (List<List<Verdict>> group : nameless) {
      String name =
          nameless.size() == 1
              ? words.say(Phrase.ELSEWHERE)
              : names.list(firsts(group), all.size());
      named.add(name + " " + outcomes(group));
    }
    return String.join("; ", named);
  }

  private String everywhere(List<List<Verdict>> all) {
    Verdict first = all.get(0).get(0);
    boolean undecided =
        all.get(0).stream().anyMatch(verdict -> verdict.outcome() == Outcome.UNDECIDED);
    String where =
        all.size() == 1
            ? names.list(List.of(first), 1)
            : all.size() == 2
                ? words.say(Phrase.BOTH_REGIMES)
                : words.say(Phrase.ALL_REGIMES, all.size());
    // After a reason, the place would read as part of it.
    return undecided ? where + " " + outcomes(all) : outcomes(all) + " " + where;
  }

  private static List<Verdict> firsts(List<List<Verdict>> regimes) {
    return regimes.stream().map(regime -> regime.get(0)).toList();
  }

  /** What came out for each metric, those with the same outcome together. */
  private String outcomes(List<List<Verdict>> group) {
    List<String> parts = new ArrayList<>();
    List<Verdict> first = group.get(0);
    int from = 0;
    while (from < first.size()) {
      Outcome outcome = first.get(from).outcome();
      int to = from;
      List<String> figures = new ArrayList<>();
      List<Verdict> together = new ArrayList<>();
      while (to < first.size() && first.get(to).outcome() == outcome) {
        Metric metric = first.get(to).metric();
        List<Verdict> same =
            group.stream()
                .flatMap(List::stream)
                .filter(verdict -> verdict.metric() == metric)
                .toList();
        figures.add(words.at(metric) + figure(same));
        together.addAll(same);
        to++;
      }
      parts.add(outcome + " " + String.join(" and ", figures) + why(outcome, together));
      from = to;
    }
    return String.join(", ", parts);
  }

  private String figure(List<Verdict> verdicts) {
    OptionalDouble low =
        verdicts.stream().flatMapToDouble(verdict -> verdict.estimate().stream()).min();
    OptionalDouble high =
        verdicts.stream().flatMapToDouble(verdict -> verdict.estimate().stream()).max();
    return low.isEmpty()
        ? ""
        : " (" + Units.said(low.getAsDouble(), high.getAsDouble(), verdicts.get(0).unit()) + ")";
  }

  private String why(Outcome outcome, List<Verdict> verdicts) {
    if (outcome != Outcome.UNDECIDED) {
      return "";
    }
    List<String> reasons = verdicts.stream().map(words::ownReason).distinct().toList();
    int others = reasons.size() - 1;
    return ": "
        + reasons.get(0)
        + (others == 0
            ? ""
            : others == 1
                ? words.say(Phrase.ONE_OTHER_REASON)
                : words.say(Phrase.OTHER_REASONS, others));
  }
}
