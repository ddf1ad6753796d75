package plumbline.report.words;

import java.util.List;
import java.util.Optional;
import plumbline.claim.Bound;
import plumbline.claim.Bounds;
import plumbline.result.Metric;

/** Bounds as a reader writes them. */
public final class BoundWords {
  private BoundWords() {}

  /** Bounds around metrics: {@code 1 us <= p50 < 1 ms}, {@code p99 <= 5 ms}, {@code p50 > 1 x}. */
  public static String of(Bounds bounds, List<Metric> metrics) {
    String names =
        String.join(", ", metrics.stream().map(Metric::text).toList())
            + (bounds.isOfARatio() ? " ratio" : "");
    Optional<Bound> upper = bounds.upper();
    if (upper.isEmpty()) {
      return bounds
          .lower()
          .map(lower -> names + (lower.inclusive() ? " >= " : " > ") + lower.quantity().text())
          .orElse(names);
    }
    String left =
        bounds.lower().map(lower -> lower.quantity().text() + " " + sign(lower) + " ").orElse("");
    return left + names + " " + sign(upper.get()) + " " + upper.get().quantity().text();
  }

  /** One bound: {@code >= 1 ms}. */
  static String of(Bound bound) {
    String sign = sign(bound);
    return (bound.lower() ? sign.replace('<', '>') : sign) + " " + bound.quantity().text();
  }

  private static String sign(Bound bound) {
    return bound.inclusive() ? "<=" : "<";
  }
}
