package plumbline.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import plumbline.claim.Decidability.Answer;
import plumbline.load.Load;
import plumbline.result.MachineReading;
import plumbline.result.Metric;
import plumbline.result.Numbers;

/**
 * Says which claims a machine can decide, from what was seen of it and by the rules that {@link
 * BandJudge} and {@link RatioJudge} later apply to the figures: a bound must not be finer than the
 * clock, and a figure counts as at or above a bound only if it does so without the platform's
 * pauses.
 *
 * <p>Which pause counts against a percentile of operations that nobody has measured yet is said by
 * {@link plumbline.result.Pauses#foreseenMicros}.
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
  private final Map<String, Set<String>> forcing;

  private Foresight(MachineReading machine, Map<String, Set<String>> forcing) {
    this.machine = machine;
    this.forcing = forcing;
  }

  /**
   * One answer for each claim and metric, in the order of the file.
   *
   * @param forcing values by parameter with which benchmarks ask for writes that are forced to the
   *     disk
   */
  public static List<Decidability> of(
      List<Claim> claims, MachineReading machine, Map<String, Set<String>> forcing) {
    Foresight foresight = new Foresight(machine, forcing);
    List<Decidability> answers = new ArrayList<>();
    for (Claim claim : claims) {
      for (Metric metric : claim.metric()) {
        answers.add(foresight.of(claim, metric));
      }
    }
    return answers;
  }

  private Decidability of(Claim claim, Metric metric) {
    Bounds bounds = claim.bounds(metric);
    boolean ratio = claim.kind() == Claim.Kind.RATIO;
    Load load = isPaced(claim) ? Load.PACED : Load.CLOSED;
    String text = bounds.text(metric.text() + (ratio ? " ratio" : ""));
    Optional<String> obstacle = processors(claim).or(() -> disk(claim));
    if (!ratio && metric.isLatency()) {
      obstacle = obstacle.or(() -> clock(bounds)).or(() -> reachedByPauses(load, metric, bounds));
    }
    if (obstacle.isPresent()) {
      return new Decidability(claim.id(), metric, text, Answer.NO, obstacle.get());
    }
    List<String> limits = new ArrayList<>();
    if (metric.isLatency()) {
      if (ratio) {
        ratioPauses(load, metric).ifPresent(limits::add);
      } else {
        clockShare(bounds).ifPresent(limits::add);
        bandPauses(load, metric, bounds).ifPresent(limits::add);
      }
      stolen(metric).ifPresent(limits::add);
    } else {
      sharedProcessor().ifPresent(limits::add);
    }
    return new Decidability(
        claim.id(),
        metric,
        text,
        limits.isEmpty() ? Answer.YES : Answer.PARTLY,
        String.join("; ", limits));
  }

  private static Stream<Selector> selectors(Claim claim) {
    return Stream.of(claim.select(), claim.numerator(), claim.denominator())
        .flatMap(Optional::stream);
  }

  private static boolean isPaced(Claim claim) {
    return selectors(claim).anyMatch(selector -> selector.load().contains(Load.PACED));
  }

  private Optional<String> processors(Claim claim) {
    return isPaced(claim) && machine.processors() < PROCESSORS_NEEDED
        ? Optional.of("a client that sends on time and a server need a processor each")
        : Optional.empty();
  }

  private Optional<String> sharedProcessor() {
    return machine.processors() < PROCESSORS_NEEDED
        ? Optional.of("client and server share one processor, and so its throughput")
        : Optional.empty();
  }

  /** Nothing is forced to a disk that is none. */
  private Optional<String> disk(Claim claim) {
    boolean forced = selectors(claim).anyMatch(this::asksForDisk);
    return forced && machine.dataInMemory()
        ? Optional.of(
            "the servers' data is in a file system without a disk, where forcing costs nothing")
        : Optional.empty();
  }

  private boolean asksForDisk(Selector selector) {
    return forcing.entrySet().stream()
        .anyMatch(
            param -> {
              Globs globs = selector.params().get(param.getKey());
              return globs != null && param.getValue().stream().anyMatch(globs::matches);
            });
  }

  private Optional<String> clock(Bounds bounds) {
    return BandJudge.finerThanClock(bounds, machine.clockGranularityNanos());
  }

  /** An operation is between two readings of the clock, of which about one is measured along. */
  private Optional<String> clockShare(Bounds bounds) {
    double error = Math.max(machine.clockCostNanos(), (double) machine.clockGranularityNanos());
    return bounds.upperFirst().stream()
        .filter(bound -> error > LARGE * bound.quantity().nanos())
        .findFirst()
        .map(
            bound ->
                "the clock is wrong by up to "
                    + Human.figure(Numbers.micros(error), "us")
                    + ", a large part of "
                    + bound.quantity().text());
  }

  /** A pause that is as long as a bound makes every operation look as if it were beyond it. */
  private Optional<String> reachedByPauses(Load load, Metric metric, Bounds bounds) {
    OptionalDouble percentile = metric.percentile();
    if (percentile.isEmpty()) {
      return Optional.empty();
    }
    double pause = machine.pauseMicros(load, percentile.getAsDouble());
    return bounds.upperFirst().stream()
        .filter(bound -> bound.value() > LEAST_LATENCY_MICROS && pause >= bound.value())
        .findFirst()
        .map(
            bound ->
                "pauses of up to "
                    + Human.figure(pause, "us")
                    + " at "
                    + metric.text()
                    + " reach the bound "
                    + bound.quantity().text());
  }

  private Optional<String> bandPauses(Load load, Metric metric, Bounds bounds) {
    OptionalDouble percentile = metric.percentile();
    if (percentile.isEmpty()) {
      return Optional.empty();
    }
    double pause = machine.pauseMicros(load, percentile.getAsDouble());
    return bounds.upperFirst().stream()
        .filter(bound -> bound.value() > LEAST_LATENCY_MICROS && pause > LARGE * bound.value())
        .findFirst()
        .map(
            bound ->
                String.format(
                    Locale.ROOT,
                    "with pauses of up to %s at %s, a figure from %s to %s leaves it open",
                    Human.figure(pause, "us"),
                    metric.text(),
                    Human.figure(bound.value(), "us"),
                    Human.figure(bound.value() + pause, "us")));
  }

  private Optional<String> ratioPauses(Load load, Metric metric) {
    OptionalDouble percentile = metric.percentile();
    if (percentile.isEmpty()) {
      return Optional.empty();
    }
    double pause = machine.pauseMicros(load, percentile.getAsDouble());
    return pause < LEAST_PAUSE_MICROS
        ? Optional.empty()
        : Optional.of(
            "two figures less than "
                + Human.figure(pause, "us")
                + " apart leave it open, as pauses reach that at "
                + metric.text());
  }

  private Optional<String> stolen(Metric metric) {
    double stolen = machine.stolenPercent().orElse(0);
    double beyond = 100 - metric.percentile().orElse(0);
    // The longest of anything meets with whatever there is.
    return stolen >= beyond && beyond > 0
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "the hypervisor takes %.1f %% of the time, and beyond %s lie only %s %%",
                stolen,
                metric.text(),
                Human.number(beyond)))
        : Optional.empty();
  }
}
