package plumbline.cli;

import plumbline.claim.Judgement;
import plumbline.claim.Outcome;

/** Which verdicts make a command end with exit code 1. */
enum FailOn {
  /** A claim is refuted. */
  REFUTED,
  /** A claim is refuted or could not be decided. */
  UNDECIDED;

  boolean appliesTo(Judgement judgement) {
    return judgement.verdicts().stream()
        .anyMatch(
            verdict ->
                verdict.outcome() == Outcome.REFUTED
                    || (this == UNDECIDED && verdict.outcome() == Outcome.UNDECIDED));
  }
}
