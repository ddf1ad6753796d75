package plumbline.report.page;

import java.util.Locale;

/** What some words are among the words around them. Each writer shows it by its own means. */
public enum Tone {
  /** Nothing in particular. */
  PLAIN,
  /** To be seen first. */
  STRONG,
  /** Beside the point, for those who want to know. */
  FAINT,
  /** A name that is typed as it stands. */
  CODE,
  /** A sign at a figure that a note explains. */
  SIGN,
  /** An answer: yes. */
  GOOD,
  /** An answer: no. */
  BAD,
  /** An answer: not known. */
  OPEN;

  /** Whether the words are an answer. */
  boolean isAnswer() {
    return this == GOOD || this == BAD || this == OPEN;
  }

  /** The class of the style sheet. */
  public String css() {
    return name().toLowerCase(Locale.ROOT);
  }
}
