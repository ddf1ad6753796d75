package plumbline.report.words;

import plumbline.compare.Comparison.GateOutcome;
import plumbline.compare.Comparison.GateOutcome.Doubt;

/** Why a gate cannot decide, as a sentence without its full stop. */
public final class DoubtWords {
  /** In the usual words. */
  public static final DoubtWords USUAL = new DoubtWords(Wording.USUAL);

  private final Wording wording;

  public DoubtWords(Wording wording) {
    this.wording = wording;
  }

  /** The sentence; empty if the gate could decide. */
  public String of(GateOutcome gate) {
    return gate.doubt().map(this::of).orElse("");
  }

  private String of(Doubt doubt) {
    if (doubt instanceof GateOutcome.SharedRun shared) {
      return wording.say(Phrase.DOUBT_SHARED_RUN, shared.run());
    } else if (doubt instanceof GateOutcome.TooFewRounds few) {
      return wording.say(Phrase.DOUBT_TOO_FEW_ROUNDS, few.rows(), few.needed());
    } else if (doubt instanceof GateOutcome.NothingDecided none) {
      return wording.say(Phrase.DOUBT_NOTHING_DECIDED, none.system(), none.side());
    } else if (doubt instanceof GateOutcome.RoundsLost lost) {
      return wording.say(
          Phrase.DOUBT_ROUNDS_LOST,
          lost.figure(),
          lost.side(),
          lost.lost(),
          lost.of(),
          lost.base(),
          lost.baseLost(),
          lost.ofBase());
    }
    return wording.say(Phrase.DOUBT_NOTHING_COMPARED);
  }
}
