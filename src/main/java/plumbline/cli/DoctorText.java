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

  private DoctorText() {}

  /** How many checks of each kind there are, then those that are not ok. */
  static String brief(List<Check> checks) {
    List<Check> wrong = checks.stream().filter(check -> check.status() != Check.Status.OK).toList();
    StringBuilder text = new StringBuilder(summary(checks)).append('\n');
    wrong.forEach(check -> append(text, check));
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
