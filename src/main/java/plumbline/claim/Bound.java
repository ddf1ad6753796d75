package plumbline.claim;

import plumbline.input.Quantity;
import plumbline.result.Numbers;

/**
 * One end of a band.
 *
 * @param quantity as the user wrote it
 * @param lower whether this is the lower end
 * @param inclusive whether the value itself belongs to the band
 */
public record Bound(Quantity quantity, boolean lower, boolean inclusive) {

  /** The bound of a key of a claims file. */
  static Bound of(String key, Quantity quantity) {
    boolean inclusive = key.startsWith("at_");
    return new Bound(quantity, key.equals("at_least") || key.equals("above"), inclusive);
  }

  /** The value in the unit of figures: microseconds, operations per second, or a plain factor. */
  public double value() {
    return quantity.kind() == Quantity.Kind.TIME
        ? Numbers.micros(quantity.value())
        : quantity.value();
  }

  /** Whether a figure is at or beyond this bound, seen from below. */
  boolean isReachedBy(double figure) {
    boolean includesItself = lower == inclusive;
    return includesItself ? figure >= value() : figure > value();
  }

  /** Whether a figure is on the side of the band. */
  boolean admits(double figure) {
    return isReachedBy(figure) == lower;
  }

  /** The key of a claims file for such a bound. */
  String key() {
    return lower ? inclusive ? "at_least" : "above" : inclusive ? "at_most" : "below";
  }
}
