package plumbline.compare;

import plumbline.result.Metric;

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

  /**
   * What follows from a change.
   *
   * @param share the change as a share, such as 0.1 for 10 % more
   * @param adjusted p after the correction
   * @param alpha at or below which it is significant
   * @param minEffect the smallest share that matters
   */
  static Verdict of(Metric metric, double share, double adjusted, double alpha, double minEffect) {
    if (adjusted > alpha) {
      return SAME;
    }
    if (Math.abs(share) <= minEffect) {
      return SMALL;
    }
    return (share > 0) == metric.lowerIsBetter() ? WORSE : BETTER;
  }

  /** The word in tables and files. */
  public String text() {
    return text;
  }
}
