package plumbline.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plumbline.result.Metric;

/** {@code A Kafka round trip takes 5.8 to 6.8 times as long as a Redis GET at the median …}. */
final class GapSentence {
  private static final String GAP = "ratio > 1 x";

  /** With more regimes than this, one range over all of them is given. */
  private static final int MOST_REGIMES = 4;

  private GapSentence() {}

  /** Whether the claim is that there is a gap between two latencies, and it holds everywhere. */
  static boolean fits(List<Verdict> claim) {
    String subject = claim.get(0).subject();
    return claim.stream()
        .allMatch(
            verdict ->
                verdict.contrast().isEmpty()
                    && verdict.outcome() == Outcome.HOLDS
                    && verdict.bound().endsWith(GAP)
                    && verdict.metric().isLatency()
                    && verdict.subject().equals(subject));
  }

  static String of(List<Verdict> claim) {
    Map<Metric, List<Verdict>> byMetric = new LinkedHashMap<>();
    for (Verdict verdict : claim) {
      byMetric.computeIfAbsent(verdict.metric(), metric -> new ArrayList<>()).add(verdict);
    }
    String[] sides = claim.get(0).subject().split(" / ", 2);
    StringBuilder text = new StringBuilder();
    byMetric.forEach(
        (metric, verdicts) -> {
          if (text.isEmpty()) {
            text.append(article(sides[0], true)).append(" takes ");
            text.append(first(verdicts, " as long as " + article(sides[1], false)));
            text.append(first(metric));
            text.append(rest(verdicts));
          } else {
            text.append("; ").append(Words.at(metric)).append(' ').append(range(verdicts));
          }
        });
    return text.append('.').toString();
  }

  private static String first(List<Verdict> verdicts, String comparison) {
    return range(isListed(verdicts) ? verdicts.subList(0, 1) : verdicts) + comparison;
  }

  private static String first(Metric metric) {
    return " " + Words.at(metric);
  }

  /** Which regime the first figure is of, and the figures of the others. */
  private static String rest(List<Verdict> verdicts) {
    if (!isListed(verdicts)) {
      return " over " + verdicts.size() + " regimes";
    }
    StringBuilder text = new StringBuilder(" with " + regime(verdicts.get(0)));
    for (Verdict verdict : verdicts.subList(1, verdicts.size())) {
      text.append(", ").append(range(List.of(verdict))).append(" with ").append(regime(verdict));
    }
    return text.toString();
  }

  private static boolean isListed(List<Verdict> verdicts) {
    return verdicts.size() <= MOST_REGIMES
        && verdicts.stream().map(GapSentence::regime).distinct().count() == verdicts.size();
  }

  private static String regime(Verdict verdict) {
    return verdict.brief().split(" / ", 2)[0];
  }

  private static String range(List<Verdict> verdicts) {
    double low = verdicts.stream().mapToDouble(v -> v.low().orElseThrow()).min().orElseThrow();
    double high = verdicts.stream().mapToDouble(v -> v.high().orElseThrow()).max().orElseThrow();
    return Human.range(low, high, "x");
  }

  private static String article(String noun, boolean capital) {
    boolean vowel = !noun.isEmpty() && "AEIOUaeiou".indexOf(noun.charAt(0)) >= 0;
    return (capital ? "A" : "a") + (vowel ? "n " : " ") + noun;
  }
}
