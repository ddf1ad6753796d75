package plumbline.report.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.claim.Ground;
import plumbline.claim.Outcome;
import plumbline.claim.Verdict;
import plumbline.report.page.Text;
import plumbline.report.page.Tone;

/**
 * A few sentences that say what is true in which regime, made from verdicts alone: those that feed
 * it, or all if none does. A claim that continues another is told in the sentence of that one.
 */
public final class Headline {
  /** With more claims than this, counts are easier to read than sentences. */
  private static final int MOST_CLAIMS = 4;

  private static final Pattern OUTCOME = Pattern.compile("HOLDS|REFUTED|UNDECIDED");

  private final VerdictWords words;
  private final RegimeSentence regimes;
  private final GapSentence gaps;

  public Headline(VerdictWords words) {
    this.words = words;
    this.regimes = new RegimeSentence(words);
    this.gaps = new GapSentence(words);
  }

  /**
   * The headline.
   *
   * @param verdicts in the order of the claims file
   * @return one sentence or more, each a line of its own
   */
  public List<String> of(List<Verdict> verdicts) {
    List<Verdict> feeding = verdicts.stream().filter(Verdict::headline).toList();
    List<Verdict> told = feeding.isEmpty() ? verdicts : feeding;
    Map<String, List<Verdict>> byClaim =
        VerdictWords.by(Verdict::line, told.stream().filter(Verdict::isMeasured).toList());
    List<String> missing =
        told.stream()
            .filter(verdict -> !verdict.isMeasured())
            .map(Verdict::claim)
            .distinct()
            .toList();
    if (byClaim.isEmpty()) {
      return List.of(
          words.say(missing.isEmpty() ? Phrase.NOTHING_JUDGED : Phrase.NOTHING_OF_THE_CLAIMS));
    }
    List<String> sentences = new ArrayList<>();
    if (byClaim.size() > MOST_CLAIMS) {
      sentences.add(counts(byClaim));
    } else {
      byClaim.values().forEach(claim -> sentences.add(sentence(claim)));
    }
    if (!missing.isEmpty()) {
      sentences.add(words.say(Phrase.NOT_MEASURED_CLAIMS, String.join(", ", missing)));
    }
    if (verdicts.stream().anyMatch(one -> one.ground(Ground.RunIncomplete.class).isPresent())) {
      sentences.add(words.say(Phrase.INCOMPLETE));
    }
    return sentences;
  }

  /** A sentence with its tones: the claim, and after its colon what came out. */
  public static Text marked(String sentence) {
    int colon = sentence.indexOf(": ");
    if (colon < 0) {
      return Text.of(sentence, Tone.STRONG);
    }
    Text text = Text.of(sentence.substring(0, colon + 1), Tone.STRONG).plus(" ");
    String found = sentence.substring(colon + 2);
    Matcher matcher = OUTCOME.matcher(found);
    int at = 0;
    while (matcher.find()) {
      text =
          text.plus(found.substring(at, matcher.start()))
              .plus(VerdictWords.text(Outcome.valueOf(matcher.group())));
      at = matcher.end();
    }
    return text.plus(found.substring(at));
  }

  private String sentence(List<Verdict> claim) {
    return gaps.fits(claim) ? gaps.of(claim) : regimes.of(claim);
  }

  private String counts(Map<String, List<Verdict>> byClaim) {
    List<Verdict> all = byClaim.values().stream().flatMap(List::stream).toList();
    List<String> parts = new ArrayList<>();
    for (Outcome outcome : Outcome.values()) {
      List<Verdict> such = all.stream().filter(verdict -> verdict.outcome() == outcome).toList();
      List<String> ids = such.stream().map(Verdict::claim).distinct().toList();
      // Those that hold need no name.
      String names =
          outcome == Outcome.HOLDS || ids.isEmpty() ? "" : " (" + String.join(", ", ids) + ")";
      parts.add(such.size() + " " + outcome + names);
    }
    return words.say(Phrase.COUNTS, byClaim.size(), all.size(), String.join(", ", parts));
  }
}
