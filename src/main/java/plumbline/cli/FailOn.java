package plumbline.cli;

import plumbline.claim.Judgement;
import plumbline.claim.Outcome;
import plumbline.claim.Reading;

/**
 * Which verdicts make a command end with exit code 1. Where a claim has several readings, a figure
 * counts only if none of them holds: who means one of them writes a claim with that one.
 */
enum FailOn {
  /** A claim is refuted, by every reading. */
  REFUTED,
  /** A claim is refuted or could not be decided. */
  UNDECIDED;

  /** Whether this applies to what was measured. */
  boolean appliesTo(Judgement judgement) {
    return Reading.byFigure(judgement.verdicts()).stream()
        .filter(figure -> figure.get(0).isMeasured())
        .map(Reading::together)
        .anyMatch(
            outcome ->
                outcome == Outcome.REFUTED || (this == UNDECIDED && outcome == Outcome.UNDECIDED));
  }
}
