package plumbline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import plumbline.system.check.Check;

/** The doctor's findings for a terminal of 80 columns. */
final class DoctorText {
  private static final int WIDTH = 80;
  private static final int STATUS = 9;
  private static final int NAME = 21;
  private static final int ROOM = WIDTH - STATUS - NAME;

  /** Lines for the names of what is left out. */
  private static final int LEFT = 4;

  private DoctorText() {}

  /**
   * How many checks of each kind there are, then those that are not ok.
   *
   * @param lines that it may take at most; of what does not fit, the names are told
   */
  static String brief(List<Check> checks, int lines) {
    StringBuilder text = new StringBuilder("Checks: ").append(summary(checks)).append('\n');
    List<String> left = new ArrayList<>();
    for (Check check : checks) {
      if (check.status() != Check.Status.OK) {
        StringBuilder one = new StringBuilder();
        append(one, check);
        if (left.isEmpty() && (text.toString() + one).lines().count() <= lines - LEFT) {
          text.append(one);
        } else {
          left.add(check.name());
        }
      }
    }
    if (!left.isEmpty()) {
      List<String> names = wrap("and " + String.join(", ", left) + ": see --details", WIDTH);
      names.forEach(line -> text.append(line).append('\n'));
    }
    return text.toString();
  }

  /** One paragraph a check, then how many of each kind. Every line ends with a line feed. */
  static String of(List<Check> checks) {
    StringBuilder text = new StringBuilder();
    checks.forEach(check -> append(text, check));
    return text.append('\n').append(summary(checks)).append('\n').toString();
  }

  private static void append(StringBuilder text, Check check) {
    String status = check.status().name().toLowerCase(Locale.ROOT);
    String label = "%-9s%-21s".formatted(status, check.name());
    List<String> lines = new ArrayList<>(wrap(check.detail(), ROOM));
    if (!check.remedy().isEmpty()) {
      lines.addAll(wrap("Remedy: " + check.remedy(), ROOM));
    }
    append(text, label, lines);
  }

  /** Lines beside a label, which is as wide as they are indented. */
  static void append(StringBuilder text, String label, List<String> lines) {
    String left = label;
    for (String line : lines) {
      text.append(left).append(line).append('\n');
      left = " ".repeat(label.length());
    }
  }

  private static String summary(List<Check> checks) {
    List<String> counts = new ArrayList<>();
    for (Check.Status status : Check.Status.values()) {
      long count = checks.stream().filter(check -> check.status() == status).count();
      String plural = status == Check.Status.WARNING && count != 1 ? "s" : "";
      counts.add(count + " " + status.name().toLowerCase(Locale.ROOT) + plural);
    }
    return String.join(", ", counts);
  }

  /** Breaks at blanks; a word that is longer than a line, such as a path, is cut. */
  static List<String> wrap(String text, int room) {
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (rest.length() > room) {
      int blank = rest.lastIndexOf(' ', room);
      int end = blank > 0 ? blank : room;
      lines.add(rest.substring(0, end));
      rest = rest.substring(end).stripLeading();
    }
    lines.add(rest);
    return lines;
  }
}
