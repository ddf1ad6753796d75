package plumbline.report.words;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import plumbline.claim.Outcome;
import plumbline.claim.Verdict;
import plumbline.load.Load;

/** Which regimes have an answer and a range of figures in common. */
final class RegimeGroups {
  /** Figures that are further apart than this many times are no range of one kind. */
  private static final double APART = 5;

  private static final Comparator<List<Verdict>> MOST_FIRST =
      Comparator.comparing((List<Verdict> group) -> group.size()).reversed();

  private final RegimeName names;

  RegimeGroups(RegimeName names) {
    this.names = names;
  }

  /** How regimes are sent and what came out: figures of different loads have no common range. */
  private record Kind(Load load, Outcome outcome) {}

  /** Regimes with the same load and answer, the most frequent answer first. */
  List<List<Verdict>> of(List<Verdict> verdicts) {
    return VerdictWords.by(one -> new Kind(VerdictWords.load(one), one.outcome()), verdicts)
        .values()
        .stream()
        .flatMap(group -> apart(group, verdicts))
        .sorted(MOST_FIRST)
        .toList();
  }

  /**
   * A group, divided at its largest gap if its figures are far apart and a part has a name: what a
   * parameter changes so much is not told as one range.
   */
  private Stream<List<Verdict>> apart(List<Verdict> group, List<Verdict> all) {
    List<Verdict> sorted =
        group.stream()
            .filter(one -> one.figure().isPresent())
            .sorted(Comparator.comparingDouble(one -> one.figure().getAsDouble()))
            .toList();
    int gap = 0;
    for (int i = 1; i < sorted.size(); i++) {
      gap = gap == 0 || step(sorted, i) > step(sorted, gap) ? i : gap;
    }
    if (gap == 0 || sorted.size() < group.size() || ratio(sorted, sorted.size() - 1, 0) <= APART) {
      return Stream.of(group);
    }
    List<Verdict> high = sorted.subList(gap, sorted.size());
    List<Verdict> upper = group.stream().filter(high::contains).toList();
    List<Verdict> lower = group.stream().filter(one -> !high.contains(one)).toList();
    List<Verdict> fewer = upper.size() > lower.size() ? lower : upper;
    return names.of(fewer, all).isPresent() ? Stream.of(lower, upper) : Stream.of(group);
  }

  private static double step(List<Verdict> sorted, int index) {
    return ratio(sorted, index, index - 1);
  }

  private static double ratio(List<Verdict> sorted, int index, int other) {
    return sorted.get(index).figure().getAsDouble() / sorted.get(other).figure().getAsDouble();
  }
}
