package plumbline.claim;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import plumbline.input.Quantity;
import plumbline.problem.BadInputException;

/**
 * A band of values, open at one end at most.
 *
 * @param lower end, if there is one
 * @param upper end, if there is one
 */
record Bounds(Optional<Bound> lower, Optional<Bound> upper) {

  /**
   * Reads what a claim gives.
   *
   * @throws BadInputException if a quantity is of another kind, an end is given twice, or the band
   *     is empty
   */
  static Bounds of(
      Quantity.Kind kind,
      Optional<String> atLeast,
      Optional<String> above,
      Optional<String> below,
      Optional<String> atMost) {
    if (atLeast.isPresent() && above.isPresent()) {
      throw new BadInputException("give at_least or above, not both");
    }
    if (below.isPresent() && atMost.isPresent()) {
      throw new BadInputException("give below or at_most, not both");
    }
    Optional<Bound> lower =
        atLeast
            .map(text -> bound(text, kind, "at_least", true, true))
            .or(() -> above.map(text -> bound(text, kind, "above", true, false)));
    Optional<Bound> upper =
        below
            .map(text -> bound(text, kind, "below", false, false))
            .or(() -> atMost.map(text -> bound(text, kind, "at_most", false, true)));
    if (lower.isPresent() && upper.isPresent() && lower.get().value() >= upper.get().value()) {
      throw new BadInputException(
          "the lower bound "
              + lower.get().quantity().text()
              + " is not below the upper bound "
              + upper.get().quantity().text());
    }
    return new Bounds(lower, upper);
  }

  private static Bound bound(
      String text, Quantity.Kind kind, String key, boolean lower, boolean inclusive) {
    return new Bound(Quantity.parse(text, kind, key), lower, inclusive);
  }

  boolean isEmpty() {
    return lower.isEmpty() && upper.isEmpty();
  }

  List<Bound> upperFirst() {
    return Stream.concat(upper.stream(), lower.stream()).toList();
  }

  /** Where a figure lies that is not within: {@code below 1 ms}. */
  String beyond(double figure) {
    return upperFirst().stream()
        .filter(bound -> !bound.admits(figure))
        .map(Bound::beyond)
        .findFirst()
        .orElseThrow();
  }

  /** The band around a name: {@code 1 us <= p50 < 1 ms}, {@code p99 <= 5 ms}, {@code p50 > 1 x}. */
  String text(String name) {
    if (upper.isEmpty()) {
      return lower
          .map(l -> name + (l.inclusive() ? " >= " : " > ") + l.quantity().text())
          .orElse(name);
    }
    String left = lower.map(l -> l.quantity().text() + " " + l.sign() + " ").orElse("");
    return left + name + " " + upper.get().sign() + " " + upper.get().quantity().text();
  }
}
