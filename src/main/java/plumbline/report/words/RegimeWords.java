package plumbline.report.words;

import plumbline.claim.RegimeKind;
import plumbline.result.Promise;

/** Kinds of regimes, and what an acknowledgement promises, as words. */
public final class RegimeWords {
  private RegimeWords() {}

  /** How operations are sent and, in a line of its own, what is promised where that is asked. */
  public static String of(RegimeKind kind, Wording wording) {
    String sending =
        switch (kind.load()) {
          case CLOSED ->
              kind.inFlight() == 1
                  ? wording.say(Phrase.ONE_IN_FLIGHT)
                  : wording.say(Phrase.MORE_IN_FLIGHT, kind.inFlight());
          case PACED -> wording.say(Phrase.AT_A_RATE);
          case SATURATED -> wording.say(Phrase.SATURATED);
        };
    String promise =
        kind.acrossPromises()
            ? wording.say(Phrase.ACROSS_PROMISES)
            : kind.promise().map(one -> promise(one, "_BRIEF", wording)).orElse("");
    return (sending + "\n" + promise).strip();
  }

  /** A promise in a few words. */
  public static String promise(Promise promise, Wording wording) {
    return promise(promise, "", wording);
  }

  /** What a promise means, in sentences. */
  public static String meaning(Promise promise, Wording wording) {
    return promise(promise, "_MEANING", wording);
  }

  private static String promise(Promise promise, String kind, Wording wording) {
    return wording.say(Phrase.valueOf("PROMISE_" + promise + kind));
  }
}
