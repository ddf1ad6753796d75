package plumbline.claim;

import java.util.List;
import java.util.Optional;
import plumbline.result.Metric;

/**
 * Whether a claim about one metric can be judged on a machine, before anything is measured.
 *
 * @param claim its id
 * @param metric that it is about
 * @param reading of its words; empty if it has no other
 * @param bounds that it is judged by
 * @param answer whether
 * @param limits why not, or how far; empty for {@link Answer#YES}
 */
public record Decidability(
    String claim,
    Metric metric,
    Optional<String> reading,
    Bounds bounds,
    Answer answer,
    List<Limit> limits) {
  public Decidability {
    limits = List.copyOf(limits);
  }

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
