package plumbline.claim;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What may have made a figure slower than it is: pauses of the platform, and of the client the lag
 * of its schedule and its garbage collection. They only make things slower, so a figure that stays
 * on its side of a bound without them is decided.
 *
 * <p>They are not added up: each sees the same interruptions in its own way, since who is paused
 * also sends late. The longest counts.
 *
 * @param micros by how much, in microseconds; empty if pauses were not watched
 * @param client the ground if it is the client's more than the platform's
 */
record Disturbance(OptionalDouble micros, Optional<Ground.ClientsShare> client) {

  static Disturbance ofPlatform(OptionalDouble pause) {
    return new Disturbance(pause, Optional.empty());
  }

  static Disturbance ofClient(OptionalDouble pause, double micros, Ground.ClientsShare ground) {
    return pause.orElse(0) > micros
        ? ofPlatform(pause)
        : new Disturbance(OptionalDouble.of(micros), Optional.of(ground));
  }

  /** A value without it, in microseconds, not negative; empty if it is not known. */
  OptionalDouble without(double value) {
    return micros.isPresent()
        ? OptionalDouble.of(Math.max(0, value - micros.getAsDouble()))
        : OptionalDouble.empty();
  }
}
