package plumbline.run.machine;

import org.HdrHistogram.Histogram;
import plumbline.load.Load;
import plumbline.record.PauseMonitor;
import plumbline.result.Pauses;
import plumbline.system.check.Check;

/** Says in words which claims the pauses of a machine allow. */
final class PauseCheck {
  private static final String NAME = "Platform pauses";

  /** The bound between milliseconds and microseconds, which the headline is about. */
  private static final long HEADLINE_NANOS = 1_000_000;

  private PauseCheck() {}

  /** Judges the lateness of wake-ups in nanoseconds, as {@link PauseMonitor#watch} returns it. */
  static Check of(Histogram lateness) {
    long p50 = pause(lateness, 50);
    long p99 = pause(lateness, 99);
    String seen =
        "p50 %s, p99 %s, max %s; beyond the usual lateness p50 %s, p99 %s."
            .formatted(
                Durations.text(lateness.getValueAtPercentile(50)),
                Durations.text(lateness.getValueAtPercentile(99)),
                Durations.text(lateness.getMaxValue()),
                Durations.text(p50),
                Durations.text(p99));
    boolean median = p50 < HEADLINE_NANOS;
    boolean tail = p99 < HEADLINE_NANOS;
    if (median && tail) {
      return Check.ok(NAME, seen + " Claims at 1 ms can be decided here, at p50 and at p99.");
    }
    String allowed =
        median
            ? " A p50 claim at 1 ms can be decided here; a p99 claim at 1 ms cannot, only one above"
                + " "
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

  /** What the judge of claims will count against a percentile of one operation after another. */
  private static long pause(Histogram lateness, double percentile) {
    return Math.round(1_000 * Pauses.foreseenMicros(lateness, Load.CLOSED, percentile));
  }
}
