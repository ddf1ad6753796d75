package plumbline.claim;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What may have made a figure slower than it is: pauses of the platform, and of the client the lag
 * of its schedule and its garbage collection. They only make things slower, so a figure that stays
 * on its side of a bound without them is decided.
 *
 * <p>They are added up, although they partly see the same interruptions: what is decided has to be
 * so whatever each of them did.
 *
 * @param micros by how much, in microseconds; empty if pauses were not watched
 * @param client the ground if it is the client's more than the platform's
 */
record Disturbance(OptionalDouble micros, Optional<Ground.ClientsShare> client) {

  static Disturbance ofPlatform(OptionalDouble pause) {
    return new Disturbance(pause, Optional.empty());
  }

  /** What the client explains comes on top; where pauses were not watched, all is unknown. */
  static Disturbance ofClient(OptionalDouble pause, double micros, Ground.ClientsShare ground) {
    return pause.isEmpty()
        ? ofPlatform(pause)
        : new Disturbance(
            OptionalDouble.of(pause.getAsDouble() + micros),
            pause.getAsDouble() > micros ? Optional.empty() : Optional.of(ground));
  }

  /** A value without it, in microseconds, not negative; empty if it is not known. */
  OptionalDouble without(double value) {
    return micros.isPresent()
        ? OptionalDouble.of(Math.max(0, value - micros.getAsDouble()))
        : OptionalDouble.empty();
  }
}
