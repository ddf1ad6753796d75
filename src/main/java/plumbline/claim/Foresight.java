package plumbline.claim;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;
import plumbline.claim.Decidability.Answer;
import plumbline.load.Load;
import plumbline.result.MachineReading;
import plumbline.result.Metric;
import plumbline.result.Numbers;
import plumbline.result.Pauses;
import plumbline.result.Series;

/**
 * Says which claims a machine can decide, from what was seen of it and by the rules that {@link
 * BandJudge} and {@link RatioJudge} later apply to the figures: a bound must not be finer than the
 * clock, and a figure counts as at or above a bound only if it does so without the platform's
 * pauses and, of a load at a rate, without the schedule lag.
 *
 * <p>Which pause counts against a percentile of operations that nobody has measured yet is said by
 * {@link Pauses#foreseenMicros}.
 */
public final class Foresight {
  /** The clock, or a pause, matters if it is more than this share of a bound. */
  private static final double LARGE = 0.10;

  /** Every operation takes longer than this, whatever pauses do: a round trip over a socket. */
  private static final double LEAST_LATENCY_MICROS = 10;

  /** A ratio has no bound in time to compare a delay with; shorter ones than this are let pass. */
  private static final double LEAST_DELAY_MICROS = 100;

  /** A client and a server. */
  private static final int PROCESSORS_NEEDED = 2;

  private final MachineReading machine;
  private final Map<String, Map<String, Set<String>>> forcing;
  private final List<Series> paced;

  private Foresight(
      MachineReading machine, Map<String, Map<String, Set<String>>> forcing, List<Series> paced) {
    this.machine = machine;
    this.forcing = forcing;
    this.paced = paced;
  }

  /**
   * One answer for each claim, metric and reading, in the order of the file.
   *
   * @param forcing by system, values by parameter with which benchmarks ask for writes that are
   *     forced to the disk
   * @param paced what plans measure at a rate, which tells the rates of a claim; of one that is
   *     about none of these, any rate that was tried may be the one
   */
  public static List<Decidability> of(
      List<Claim> claims,
      MachineReading machine,
      Map<String, Map<String, Set<String>>> forcing,
      List<Series> paced) {
    Foresight foresight = new Foresight(machine, forcing, paced);
    List<Decidability> answers = new ArrayList<>();
    for (Claim claim : claims) {
      for (Metric metric : claim.metric()) {
        for (Reading reading : claim.ways()) {
          answers.add(foresight.of(claim, reading, metric));
        }
      }
    }
    return answers;
  }

  private Decidability of(Claim claim, Reading reading, Metric metric) {
    Bounds bounds = claim.bounds(reading, metric);
    boolean ratio = claim.kind() == Claim.Kind.RATIO;
    Delay delay = delay(claim, metric);
    Optional<Limit> obstacle = processors(claim).or(() -> disk(claim));
    if (!ratio && metric.isLatency()) {
      obstacle = obstacle.or(() -> clock(bounds)).or(() -> reachedBy(delay, bounds));
    }
    if (obstacle.isPresent()) {
      return new Decidability(
          claim.id(), metric, reading.known(), bounds, Answer.NO, List.of(obstacle.get()));
    }
    List<Limit> limits = new ArrayList<>();
    if (metric.isLatency()) {
      if (ratio && delay.micros() >= LEAST_DELAY_MICROS) {
        limits.add(new Limit.DelaysApart(delay.cause(), delay.micros()));
      }
      if (!ratio) {
        clockShare(bounds).ifPresent(limits::add);
        near(delay, bounds).ifPresent(limits::add);
      }
      stolen(metric).ifPresent(limits::add);
    } else {
      sharedProcessor().ifPresent(limits::add);
    }
    Answer answer = limits.isEmpty() ? Answer.YES : Answer.PARTLY;
    return new Decidability(claim.id(), metric, reading.known(), bounds, answer, limits);
  }

  /** What counts against a metric. */
  private record Delay(Limit.Delay cause, double micros) {}

  /** The larger of pause and lag at its percentile, since a pause makes a sender late as well. */
  private Delay delay(Claim claim, Metric metric) {
    if (metric.percentile().isEmpty()) {
      return new Delay(Limit.Delay.PAUSES, 0);
    }
    double percentile = metric.percentile().getAsDouble();
    Load load = isPaced(claim) ? Load.PACED : Load.CLOSED;
    double pause = Pauses.foreseenMicros(machine.lateness(), load, percentile);
    double lag =
        lags(claim).stream()
            .mapToDouble(one -> Numbers.micros((double) one.getValueAtPercentile(percentile)))
            .max()
            .orElse(0);
    return lag > pause
        ? new Delay(Limit.Delay.SCHEDULE_LAG, lag)
        : new Delay(Limit.Delay.PAUSES, pause);
  }

  /** Those at the rates of a claim. */
  private Collection<Histogram> lags(Claim claim) {
    if (!isPaced(claim)) {
      return List.of();
    }
    SortedMap<Integer, Histogram> own = new TreeMap<>(machine.lags());
    Set<Integer> rates =
        paced.stream()
            .filter(one -> claim.selectors().stream().anyMatch(selector -> selector.matches(one)))
            .map(one -> (int) one.targetRate().orElseThrow())
            .collect(Collectors.toSet());
    if (!rates.isEmpty()) {
      own.keySet().retainAll(rates);
    }
    return own.values();
  }

  private static boolean isPaced(Claim claim) {
    return claim.selectors().stream().anyMatch(selector -> selector.load().contains(Load.PACED));
  }

  private Optional<Limit> processors(Claim claim) {
    return isPaced(claim) && machine.processors() < PROCESSORS_NEEDED
        ? Optional.of(new Limit.NeedsProcessors())
        : Optional.empty();
  }

  private Optional<Limit> sharedProcessor() {
    return machine.processors() < PROCESSORS_NEEDED
        ? Optional.of(new Limit.SharedProcessor())
        : Optional.empty();
  }

  /** Nothing is forced to a disk that is none. */
  private Optional<Limit> disk(Claim claim) {
    boolean forced = claim.selectors().stream().anyMatch(this::asksForDisk);
    return forced && machine.dataInMemory() ? Optional.of(new Limit.NoDisk()) : Optional.empty();
  }

  private boolean asksForDisk(Selector selector) {
    return forcing.entrySet().stream()
        .filter(one -> selector.system().map(globs -> globs.matches(one.getKey())).orElse(true))
        .flatMap(one -> one.getValue().entrySet().stream())
        .anyMatch(
            param -> {
              Globs globs = selector.params().get(param.getKey());
              return globs != null && param.getValue().stream().anyMatch(globs::matches);
            });
  }

  private Optional<Limit> clock(Bounds bounds) {
    long granularity = machine.clockGranularityNanos();
    return bounds.finerThan(granularity).map(bound -> new Limit.ClockTooCoarse(bound, granularity));
  }

  /** An operation is between two readings of the clock, of which about one is measured along. */
  private Optional<Limit> clockShare(Bounds bounds) {
    double error = Math.max(machine.clockCostNanos(), (double) machine.clockGranularityNanos());
    return bounds.upperFirst().stream()
        .filter(bound -> error > LARGE * bound.quantity().nanos())
        .findFirst()
        .map(bound -> new Limit.ClockError(bound, Numbers.micros(error)));
  }

  /** A delay that is as long as a bound makes every operation look as if it were beyond it. */
  private static Optional<Limit> reachedBy(Delay delay, Bounds bounds) {
    return bounds.upperFirst().stream()
        .filter(bound -> bound.value() > LEAST_LATENCY_MICROS && delay.micros() >= bound.value())
        .findFirst()
        .map(bound -> new Limit.DelaysReach(bound, delay.cause(), delay.micros()));
  }

  private static Optional<Limit> near(Delay delay, Bounds bounds) {
    return bounds.upperFirst().stream()
        .filter(
            bound -> bound.value() > LEAST_LATENCY_MICROS && delay.micros() > LARGE * bound.value())
        .findFirst()
        .map(bound -> new Limit.DelaysNear(bound, delay.cause(), delay.micros()));
  }

  private Optional<Limit> stolen(Metric metric) {
    double stolen = machine.stolenPercent().orElse(0);
    double beyond = 100 - metric.percentile().orElse(0);
    // The longest of anything meets with whatever there is.
    return stolen >= beyond && beyond > 0
        ? Optional.of(new Limit.Stolen(stolen, beyond))
        : Optional.empty();
  }
}
