package plumbline.report.words;

import plumbline.compare.Comparison.Omission;

/** Why something was not compared, as a sentence without its full stop. */
public final class OmissionWords {
  /** In the usual words. */
  public static final OmissionWords USUAL = new OmissionWords(Wording.USUAL);

  private final Wording wording;
  private final WarningWords warnings;

  public OmissionWords(Wording wording) {
    this.wording = wording;
    this.warnings = new WarningWords(wording);
  }

  /** The sentence, never empty. */
  public String of(Omission omission) {
    if (omission.cause() instanceof Omission.Invalid invalid) {
      return warnings.of(invalid.fault());
    } else if (omission.cause() instanceof Omission.TooFewOperations few) {
      return wording.say(Phrase.OMITTED_TOO_FEW, few.other());
    } else if (omission.cause() instanceof Omission.NoValidRound none) {
      return wording.say(Phrase.OMITTED_NO_ROUND, none.other());
    } else if (omission.cause() instanceof Omission.SomeRounds some) {
      return wording.say(Phrase.OMITTED_SPARSE, some.rounds(), some.of());
    }
    return wording.say(Phrase.OMITTED_ZERO);
  }
}
