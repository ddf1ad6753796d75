package plumbline.run.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import plumbline.result.Search.Probe;

/**
 * Finds the highest rate that is sustained. The rate is doubled until one is not sustained, or
 * halved until one is, and then the gap between the two is halved, on a logarithmic scale, until it
 * is at most 10 %. Beyond the first, no rate is more than twice one that was sustained: a load far
 * beyond what can be served measures queues and collapses, and takes memory.
 *
 * <p>A machine hiccups, so a rate must fail twice before it counts as the limit: when the gap is
 * small enough, the rate above it is tried once more, and if it is sustained then, the search goes
 * on above it. All rates have two significant digits.
 */
public final class RateSearch {
  /** Two or three doublings below what the servers of today sustain on two processors. */
  public static final int FIRST = 16_000;

  /** Below this, a probe has too few operations to judge by. */
  static final int LEAST = 10;

  static final int MOST = 10_000_000;

  /** What a search takes whose limit is two to five doublings above the first rate. */
  static final int USUAL_PROBES = 10;

  /** What bounds its time; from {@link #LEAST} upwards it is enough to end as it should. */
  static final int MOST_PROBES = 16;

  private static final double RESOLUTION = 1.1;

  /** Of the rates that are tried. */
  private static final int DIGITS = 2;

  /** Forks that give no figures at all are broken, not overloaded. */
  private static final int MOST_BROKEN = 3;

  private final List<Probe> probes = new ArrayList<>();

  /** The probes so far, in the order of time. */
  public List<Probe> probes() {
    return List.copyOf(probes);
  }

  /** What came of the rate that {@link #next} asked for. */
  public void add(Probe probe) {
    probes.add(probe);
  }

  /** The highest rate that was sustained. */
  public OptionalInt sustained() {
    return probes.stream().filter(Probe::sustained).mapToInt(Probe::rate).max();
  }

  /** The rate to try next; empty when the search is over. */
  public OptionalInt next() {
    if (probes.size() >= MOST_PROBES) {
      return OptionalInt.empty();
    }
    OptionalInt highest = sustained();
    if (highest.isEmpty()) {
      return lower();
    }
    int low = highest.getAsInt();
    OptionalInt limit = limit(low);
    if (limit.isEmpty()) {
      return low > MOST / 2 ? OptionalInt.empty() : OptionalInt.of(rounded(2.0 * low, DIGITS));
    }
    int high = limit.getAsInt();
    int between = rounded(Math.sqrt((double) low * high), DIGITS);
    if (high > RESOLUTION * low && between > low && between < high) {
      return OptionalInt.of(between);
    }
    boolean failedOnce = probes.stream().filter(probe -> probe.rate() == high).count() == 1;
    return failedOnce ? limit : OptionalInt.empty();
  }

  private OptionalInt lower() {
    long broken = probes.stream().filter(probe -> probe.achieved().isEmpty()).count();
    int lowest = probes.stream().mapToInt(Probe::rate).min().orElse(2 * FIRST);
    return lowest <= LEAST || broken >= MOST_BROKEN
        ? OptionalInt.empty()
        : OptionalInt.of(Math.max(LEAST, rounded(lowest / 2.0, DIGITS)));
  }

  /** The lowest rate above another that was not sustained. */
  private OptionalInt limit(int low) {
    return probes.stream().mapToInt(Probe::rate).filter(rate -> rate > low).min();
  }

  /** A rate with so many significant digits, at least 1. */
  public static int rounded(double rate, int significant) {
    BigDecimal digits =
        new BigDecimal(rate).round(new MathContext(significant, RoundingMode.HALF_UP));
    return Math.max(1, digits.setScale(0, RoundingMode.HALF_UP).intValueExact());
  }
}
