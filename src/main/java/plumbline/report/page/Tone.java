package plumbline.report.page;

import java.util.Locale;

/** What some words are among the words around them. Each writer shows it by its own means. */
public enum Tone {
  /** Nothing in particular. */
  PLAIN(""),
  /** To be seen first. */
  STRONG("1"),
  /** Beside the point, for those who want to know. */
  FAINT("2"),
  /** A name that is typed as it stands. */
  CODE(""),
  /** A sign at a figure that a note explains. */
  SIGN(""),
  /** An answer: yes. */
  GOOD("32"),
  /** An answer: no. */
  BAD("31"),
  /** An answer: not known. */
  OPEN("33");

  /** The code of a terminal's colour; empty for none. */
  final String ansi;

  Tone(String ansi) {
    this.ansi = ansi;
  }

  /** Whether the words are an answer. */
  boolean isAnswer() {
    return this == GOOD || this == BAD || this == OPEN;
  }

  /** The class of the style sheet. */
  public String css() {
    return name().toLowerCase(Locale.ROOT);
  }
}
