package plumbline.claim;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import plumbline.input.Quantity;
import plumbline.input.WrongKeyException;
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
   * @param keys {@code at_least}, {@code above}, {@code below} and {@code at_most}, as far as given
   * @throws WrongKeyException if a quantity is of another kind, an end is given twice, or the band
   *     is empty
   */
  static Bounds of(Quantity.Kind kind, Map<String, String> keys) {
    Optional<Bound> lower = end(kind, keys, "at_least", "above");
    Optional<Bound> upper = end(kind, keys, "below", "at_most");
    if (lower.isPresent() && upper.isPresent() && lower.get().value() >= upper.get().value()) {
      throw new WrongKeyException(
          "the lower bound "
              + lower.get().quantity().text()
              + " is not below the upper bound "
              + upper.get().quantity().text(),
          lower.get().key());
    }
    return new Bounds(lower, upper);
  }

  private static Optional<Bound> end(
      Quantity.Kind kind, Map<String, String> keys, String one, String other) {
    if (keys.containsKey(one) && keys.containsKey(other)) {
      throw new WrongKeyException("give " + one + " or " + other + ", not both", other);
    }
    return Stream.of(one, other)
        .filter(keys::containsKey)
        .map(key -> Bound.of(key, quantity(kind, key, keys.get(key))))
        .findFirst();
  }

  private static Quantity quantity(Quantity.Kind kind, String key, String text) {
    try {
      return Quantity.parse(text, kind, key);
    } catch (BadInputException e) {
      throw new WrongKeyException(e.getMessage(), key);
    }
  }

  boolean isEmpty() {
    return lower.isEmpty() && upper.isEmpty();
  }

  /** Those that there are, the upper one first. */
  public List<Bound> upperFirst() {
    return Stream.concat(upper.stream(), lower.stream()).toList();
  }

  /** The bound that is finer than a clock; empty if none is. */
  Optional<Bound> finerThan(long granularityNanos) {
    return upperFirst().stream()
        .filter(bound -> bound.quantity().nanos() < granularityNanos)
        .findFirst();
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
    return of(kind, keys);
  }
}
