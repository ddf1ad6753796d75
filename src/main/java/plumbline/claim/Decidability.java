package plumbline.claim;

import plumbline.result.Metric;

/**
 * Whether a claim about one metric can be judged on a machine, before anything is measured.
 *
 * @param claim its id
 * @param metric that it is about
 * @param bounds as they are judged, such as {@code 1 us <= p50 < 1 ms}
 * @param answer whether
 * @param reason why not, or how far, one sentence without its full stop; empty for {@link
 *     Answer#YES}
 */
public record Decidability(
    String claim, Metric metric, String bounds, Answer answer, String reason) {

  /** How far a claim can be decided. */
  public enum Answer {
    /** Nothing that was seen stands against it. */
    YES,
    /** Only if the figures lie far enough from the bounds. */
    PARTLY,
    /** What was seen is as large as a bound, so figures near it would say nothing. */
    NO
  }
}
