package plumbline.run.machine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import plumbline.load.Pacer;
import plumbline.load.PacerClock;
import plumbline.result.Histograms;
import plumbline.system.check.Check;

/**
 * How late a load at a rate is sent on this machine, by the {@link Pacer} that benchmarks use, when
 * nothing is sent: what a benchmark is late by is at least that.
 */
final class ScheduleLag {
  private static final String NAME = "Schedule lag";

  /** A tenth of the bound between milliseconds and microseconds, which the headline is about. */
  private static final long LARGE_NANOS = 100_000;

  /** Until the code of the pacer is compiled. */
  private static final Duration WARM_UP = Duration.ofMillis(200);

  private final PacerClock clock;

  ScheduleLag(PacerClock clock) {
    this.clock = clock;
  }

  /**
   * Sends nothing at each rate for some time.
   *
   * @param rates operations per second
   * @return lag in nanoseconds, once an operation
   */
  SortedMap<Integer, Histogram> at(SortedSet<Integer> rates, Duration time) {
    SortedMap<Integer, Histogram> lags = new TreeMap<>();
    for (int rate : rates) {
      of(rate, WARM_UP);
      lags.put(rate, of(rate, time));
    }
    return lags;
  }

  private Histogram of(int rate, Duration time) {
    Histogram lags = Histograms.create();
    Pacer pacer = new Pacer(clock, rate);
    long operations = pacer.scheduledWithin(time.toNanos());
    pacer.begin();
    for (long i = 0; i < operations; i++) {
      long due = pacer.await();
      lags.recordValue(Math.min(lags.getHighestTrackableValue(), clock.nanoTime() - due));
    }
    return lags;
  }

  /** Says in words what it was. */
  static Check check(Map<Integer, Histogram> lags) {
    List<String> parts = new ArrayList<>();
    boolean large = false;
    for (Map.Entry<Integer, Histogram> lag : lags.entrySet()) {
      long p99 = lag.getValue().getValueAtPercentile(99);
      large |= p99 > LARGE_NANOS;
      parts.add(
          "at %d ops/s p50 %s, p99 %s"
              .formatted(
                  lag.getKey(),
                  Durations.text(lag.getValue().getValueAtPercentile(50)),
                  Durations.text(p99)));
    }
    String seen = String.join("; ", parts) + ".";
    return large
        ? Check.warning(
            NAME,
            seen + " That is a large part of a p99 near 1 ms of a load at a rate.",
            "end other programs, or use a machine that shares its processors with nobody")
        : Check.ok(NAME, seen);
  }
}
