package plumbline.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plumbline.claim.Decidability.Answer;
import plumbline.load.Load;
import plumbline.result.MachineReading;
import plumbline.result.Metric;
import plumbline.result.Numbers;
import plumbline.result.Pauses;

/**
 * Says which claims a machine can decide, from what was seen of it and by the rules that {@link
 * BandJudge} and {@link RatioJudge} later apply to the figures: a bound must not be finer than the
 * clock, and a figure counts as at or above a bound only if it does so without the platform's
 * pauses.
 *
 * <p>Which pause counts against a percentile of operations that nobody has measured yet is said by
 * {@link Pauses#foreseenMicros}.
 */
public final class Foresight {
  /** The clock, or a pause, matters if it is more than this share of a bound. */
  private static final double LARGE = 0.10;

  /** Every operation takes longer than this, whatever pauses do: a round trip over a socket. */
  private static final double LEAST_LATENCY_MICROS = 10;

  /** A ratio has no bound in time to compare a pause with; shorter ones than this are let pass. */
  private static final double LEAST_PAUSE_MICROS = 100;

  /** A client and a server. */
  private static final int PROCESSORS_NEEDED = 2;

  private final MachineReading machine;
  private final Map<String, Map<String, Set<String>>> forcing;

  private Foresight(MachineReading machine, Map<String, Map<String, Set<String>>> forcing) {
    this.machine = machine;
    this.forcing = forcing;
  }

  /**
   * One answer for each claim, metric and reading, in the order of the file.
   *
   * @param forcing by system, values by parameter with which benchmarks ask for writes that are
   *     forced to the disk
   */
  public static List<Decidability> of(
      List<Claim> claims, MachineReading machine, Map<String, Map<String, Set<String>>> forcing) {
    Foresight foresight = new Foresight(machine, forcing);
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
    double pause = pause(claim, metric);
    Optional<Limit> obstacle = processors(claim).or(() -> disk(claim));
    if (!ratio && metric.isLatency()) {
      obstacle = obstacle.or(() -> clock(bounds)).or(() -> reachedByPauses(pause, bounds));
    }
    if (obstacle.isPresent()) {
      return new Decidability(claim.id(), metric, bounds, Answer.NO, List.of(obstacle.get()));
    }
    List<Limit> limits = new ArrayList<>();
    if (metric.isLatency()) {
      if (ratio && pause >= LEAST_PAUSE_MICROS) {
        limits.add(new Limit.PausesApart(pause));
      }
      if (!ratio) {
        clockShare(bounds).ifPresent(limits::add);
        nearPauses(pause, bounds).ifPresent(limits::add);
      }
      stolen(metric).ifPresent(limits::add);
    } else {
      sharedProcessor().ifPresent(limits::add);
    }
    Answer answer = limits.isEmpty() ? Answer.YES : Answer.PARTLY;
    return new Decidability(claim.id(), metric, bounds, answer, limits);
  }

  /** The pause that counts against a metric, in microseconds; 0 if it is no percentile. */
  private double pause(Claim claim, Metric metric) {
    Load load = isPaced(claim) ? Load.PACED : Load.CLOSED;
    return metric.percentile().isPresent()
        ? Pauses.foreseenMicros(machine.lateness(), load, metric.percentile().getAsDouble())
        : 0;
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

  /** A pause that is as long as a bound makes every operation look as if it were beyond it. */
  private static Optional<Limit> reachedByPauses(double pause, Bounds bounds) {
    return bounds.upperFirst().stream()
        .filter(bound -> bound.value() > LEAST_LATENCY_MICROS && pause >= bound.value())
        .findFirst()
        .map(bound -> new Limit.PausesReach(bound, pause));
  }

  private static Optional<Limit> nearPauses(double pause, Bounds bounds) {
    return bounds.upperFirst().stream()
        .filter(bound -> bound.value() > LEAST_LATENCY_MICROS && pause > LARGE * bound.value())
        .findFirst()
        .map(bound -> new Limit.PausesNear(bound, pause));
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
