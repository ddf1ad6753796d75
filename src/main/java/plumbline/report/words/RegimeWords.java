package plumbline.report.words;

import plumbline.claim.RegimeKind;
import plumbline.result.Promise;

/** Kinds of regimes as words. */
public final class RegimeWords {
  /** In the usual words. */
  public static final RegimeWords USUAL = new RegimeWords(Wording.USUAL);

  private final Wording wording;

  public RegimeWords(Wording wording) {
    this.wording = wording;
  }

  /** How operations are sent. */
  public String sending(RegimeKind kind) {
    return switch (kind.load()) {
      case CLOSED ->
          kind.inFlight() == 1
              ? wording.say(Phrase.ONE_IN_FLIGHT)
              : wording.say(Phrase.MORE_IN_FLIGHT, kind.inFlight());
      case PACED -> wording.say(Phrase.AT_A_RATE);
      case SATURATED -> wording.say(Phrase.SATURATED);
    };
  }

  /** What an acknowledgement promises, in few words; empty where it was not asked for. */
  public String promise(RegimeKind kind) {
    return kind.acrossPromises()
        ? wording.say(Phrase.ACROSS_PROMISES)
        : kind.promise().map(Promise::brief).orElse("");
  }

  /** Both, such as {@code one in flight, on disk}. */
  public String text(RegimeKind kind) {
    String promise = promise(kind);
    return promise.isEmpty() ? sending(kind) : sending(kind) + ", " + promise;
  }
}
