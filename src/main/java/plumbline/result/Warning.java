package plumbline.result;

import java.util.Arrays;
import java.util.List;

/**
 * Everything that can be wrong with a round or a figure although it was measured. Each warning has
 * a phrase, by which it is told in the {@code reason} of a row, and a remedy.
 */
public enum Warning {
  /** The load could not be sent or answered at its rate. */
  RATE_MISSED(
      Effect.DISTURBS,
      "of the target rate was achieved",
      "lower the rate; lag and service time say whether the client or the server is the limit"),
  /** An operation ended with an error, or was never answered. */
  OPERATIONS_FAILED(
      Effect.FAILS, "failed or were not answered", "the fork's log in logs/ has the first error"),
  /** An answer was not the right one. */
  WRONG_ANSWERS(Effect.FAILS, "had a wrong answer", "the fork's log in logs/ has the first one"),
  /** A message was sent and never arrived. */
  MESSAGES_LOST(
      Effect.FAILS,
      "were lost",
      "see whether the server or a connection failed: logs/ has what they said"),
  /** A message arrived more than once. */
  MESSAGES_DUPLICATED(
      Effect.FAILS,
      "arrived more than once",
      "see whether the client sends again: idempotence, retries"),
  /** A latency is beyond the range of the histogram. */
  RANGE_EXCEEDED(
      Effect.FAILS, "took longer than 60 s", "find what hangs; such a latency has no percentile"),
  /** Nothing ended in the measured time. */
  NOTHING_MEASURED(
      Effect.FAILS,
      "no operation ended within the measured time",
      "measure for longer, or see logs/"),
  /** The first part of the measured time was slower than the last. */
  NOT_SETTLED(
      Effect.DISTURBS,
      "the warm-up had not settled",
      "give the benchmark a longer warm-up in the plan"),
  /** The client had no processor left. */
  CLIENT_SATURATED(
      Effect.DISTURBS,
      "of all processors were taken by the client",
      "lower the rate, or give the client more processors than the servers leave it"),
  /** Sends were late by a good part of the figure. */
  SCHEDULE_LAG(
      Effect.MARKS,
      "schedule lag explains",
      "close what else runs here, lower the rate, or read the service time beside it"),
  /** The client's garbage collector explains a good part of the figure. */
  GC_PAUSES(
      Effect.MARKS,
      "garbage collection in the client explains",
      "measure for longer, or send smaller payloads or at a lower rate"),
  /** For a long while there was no answer at all. */
  SERVER_STALLED(
      Effect.MARKS,
      "without any answer explains",
      "see what the server did then, logs/ has its log; one stall is an anecdote, so measure again"),
  /** The machine itself paused for as long as the figure. */
  PLATFORM_PAUSES(
      Effect.MARKS,
      "platform pauses of",
      "use a quieter machine, or one whose processors are not shared");

  /** What a warning costs. */
  public enum Effect {
    /** The round is invalid, and its run has failed. */
    FAILS,
    /**
     * The round is invalid, because the conditions were not those that were asked for; all answers
     * were right, so if other rounds of its series are valid, that is all that is wrong with its
     * run.
     */
    DISTURBS,
    /** The figure is marked, and no claim is judged by it. */
    MARKS
  }

  private final Effect effect;
  private final String phrase;
  private final String remedy;

  Warning(Effect effect, String phrase, String remedy) {
    this.effect = effect;
    this.phrase = phrase;
    this.remedy = remedy;
  }

  /** What it costs. */
  public Effect effect() {
    return effect;
  }

  /** Whether its effect is {@link Effect#DISTURBS}. */
  public boolean isDisturbance() {
    return effect == Effect.DISTURBS;
  }

  /** What the reason of a row says. */
  public String phrase() {
    return phrase;
  }

  /** What a user can do, one line. */
  public String remedy() {
    return remedy;
  }

  /** The warnings that a reason tells of, in the order of this class. */
  public static List<Warning> in(String reason) {
    return Arrays.stream(values()).filter(warning -> reason.contains(warning.phrase)).toList();
  }
}
