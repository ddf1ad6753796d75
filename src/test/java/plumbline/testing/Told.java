package plumbline.testing;

import java.util.List;
import java.util.stream.Collectors;
import plumbline.claim.Judgement;
import plumbline.claim.Verdict;
import plumbline.report.words.Headline;
import plumbline.report.words.VerdictWords;
import plumbline.report.words.Wording;
import plumbline.result.RunData;

/** What a reader is told of verdicts: short, where a test would else name many facts. */
public final class Told {
  private static final VerdictWords WORDS =
      words(new RunData(new MadeManifest().build(), List.of(), List.of()));

  private Told() {}

  /** The words for verdicts on a run, in which forks may have failed. */
  public static VerdictWords words(RunData run) {
    return new VerdictWords(Wording.USUAL, run);
  }

  public static String reason(Verdict verdict) {
    return WORDS.reason(verdict);
  }

  public static String distance(Verdict... verdicts) {
    return WORDS.distance(List.of(verdicts));
  }

  public static String bound(Verdict verdict) {
    return WORDS.bound(verdict);
  }

  public static String interval(Verdict verdict) {
    return WORDS.interval(verdict);
  }

  public static String subject(Verdict verdict) {
    return WORDS.subject(verdict);
  }

  public static String brief(Verdict verdict) {
    return WORDS.brief(verdict);
  }

  public static String contrast(Verdict verdict) {
    return WORDS.contrast(verdict).orElseThrow();
  }

  public static String regime(Verdict verdict) {
    return WORDS.sides(verdict).stream()
        .map(side -> String.join(", ", side.parts()))
        .collect(Collectors.joining(" / "));
  }

  /** The headline of verdicts alone. */
  public static String headline(List<Verdict> verdicts) {
    return String.join(" ", new Headline(WORDS).of(verdicts));
  }

  /** The headline of a judged run. */
  public static String headline(RunData run, Judgement judgement) {
    return String.join(" ", new Headline(words(run)).of(judgement.verdicts()));
  }
}
