package plumbline.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A few sentences that say what is true in which regime, made from verdicts alone. Verdicts of the
 * groups {@code kafka}, {@code redis} and {@code ratio} feed it, or all if there are none of these.
 */
public final class Headline {
  private static final Set<String> GROUPS = Set.of("kafka", "redis", "ratio");

  /** With more claims than this, counts are easier to read than sentences. */
  private static final int MOST_CLAIMS = 4;

  private Headline() {}

  /**
   * The headline.
   *
   * @param verdicts in the order of the claims file
   * @return one line, never empty
   */
  public static String of(List<Verdict> verdicts) {
    List<Verdict> feeding = verdicts.stream().filter(v -> GROUPS.contains(v.group())).toList();
    Map<String, List<Verdict>> byClaim = new LinkedHashMap<>();
    List<String> missing = new ArrayList<>();
    for (Verdict verdict : feeding.isEmpty() ? verdicts : feeding) {
      if (Judge.isNotMeasured(verdict)) {
        missing.add(verdict.claim());
      } else {
        byClaim.computeIfAbsent(verdict.claim(), id -> new ArrayList<>()).add(verdict);
      }
    }
    if (byClaim.isEmpty()) {
      return missing.isEmpty()
          ? "Nothing was judged."
          : "Nothing that the claims speak about was measured in this run.";
    }
    List<String> sentences = new ArrayList<>();
    if (byClaim.size() > MOST_CLAIMS) {
      sentences.add(counts(byClaim));
    } else {
      byClaim.values().forEach(claim -> sentences.add(sentence(claim)));
    }
    if (!missing.isEmpty()) {
      sentences.add("Not measured in this run: " + String.join(", ", missing) + ".");
    }
    if (verdicts.stream().anyMatch(verdict -> verdict.reason().contains(Judge.INCOMPLETE))) {
      sentences.add("The run is incomplete.");
    }
    return String.join(" ", sentences);
  }

  private static String sentence(List<Verdict> claim) {
    return GapSentence.fits(claim) ? GapSentence.of(claim) : RegimeSentence.of(claim);
  }

  private static String counts(Map<String, List<Verdict>> byClaim) {
    List<Verdict> all = byClaim.values().stream().flatMap(List::stream).toList();
    List<String> parts = new ArrayList<>();
    for (Outcome outcome : Outcome.values()) {
      long count = all.stream().filter(verdict -> verdict.outcome() == outcome).count();
      List<String> ids =
          all.stream()
              .filter(verdict -> verdict.outcome() == outcome)
              .map(Verdict::claim)
              .distinct()
              .toList();
      // Those that hold need no name.
      String names =
          outcome == Outcome.HOLDS || ids.isEmpty() ? "" : " (" + String.join(", ", ids) + ")";
      parts.add(count + " " + outcome + names);
    }
    return String.format(
        Locale.ROOT,
        "%d claims, %d verdicts: %s.",
        byClaim.size(),
        all.size(),
        String.join(", ", parts));
  }
}
