package plumbline.result;

import java.util.Optional;
import org.HdrHistogram.Histogram;

/**
 * What one series gave in one round.
 *
 * @param series what was measured
 * @param number the round, 1 and up
 * @param latencies operation latencies in nanoseconds; empty if the round failed before any
 * @param pauses excess sleep of an idle thread in the same JVM, in nanoseconds
 * @param throughput operations per second over the measured time; NaN if unknown
 * @param failure why the round is not valid, one line; empty if it is valid
 */
public record Round(
    Series series,
    int number,
    Optional<Histogram> latencies,
    Optional<Histogram> pauses,
    double throughput,
    Optional<String> failure) {

  /** Whether the figures may be used. */
  public boolean isValid() {
    return failure.isEmpty();
  }
}
