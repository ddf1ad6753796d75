package plumbline.run.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import plumbline.result.Search.Probe;

/**
 * Finds the highest rate that is sustained. The rate is doubled until one is not sustained, or
 * halved until one is, and then the gap between the two is halved, on a logarithmic scale, until it
 * is at most 10 %. Beyond the first, no rate is more than twice one that was sustained: a load far
 * beyond what can be served measures queues and collapses, and takes memory.
 *
 * <p>A machine hiccups, and is lucky, so one probe decides nothing: when the gap is small enough,
 * both of its ends are tried again until two of at most three probes agree, and if they do not
 * agree with the first, the search goes on from there. All rates have two significant digits.
 */
public final class RateSearch {
  /** Two or three doublings below what the servers of today sustain on two processors. */
  public static final int FIRST = 16_000;

  /** Below this, a probe has too few operations to judge by. */
  static final int LEAST = 10;

  static final int MOST = 10_000_000;

  /** What a search takes whose limit is two to five doublings above the first rate. */
  static final int USUAL_PROBES = 12;

  /** What bounds its time; from {@link #LEAST} upwards it is enough to end as it should. */
  static final int MOST_PROBES = 20;

  /** So many probes that are all there are of a rate decide; else the third does. */
  private static final int ENOUGH = 2;

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

  /**
   * The highest rate that was sustained: in two of three probes, unless the search ran out of them.
   */
  public OptionalInt sustained() {
    int limit = limit().orElse(Integer.MAX_VALUE);
    return rates().filter(rate -> rate < limit && lean(rate) > 0).max();
  }

  /** The rate to try next; empty when the search is over. */
  public OptionalInt next() {
    if (probes.size() >= MOST_PROBES) {
      return OptionalInt.empty();
    }
    OptionalInt open = rates().filter(rate -> lean(rate) == 0).min();
    if (open.isPresent()) {
      return open;
    }
    OptionalInt highest = sustained();
    if (highest.isEmpty()) {
      return lower();
    }
    int low = highest.getAsInt();
    OptionalInt limit = limit();
    if (limit.isEmpty()) {
      return low > MOST / 2 ? undecided(low) : OptionalInt.of(rounded(2.0 * low, DIGITS));
    }
    int high = limit.getAsInt();
    if (!isBracketed(low)) {
      // Else one hiccup would send the search to where nothing is to be found.
      return undecided(high);
    }
    int between = rounded(Math.sqrt((double) low * high), DIGITS);
    return high > RESOLUTION * low && between > low && between < high
        ? OptionalInt.of(between)
        : undecided(low, high);
  }

  /** Whether a rate above another has failed twice, so that the limit is between. */
  private boolean isBracketed(int low) {
    return rates().anyMatch(rate -> rate > low && lean(rate) < 0 && tries(rate) >= ENOUGH);
  }

  /** The first of some rates that were not tried often enough. */
  private OptionalInt undecided(int... some) {
    return IntStream.of(some).filter(rate -> tries(rate) < ENOUGH).findFirst();
  }

  private OptionalInt lower() {
    long broken = probes.stream().filter(probe -> probe.achieved().isEmpty()).count();
    int lowest = probes.stream().mapToInt(Probe::rate).min().orElse(2 * FIRST);
    return lowest <= LEAST || broken >= MOST_BROKEN
        ? OptionalInt.empty()
        : OptionalInt.of(Math.max(LEAST, rounded(lowest / 2.0, DIGITS)));
  }

  /** The lowest rate that was not sustained. */
  private OptionalInt limit() {
    return rates().filter(rate -> lean(rate) < 0).min();
  }

  private IntStream rates() {
    return probes.stream().mapToInt(Probe::rate).distinct();
  }

  private long tries(int rate) {
    return probes.stream().filter(probe -> probe.rate() == rate).count();
  }

  /** Whether a rate was sustained: by how many probes more than not. */
  private int lean(int rate) {
    return probes.stream()
        .filter(probe -> probe.rate() == rate)
        .mapToInt(probe -> probe.sustained() ? 1 : -1)
        .sum();
  }

  /** A rate with so many significant digits, at least 1. */
  public static int rounded(double rate, int significant) {
    BigDecimal digits =
        new BigDecimal(rate).round(new MathContext(significant, RoundingMode.HALF_UP));
    return Math.max(1, digits.setScale(0, RoundingMode.HALF_UP).intValueExact());
  }
}
