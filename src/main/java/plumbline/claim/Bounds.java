package plumbline.claim;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import plumbline.input.Quantity;
import plumbline.problem.BadInputException;

/**
 * A band of values, open at one end at most.
 *
 * @param lower end, if there is one
 * @param upper end, if there is one
 */
public record Bounds(Optional<Bound> lower, Optional<Bound> upper) {

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

  /** Those that there are, the upper one first. */
  public List<Bound> upperFirst() {
    return Stream.concat(upper.stream(), lower.stream()).toList();
  }

  /** Whether a figure lies above: at or beyond the upper bound. */
  boolean isExceededBy(double figure) {
    return upper.isPresent() && !upper.get().admits(figure);
  }

  /** Whether this claims no more than that there is a gap: a ratio above 1. */
  public boolean isAGap() {
    return upper.isEmpty()
        && lower.filter(one -> !one.inclusive()).isPresent()
        && isOfARatio()
        && lower.get().value() == 1;
  }

  /** Whether these are bounds of the ratio of two figures. */
  public boolean isOfARatio() {
    return kind() == Quantity.Kind.FACTOR;
  }

  /** What the bounds are about; at least one must be there. */
  Quantity.Kind kind() {
    return upperFirst().get(0).quantity().kind();
  }

  /** As claims files have it: one or two keys with a quantity each. */
  @JsonValue
  Map<String, String> keys() {
    Map<String, String> keys = new LinkedHashMap<>();
    lower.ifPresent(bound -> keys.put(bound.key(), bound.quantity().text()));
    upper.ifPresent(bound -> keys.put(bound.key(), bound.quantity().text()));
    return keys;
  }

  /**
   * Reads what {@link #keys()} gave.
   *
   * @throws BadInputException if a quantity is none, the kinds differ, or the band is empty
   */
  @JsonCreator
  static Bounds of(Map<String, String> keys) {
    Quantity.Kind kind =
        keys.values().stream()
            .map(text -> Quantity.parse(text, "bounds").kind())
            .findFirst()
            .orElseThrow(() -> new BadInputException("bounds: there are none"));
    Function<String, Optional<String>> key = name -> Optional.ofNullable(keys.get(name));
    return of(
        kind, key.apply("at_least"), key.apply("above"), key.apply("below"), key.apply("at_most"));
  }
}
