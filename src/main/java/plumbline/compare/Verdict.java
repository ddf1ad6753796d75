package plumbline.compare;

/** What the rounds of two sides say about a row. */
public enum Verdict {
  /** Significantly better, by more than the smallest effect that matters. */
  BETTER("better"),
  /** Significantly worse, by more than the smallest effect that matters. */
  WORSE("worse"),
  /** The rounds do not tell the sides apart. */
  SAME("~"),
  /** A significant difference that is too small to matter. */
  SMALL("too small"),
  /** So few rounds cannot give a significant difference, however large it is. */
  UNKNOWN("need more rounds");

  private final String text;

  Verdict(String text) {
    this.text = text;
  }

  /** The word in tables and files. */
  public String text() {
    return text;
  }
}
