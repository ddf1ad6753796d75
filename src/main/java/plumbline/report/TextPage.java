package plumbline.report;

import plumbline.claim.Outcome;
import plumbline.result.Units;

/** Lines of limited width for a terminal. */
final class TextPage {
  /** How a piece of text stands out, if colour is asked for. */
  enum Style {
    BOLD("1"),
    FAINT("2"),
    ALARM("1;31"),
    HOLDS("32"),
    REFUTED("31"),
    UNDECIDED("33");

    private final String code;

    Style(String code) {
      this.code = code;
    }

    static Style of(Outcome outcome) {
      return switch (outcome) {
        case HOLDS -> HOLDS;
        case REFUTED -> REFUTED;
        case UNDECIDED -> UNDECIDED;
      };
    }
  }

  private static final String ESCAPE = "\u001b[";

  private final StringBuilder out = new StringBuilder();
  private final int width;
  private final boolean color;

  TextPage(int width, boolean color) {
    this.width = width;
    this.color = color;
  }

  String text() {
    return out.toString().replace(Units.NO_BREAK, ' ');
  }

  String styled(String text, Style style) {
    return color && !text.isBlank() ? ESCAPE + style.code + "m" + text + ESCAPE + "0m" : text;
  }

  void blank() {
    out.append('\n');
  }

  /** A finished line; what it holds was measured by the caller. */
  void line(String line) {
    out.append(line.stripTrailing()).append('\n');
  }

  void heading(String text) {
    wrap("", 0, text, Style.BOLD);
  }

  void paragraph(String text, Style style) {
    wrap("", 0, text, style);
  }

  /** Text after a lead, with further lines set in as far as the lead is long. */
  void item(String lead, String text) {
    wrap(lead, lead.length(), text, null);
  }

  void faintItem(String lead, String text) {
    wrap(lead, lead.length(), text, Style.FAINT);
  }

  /**
   * As {@link #item(String, String)}, for a lead with escape sequences.
   *
   * @param indent columns that the lead takes
   */
  void item(String lead, int indent, String text) {
    wrap(lead, indent, text, null);
  }

  private void wrap(String lead, int indent, String text, Style style) {
    int room = width - indent;
    String before = lead;
    StringBuilder line = new StringBuilder();
    for (String word : clean(text).split(" +")) {
      String rest = word;
      if (line.length() > 0 && length(line) + 1 + length(rest) > room) {
        flush(before, line, style);
        before = " ".repeat(indent);
      }
      while (length(rest) > room) {
        int cut = rest.offsetByCodePoints(0, room);
        line.append(rest, 0, cut);
        flush(before, line, style);
        before = " ".repeat(indent);
        rest = rest.substring(cut);
      }
      line.append(line.length() > 0 ? " " : "").append(rest);
    }
    flush(before, line, style);
  }

  private void flush(String lead, StringBuilder line, Style style) {
    String text = line.toString();
    line(lead + (style == null ? text : styled(text, style)));
    line.setLength(0);
  }

  private static int length(CharSequence text) {
    return Character.codePointCount(text, 0, text.length());
  }

  /** What came from elsewhere must not move the cursor or add lines of its own. */
  static String clean(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}\u2028\u2029]", " ").strip();
  }
}
