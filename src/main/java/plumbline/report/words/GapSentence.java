package plumbline.report.words;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import plumbline.claim.Outcome;
import plumbline.claim.Verdict;
import plumbline.result.Metric;
import plumbline.result.Units;

/** {@code An XADD takes 5.8 to 6.8 times as long as a GET at the median …}. */
final class GapSentence {
  /** With more regimes than this, one range over all of them is given. */
  private static final int MOST_REGIMES = 4;

  private final VerdictWords words;

  GapSentence(VerdictWords words) {
    this.words = words;
  }

  /** Whether the claim is that there is a gap between two latencies, and it holds everywhere. */
  boolean fits(List<Verdict> claim) {
    return claim.stream()
        .allMatch(
            verdict ->
                !verdict.isOfAContrast()
                    && verdict.reading().isEmpty()
                    && VerdictWords.load(verdict) == VerdictWords.load(claim.get(0))
                    && verdict.outcome() == Outcome.HOLDS
                    && verdict.bounds().isAGap()
                    && verdict.metric().isLatency()
                    && operations(verdict).equals(operations(claim.get(0))));
  }

  private List<String> operations(Verdict verdict) {
    return verdict.subjects().stream().map(words::name).toList();
  }

  String of(List<Verdict> claim) {
    Map<Metric, List<Verdict>> byMetric = VerdictWords.by(Verdict::metric, claim);
    List<String> sides = operations(claim.get(0));
    StringBuilder text = new StringBuilder();
    byMetric.forEach(
        (metric, verdicts) -> {
          String at = words.at(metric);
          if (text.isEmpty()) {
            text.append(
                words.say(
                    Phrase.GAP,
                    article(sides.get(0), true),
                    range(isListed(verdicts) ? verdicts.subList(0, 1) : verdicts),
                    article(sides.get(1), false),
                    at,
                    rest(verdicts)));
          } else {
            text.append("; ").append(at).append(' ').append(range(verdicts));
          }
        });
    return text.append('.').toString();
  }

  /** Which regime the first figure is of, and the figures of the others. */
  private String rest(List<Verdict> verdicts) {
    if (!isListed(verdicts)) {
      return words.say(Phrase.GAP_OVER, verdicts.size());
    }
    StringBuilder text = new StringBuilder(words.say(Phrase.GAP_WITH, regime(verdicts.get(0))));
    for (Verdict verdict : verdicts.subList(1, verdicts.size())) {
      text.append(words.say(Phrase.GAP_ELSEWHERE, range(List.of(verdict)), regime(verdict)));
    }
    return text.toString();
  }

  private boolean isListed(List<Verdict> verdicts) {
    return verdicts.size() <= MOST_REGIMES
        && verdicts.stream().map(this::regime).distinct().count() == verdicts.size();
  }

  /** That of the numerator. */
  private String regime(Verdict verdict) {
    return words.sides(verdict).get(0).brief();
  }

  /** The judged figure with its interval, or of several those that are farthest apart. */
  private String range(List<Verdict> verdicts) {
    DoubleSummaryStatistics figures =
        verdicts.stream().mapToDouble(one -> one.figure().orElseThrow()).summaryStatistics();
    String said = Units.said(figures.getMin(), figures.getMax(), "x");
    Verdict first = verdicts.get(0);
    return verdicts.size() > 1
        ? said
        : words.say(
            Phrase.GAP_FIGURE,
            said,
            Units.said(first.low().orElseThrow()),
            Units.said(first.high().orElseThrow()));
  }

  private static String article(String noun, boolean capital) {
    boolean vowel = !noun.isEmpty() && "AEIOUaeiou".indexOf(noun.charAt(0)) >= 0;
    return (capital ? "A" : "a") + (vowel ? "n " : " ") + noun;
  }
}
