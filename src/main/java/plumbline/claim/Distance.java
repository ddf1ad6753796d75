package plumbline.claim;

import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How far a judged figure is from a bound: from the one that it missed or, within the bounds, from
 * the one that it would cross first.
 *
 * @param factor the larger of figure and bound divided by the smaller; 1 or more
 * @param lower whether it is the lower bound
 * @param above whether the figure is above that bound, or at it
 */
public record Distance(double factor, boolean lower, boolean above) {

  /** Empty without a figure, and where no ratio is: a figure or a bound of 0. */
  static Optional<Distance> of(Bounds bounds, OptionalDouble figure) {
    if (figure.isEmpty() || !(figure.getAsDouble() > 0)) {
      return Optional.empty();
    }
    double value = figure.getAsDouble();
    Optional<Bound> missed =
        bounds.upperFirst().stream().filter(bound -> !bound.admits(value)).findFirst();
    return (missed.isPresent() ? missed.stream() : bounds.upperFirst().stream())
        .filter(bound -> bound.value() > 0)
        .map(bound -> of(bound, value))
        .min(Comparator.comparingDouble(Distance::factor));
  }

  private static Distance of(Bound bound, double figure) {
    double ratio = figure / bound.value();
    return new Distance(Math.max(ratio, 1 / ratio), bound.lower(), ratio >= 1);
  }
}
