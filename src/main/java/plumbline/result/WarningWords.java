package plumbline.result;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Warnings as sentences, and what helps against them. */
public final class WarningWords {
  private static final String SEPARATOR = "; ";

  private WarningWords() {}

  /** What a fault says: its warnings, then its reason. */
  public static String of(Fault fault) {
    return of(fault.warnings(), fault.reason());
  }

  /** Warnings, and a reason beside them; either may be empty. */
  public static String of(List<Finding> warnings, String reason) {
    String text =
        Stream.concat(warnings.stream().map(WarningWords::of), Stream.of(reason))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(SEPARATOR));
    // What follows is why.
    return Finding.has(warnings, Warning.NO_RATE_SUSTAINED)
        ? text.replaceFirst(SEPARATOR, ": ")
        : text;
  }

  /** One warning, such as {@code 98.20 % of the target rate was achieved}. */
  public static String of(Finding finding) {
    return ofAll(List.of(finding));
  }

  /**
   * The same warning of several rounds or figures as one sentence, with the range of each number.
   *
   * @param findings at least one, all of the same warning
   */
  public static String ofAll(List<Finding> findings) {
    Warning warning = findings.get(0).warning();
    String text = words(warning).sentence();
    for (int i = 0; i < warning.quantities().size(); i++) {
      text = text.replace("{" + i + "}", range(findings, i));
    }
    return text;
  }

  private static String range(List<Finding> findings, int index) {
    List<Double> rising =
        findings.stream().map(finding -> finding.numbers().get(index)).sorted().toList();
    String low = number(findings.get(0).warning(), index, rising.get(0));
    String high = number(findings.get(0).warning(), index, rising.get(rising.size() - 1));
    return low.equals(high) ? low : low + " to " + high;
  }

  private static String number(Warning warning, int index, double value) {
    return switch (warning) {
      case RATE_MISSED -> String.format(Locale.ROOT, "%.2f", value);
      case SERVER_STALLED -> String.format(Locale.ROOT, index == 0 ? "%.2f" : "%.0f", value);
      case PLATFORM_PAUSES -> Numbers.plain(value);
      default -> String.format(Locale.ROOT, "%,.0f", value);
    };
  }

  /** What stands for a warning in a heading, without its numbers. */
  public static String brief(Warning warning) {
    return words(warning).brief();
  }

  /** What a user can do, one line without its full stop. */
  public static String remedy(Warning warning) {
    return words(warning).remedy();
  }

  private record Words(String sentence, String brief, String remedy) {}

  private static Words words(Warning warning) {
    return switch (warning) {
      case RATE_MISSED ->
          new Words(
              "{0} % of the target rate was achieved",
              "of the target rate was achieved",
              "lower the rate; lag and service time say whether the client or the server is the"
                  + " limit");
      case OPERATIONS_FAILED ->
          new Words(
              "{0} of {1} operations failed or were not answered",
              "failed or were not answered", "the fork's log in logs/ has the first error");
      case WRONG_ANSWERS ->
          new Words(
              "{0} of {1} operations had a wrong answer",
              "had a wrong answer", "the fork's log in logs/ has the first one");
      case MESSAGES_LOST ->
          new Words(
              "{0} of {1} operations were lost",
              "were lost",
              "see whether the server or a connection failed: logs/ has what they said");
      case MESSAGES_DUPLICATED ->
          new Words(
              "{0} of {1} operations arrived more than once",
              "arrived more than once", "see whether the client sends again: idempotence, retries");
      case RANGE_EXCEEDED ->
          new Words(
              "{0} operations took longer than 60 s",
              "took longer than 60 s", "find what hangs; such a latency has no percentile");
      case NOTHING_MEASURED ->
          new Words(
              "no operation ended within the measured time",
              "no operation ended within the measured time",
              "measure for longer, or see logs/");
      case NOT_SETTLED ->
          new Words(
              "the warm-up had not settled: p50 of the service time was {0} us in the first third"
                  + " and {1} us in the last",
              "the warm-up had not settled", "give the benchmark a longer warm-up in the plan");
      case CLIENT_SATURATED ->
          new Words(
              "{0} % of all processors were taken by the client",
              "of all processors were taken by the client",
              "lower the rate, or give the client more processors than the servers leave it");
      case SCHEDULE_LAG ->
          new Words(
              "schedule lag explains {0} % of it",
              "schedule lag explains",
              "close what else runs here, lower the rate, or read the service time beside it");
      case GC_PAUSES ->
          new Words(
              "garbage collection in the client explains {0} % of it",
              "garbage collection in the client explains",
              "measure for longer, or send smaller payloads or at a lower rate");
      case SERVER_STALLED ->
          new Words(
              "a stall of {0} s without any answer explains {1} % of it",
              "without any answer explains",
              "see what the server did then, logs/ has its log; one stall is an anecdote, so"
                  + " measure again");
      case NO_RATE_SUSTAINED ->
          new Words(
              "no rate was sustained, not even {0} ops/s",
              "no rate was sustained", "see what kept the lowest rate from being sustained");
      case PLATFORM_PAUSES ->
          new Words(
              "platform pauses of {0} us came as often",
              "platform pauses of",
              "use a quieter machine, or one whose processors are not shared");
    };
  }
}
