package plumbline.system.spi;

import java.util.Optional;
import plumbline.problem.CannotMeasureException;

/**
 * A way to start a system, or why there is none here.
 *
 * @param recipe how it is started; empty if it cannot be
 * @param obstacle why it cannot, as a sentence without its full stop that says what would help;
 *     empty if it can
 */
public record Offer<T>(Optional<T> recipe, String obstacle) {
  /** It can be started so. */
  public static <T> Offer<T> of(T recipe) {
    return new Offer<>(Optional.of(recipe), "");
  }

  /** It cannot, and why. */
  public static <T> Offer<T> none(String obstacle) {
    return new Offer<>(Optional.empty(), obstacle);
  }

  /**
   * How it is started.
   *
   * @throws CannotMeasureException if it cannot be
   */
  public T required() {
    return recipe.orElseThrow(() -> new CannotMeasureException(obstacle));
  }

  /** Whether it can be started so. */
  public boolean isPresent() {
    return recipe.isPresent();
  }
}
