package plumbline.report.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines of limited width for a terminal, which may know colours. */
final class Lines {
  private static final String ESCAPE = "\u001b[";
  private static final Pattern FOREIGN = Pattern.compile("[\\p{Cc}\\p{Cf}\u2028\u2029]");

  private final StringBuilder out = new StringBuilder();
  private final boolean color;
  final int width;

  Lines(int width, boolean color) {
    this.width = width;
    this.color = color;
  }

  String text() {
    return out.toString().replace(Text.NO_BREAK, ' ');
  }

  /** An empty line, unless there is one already or nothing stands before it. */
  void gap() {
    int end = out.length();
    if (end > 0 && out.lastIndexOf("\n\n") != end - 2) {
      out.append('\n');
    }
  }

  /** A finished line; what it takes was measured by the caller. */
  void line(String line) {
    out.append(line.stripTrailing()).append('\n');
  }

  /** Text after a lead, with further lines set in as far as the lead is long. */
  void wrap(String lead, Text text) {
    wrap(lead, text, Tone.PLAIN);
  }

  /** The same, with a tone for what has none. */
  void wrap(String lead, Text text, Tone tone) {
    StringBuilder words = new StringBuilder();
    List<Tone> tones = new ArrayList<>();
    for (Text.Span span : text.in(Format.TEXT)) {
      String clean = clean(span.words());
      words.append(clean);
      tones.addAll(
          Collections.nCopies(clean.length(), span.tone() == Tone.PLAIN ? tone : span.tone()));
    }
    int room = width - length(lead);
    String before = lead;
    int at = skip(words, 0);
    do {
      int end = end(words, at, room);
      line(before + styled(words, tones, at, end));
      before = " ".repeat(length(lead));
      at = skip(words, end);
    } while (at < words.length());
  }

  /** Where the line ends that starts here: after a word, or within one that no line could hold. */
  private static int end(CharSequence words, int start, int room) {
    int last = start;
    int at = start;
    int used = 0;
    while (at < words.length()) {
      if (words.charAt(at) == ' ') {
        last = at;
      }
      if (used == room) {
        return last > start ? last : at;
      }
      at += Character.charCount(Character.codePointAt(words, at));
      used++;
    }
    return at;
  }

  private static int skip(CharSequence words, int from) {
    int at = from;
    while (at < words.length() && words.charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  private String styled(CharSequence words, List<Tone> tones, int from, int to) {
    StringBuilder line = new StringBuilder();
    int start = from;
    for (int i = from + 1; i <= to; i++) {
      if (i == to || tones.get(i) != tones.get(start)) {
        line.append(styled(words.subSequence(start, i).toString(), tones.get(start)));
        start = i;
      }
    }
    return line.toString();
  }

  String styled(String text, Tone tone) {
    return colored(text, tone.ansi);
  }

  /** In a terminal's colour, by its code; empty for none. */
  String colored(String text, String ansi) {
    return color && !ansi.isEmpty() && !text.isBlank()
        ? ESCAPE + ansi + "m" + text + ESCAPE + "0m"
        : text;
  }

  /** A text on one line. */
  String styled(Text text) {
    StringBuilder line = new StringBuilder();
    text.in(Format.TEXT).forEach(span -> line.append(styled(clean(span.words()), span.tone())));
    return line.toString();
  }

  static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  static int length(Text text) {
    return length(clean(text.words(Format.TEXT)));
  }

  static int longest(String lines) {
    return Arrays.stream(lines.split("\n")).mapToInt(Lines::length).max().orElse(0);
  }

  /** What came from elsewhere must not move the cursor or add lines of its own. */
  static String clean(String text) {
    Matcher foreign = FOREIGN.matcher(text);
    return foreign.find() ? foreign.replaceAll(" ") : text;
  }
}
