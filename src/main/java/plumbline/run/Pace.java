package plumbline.run;

import java.time.Duration;

/**
 * How far a run is and how long it still takes: the plan's times, corrected by how much longer or
 * shorter than planned the run has taken so far.
 */
final class Pace {
  private final Duration planned;
  private final long startNanos;
  private Duration done = Duration.ZERO;

  Pace(Duration planned, long startNanos) {
    this.planned = planned;
    this.startNanos = startNanos;
  }

  void advance(Duration by) {
    done = done.plus(by);
  }

  /** As {@link #advance(Duration)}, but no further than to a part of the plan. */
  void advance(Duration by, Duration most) {
    Duration next = done.plus(by);
    done = next.compareTo(most) > 0 ? most : next;
  }

  /** So much of the plan is over, however long it was to take. */
  void reach(Duration part) {
    done = part;
  }

  /** Share of the planned time that is over, 0 to 1. */
  double fraction() {
    return (double) done.toMillis() / Math.max(1, planned.toMillis());
  }

  /** Time left at present, by the clock of the start. */
  Duration remaining(long nowNanos) {
    Duration left = planned.minus(done);
    if (done.isZero()) {
      return left;
    }
    double correction = (nowNanos - startNanos) / (double) done.toNanos();
    return Duration.ofMillis(Math.round(left.toMillis() * correction));
  }
}
