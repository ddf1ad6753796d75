package plumbline.result;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything that can be wrong with a round or a figure although it was measured. The words for it
 * are made where it is printed; what it costs follows from {@link #effect()} alone.
 */
public enum Warning {
  /** The load could not be sent or answered at its rate: achieved, in percent of the target. */
  RATE_MISSED(Effect.DISTURBS, "percent"),
  /** More and more operations were due and had not ended: how many at first and at last. */
  BACKLOG_GREW(Effect.DISTURBS, "first, last"),
  /** Operations ended with an error, or were never answered: how many, and of how many. */
  OPERATIONS_FAILED(Effect.FAILS, "count, of"),
  /** Answers were not the right ones: how many, and of how many. */
  WRONG_ANSWERS(Effect.FAILS, "count, of"),
  /** Messages were sent and never arrived: how many, and of how many. */
  MESSAGES_LOST(Effect.FAILS, "count, of"),
  /** Messages arrived more than once: how many, and of how many. */
  MESSAGES_DUPLICATED(Effect.FAILS, "count, of"),
  /** Latencies beyond the range of the histogram: how many. */
  RANGE_EXCEEDED(Effect.FAILS, "count"),
  /** Writes were promised to be on the disk, and the server's folder is memory. */
  DISK_IS_MEMORY(Effect.FAILS, ""),
  /** Nothing ended in the measured time. */
  NOTHING_MEASURED(Effect.FAILS, ""),
  /**
   * The first part of the measured time was slower than the last: median service time of each, in
   * microseconds.
   */
  NOT_SETTLED(Effect.DISTURBS, "first us, last us"),
  /** The same of the p99. */
  TAIL_NOT_SETTLED(Effect.DISTURBS, "first us, last us"),
  /** The client had no processor left: its share of all processors, in percent. */
  CLIENT_SATURATED(Effect.DISTURBS, "percent"),
  /** A thread of the client never rested: its share of the time, in percent. */
  CLIENT_THREAD_SATURATED(Effect.DISTURBS, "percent"),
  /** Sends were late by a good part of the figure: that part, in percent. */
  SCHEDULE_LAG(Effect.MARKS, "percent"),
  /** The client's garbage collector explains a good part of the figure: that part, in percent. */
  GC_PAUSES(Effect.MARKS, "percent"),
  /**
   * For a long while there was no answer at all: how long, in seconds, and the part of the figure
   * that this explains, in percent.
   */
  SERVER_STALLED(Effect.MARKS, "stall s, percent"),
  /** No rate that a search tried was sustained: the lowest of them, in operations per second. */
  NO_RATE_SUSTAINED(Effect.FAILS, "rate"),
  /** The machine itself paused for as long as the figure: how long, in microseconds. */
  PLATFORM_PAUSES(Effect.MARKS, "pause us");

  /** What a client is told by that had not come to rest. */
  public static final Set<Warning> UNSETTLED =
      Collections.unmodifiableSet(EnumSet.of(NOT_SETTLED, TAIL_NOT_SETTLED));

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

  /**
   * A number that a warning comes with.
   *
   * @param name such as {@code percent}
   * @param unit {@code us} or {@code s}; empty for counts and percent
   */
  record Quantity(String name, String unit) {}

  private final Effect effect;
  private final String quantities;

  Warning(Effect effect, String quantities) {
    this.effect = effect;
    this.quantities = quantities;
  }

  /** What it costs. */
  public Effect effect() {
    return effect;
  }

  /** Whether its effect is {@link Effect#DISTURBS}. */
  public boolean isDisturbance() {
    return effect == Effect.DISTURBS;
  }

  /** The word in files, such as {@code rate-missed}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The warning of a {@link #code()}; empty if there is none. */
  static Optional<Warning> of(String code) {
    return Arrays.stream(values()).filter(warning -> warning.code().equals(code)).findFirst();
  }

  /** How many numbers it comes with. */
  public int numbers() {
    return quantities().size();
  }

  /** The numbers that it comes with, in their order. */
  List<Quantity> quantities() {
    return Stream.of(quantities.split(", "))
        .filter(text -> !text.isEmpty())
        .map(text -> text.split(" "))
        .map(parts -> new Quantity(parts[0], parts.length > 1 ? parts[1] : ""))
        .toList();
  }
}
