package plumbline.run;

import org.HdrHistogram.Histogram;
import plumbline.system.check.Check;

/** Says in words which claims the pauses of a machine allow. */
final class PauseCheck {
  private static final String NAME = "Platform pauses";

  /** The bound between milliseconds and microseconds, which the headline is about. */
  private static final long HEADLINE_NANOS = 1_000_000;

  private PauseCheck() {}

  /**
   * Judges pauses.
   *
   * @param pauses excess sleep in nanoseconds, as {@link PauseWatch} returns it
   */
  static Check of(Histogram pauses) {
    long p50 = pauses.getValueAtPercentile(50);
    long p99 = pauses.getValueAtPercentile(99);
    String seen =
        "p50 %s, p99 %s, max %s."
            .formatted(
                Durations.text(p50), Durations.text(p99), Durations.text(pauses.getMaxValue()));
    boolean median = p50 < HEADLINE_NANOS;
    boolean tail = p99 < HEADLINE_NANOS;
    if (median && tail) {
      return Check.ok(NAME, seen + " Claims at 1 ms can be decided here, at p50 and at p99.");
    }
    String allowed =
        median
            ? " A p50 claim at 1 ms can be decided here; a p99 claim at 1 ms cannot, only one above "
                + Durations.text(p99)
                + "."
            : " No claim at 1 ms can be decided here: at p50 only one above "
                + Durations.text(p50)
                + ", at p99 only one above "
                + Durations.text(p99)
                + ".";
    return Check.warning(
        NAME,
        seen + allowed,
        "end other programs, or use a machine that shares its processors with nobody");
  }
}
