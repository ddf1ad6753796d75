package plumbline.report.words;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import plumbline.result.Fault;
import plumbline.result.Finding;
import plumbline.result.Numbers;
import plumbline.result.Warning;

/** Warnings as sentences, and what helps against them. */
public final class WarningWords {
  /** In the usual words. */
  public static final WarningWords USUAL = new WarningWords(Wording.USUAL);

  private static final String SEPARATOR = "; ";

  private final Wording wording;

  public WarningWords(Wording wording) {
    this.wording = wording;
  }

  /** What a fault says: its warnings, then its reason. */
  public String of(Fault fault) {
    return of(fault.warnings(), fault.reason());
  }

  /** Warnings, and a reason beside them; either may be empty. */
  public String of(List<Finding> warnings, String reason) {
    Stream<String> parts = Stream.concat(warnings.stream().map(this::of), Stream.of(reason));
    String text = Wording.joined(SEPARATOR, parts.toArray(String[]::new));
    // What follows is why.
    return Finding.has(warnings, Warning.NO_RATE_SUSTAINED)
        ? text.replaceFirst(SEPARATOR, ": ")
        : text;
  }

  /** One warning, such as {@code 98.20 % of the target rate was achieved}. */
  public String of(Finding finding) {
    return ofAll(List.of(finding));
  }

  /**
   * The same warning of several rounds or figures as one sentence, with the range of each number.
   *
   * @param findings at least one, all of the same warning
   */
  public String ofAll(List<Finding> findings) {
    Warning warning = findings.get(0).warning();
    Object[] numbers = new Object[warning.numbers()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = range(findings, i);
    }
    return wording.say(Phrase.valueOf(warning.name()), numbers);
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
      case NOT_SETTLED, TAIL_NOT_SETTLED -> String.format(Locale.ROOT, "%.0f", value);
      default -> String.format(Locale.ROOT, "%,.0f", value);
    };
  }

  /** What stands for a warning in a heading, without its numbers. */
  public String brief(Warning warning) {
    return wording.say(Phrase.valueOf(warning.name() + "_BRIEF"));
  }

  /** What a user can do, one line without its full stop. */
  public String remedy(Warning warning) {
    return wording.say(Phrase.valueOf(warning.name() + "_REMEDY"));
  }
}
