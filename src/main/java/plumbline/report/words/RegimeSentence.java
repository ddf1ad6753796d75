package plumbline.report.words;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import plumbline.claim.Outcome;
import plumbline.claim.Reading;
import plumbline.claim.Verdict;
import plumbline.result.Metric;
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

  /**
   * The sentence.
   *
   * @param claim the verdicts on a claim, and on those that continue it
   */
  String of(List<Verdict> claim) {
    Verdict own =
        claim.stream()
            .filter(verdict -> verdict.claim().equals(verdict.line()))
            .findFirst()
            .orElse(claim.get(0));
    String statement = own.statement().strip().replaceAll("\\.$", "");
    return words.say(Phrase.CLAIM, statement, found(claim));
  }

  /** What came out by the first reading, and by another where that is something else. */
  private String found(List<Verdict> claim) {
    Collection<List<Verdict>> byFigure = Reading.byFigure(claim);
    List<Verdict> firsts = byFigure.stream().map(one -> one.get(0)).toList();
    List<Verdict> others =
        byFigure.stream()
            .flatMap(one -> one.stream().filter(each -> each.outcome() != one.get(0).outcome()))
            .toList();
    String first = clauses(firsts, firsts, false);
    if (others.isEmpty()) {
      return first;
    }
    List<String> parts = new ArrayList<>();
    parts.add(firsts.get(0).reading().map(name -> readAs(name, first)).orElse(first));
    VerdictWords.by(verdict -> verdict.reading().orElse(""), others)
        .forEach((name, differing) -> parts.add(readAs(name, clauses(differing, firsts, true))));
    return String.join("; ", parts);
  }

  private String readAs(String name, String clauses) {
    return words.say(Phrase.READ_AS, name, clauses);
  }

  /**
   * What came out, regimes with the same outcomes together.
   *
   * @param verdicts to tell
   * @param all verdicts of every regime, from which those are told apart
   * @param again whether figures and reasons were told before, so that only distances are
   */
  private String clauses(List<Verdict> verdicts, List<Verdict> all, boolean again) {
    // Regimes by how operations are sent and what came out.
    Map<List<String>, List<List<Verdict>>> byOutcomes = new LinkedHashMap<>();
    Collection<List<Verdict>> regimes = VerdictWords.by(Verdict::subjects, verdicts).values();
    for (List<Verdict> regime : regimes) {
      // Service times, response times and queueing have no range in common.
      Stream<String> load = Stream.of(VerdictWords.load(regime.get(0)).text());
      Stream<String> outcomes =
          regime.stream().map(verdict -> verdict.metric() + "=" + verdict.outcome());
      byOutcomes
          .computeIfAbsent(Stream.concat(load, outcomes).toList(), key -> new ArrayList<>())
          .add(regime);
    }
    List<Verdict> every = firsts(VerdictWords.by(Verdict::subjects, all).values());
    boolean covers = regimes.size() == every.size();
    if (byOutcomes.size() == 1 && covers) {
      return everywhere(List.copyOf(regimes), again);
    }
    List<String> named = new ArrayList<>();
    List<List<List<Verdict>>> nameless = new ArrayList<>();
    for (List<List<Verdict>> group : byOutcomes.values()) {
      names
          .of(firsts(group), every)
          .ifPresentOrElse(
              name -> named.add(name + " " + outcomes(group, again)), () -> nameless.add(group));
    }
    for (List<List<Verdict>> group : nameless) {
      String name =
          nameless.size() == 1 && covers
              ? words.say(Phrase.ELSEWHERE)
              : names.list(firsts(group), every.size());
      named.add(name + " " + outcomes(group, again));
    }
    return String.join("; ", named);
  }

  private String everywhere(List<List<Verdict>> all, boolean again) {
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
    return undecided ? where + " " + outcomes(all, again) : outcomes(all, again) + " " + where;
  }

  private static List<Verdict> firsts(Collection<List<Verdict>> regimes) {
    return regimes.stream().map(regime -> regime.get(0)).toList();
  }

  /** What came out for each metric, those with the same outcome together. */
  private String outcomes(List<List<Verdict>> group, boolean again) {
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
        figures.add(words.at(metric) + figure(same, again));
        together.addAll(same);
        to++;
      }
      parts.add(
          outcome + " " + String.join(" and ", figures) + (again ? "" : why(outcome, together)));
      from = to;
    }
    return String.join(", ", parts);
  }

  private String figure(List<Verdict> verdicts, boolean again) {
    OptionalDouble low =
        verdicts.stream().flatMapToDouble(verdict -> verdict.figure().stream()).min();
    OptionalDouble high =
        verdicts.stream().flatMapToDouble(verdict -> verdict.figure().stream()).max();
    if (low.isEmpty()) {
      return "";
    }
    String said =
        again ? "" : Units.said(low.getAsDouble(), high.getAsDouble(), verdicts.get(0).unit());
    String all = Wording.joined(", ", said, words.distance(verdicts));
    return all.isEmpty() ? "" : " (" + all + ")";
  }

  private String why(Outcome outcome, List<Verdict> verdicts) {
    if (outcome != Outcome.UNDECIDED) {
      return "";
    }
    List<String> reasons = verdicts.stream().map(words::ownReason).distinct().toList();
    int others = reasons.size() - 1;
    return ": " + reasons.get(0) + (others == 0 ? "" : words.say(Phrase.OTHER_REASONS, others));
  }
}
