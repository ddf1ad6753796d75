package plumbline.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import plumbline.result.Busiest;
import plumbline.result.Fault;
import plumbline.result.Finding;
import plumbline.result.Round;
import plumbline.result.Search;
import plumbline.result.Search.Probe;
import plumbline.result.Series;
import plumbline.result.Warning;
import plumbline.run.plan.LoadCurve;
import plumbline.run.plan.Measurement;
import plumbline.run.plan.Plan;
import plumbline.run.plan.RateSearch;

/**
 * Searches the saturation throughput of every load curve of a plan, in forks like those of the
 * rounds, with half of their warm-up.
 */
final class Searches {
  private final Forks forks;
  private final BiConsumer<Series, Search> found;
  private final Consumer<Search> record;
  private final BooleanSupplier interrupted;

  /** Where probes are run. */
  interface Forks {
    /** Runs one fork, which gives figures or the reason why there are none. */
    Round probe(Measurement measurement);

    /** Why nothing of it can be measured any more, such as a server that died; empty if it can. */
    Optional<String> obstacle(Measurement measurement);
  }

  /** A search is recorded after each of its probes, and once more when it has ended. */
  Searches(
      Forks forks,
      BiConsumer<Series, Search> found,
      Consumer<Search> record,
      BooleanSupplier interrupted) {
    this.forks = forks;
    this.found = found;
    this.record = record;
    this.interrupted = interrupted;
  }

  /** The plan with a measurement at each rate that was found, in place of its load curves. */
  Plan resolve(Plan plan) {
    List<Measurement> measurements = new ArrayList<>();
    for (LoadCurve curve : plan.curves()) {
      Search search = search(curve);
      if (interrupted.getAsBoolean()) {
        break;
      }
      record.accept(search);
      found.accept(curve.shape().series(), search);
      measurements.addAll(curve.at(search.saturation()));
    }
    return plan.resolved(measurements);
  }

  private Search search(LoadCurve curve) {
    RateSearch search = new RateSearch();
    OptionalInt rate = search.next();
    while (rate.isPresent()) {
      Measurement measurement = curve.probe(rate.getAsInt());
      Probe probe = judged(rate.getAsInt(), forks.probe(measurement));
      if (interrupted.getAsBoolean()) {
        // Its fork was ended, which says nothing of the rate.
        return curve.search(OptionalInt.empty(), Optional.empty(), search.probes());
      }
      Optional<String> obstacle = forks.obstacle(measurement);
      if (obstacle.isPresent()) {
        return curve.search(OptionalInt.empty(), obstacle.map(Fault::of), search.probes());
      }
      search.add(probe);
      record.accept(curve.search(OptionalInt.empty(), Optional.empty(), search.probes()));
      rate = search.next();
    }
    OptionalInt saturation = search.sustained();
    return curve.search(
        saturation,
        saturation.isPresent() ? Optional.empty() : Optional.of(fault(search)),
        search.probes());
  }

  /** In a rate's favour: a warm-up that had not settled makes a round slower, not faster. */
  static Probe judged(int rate, Round round) {
    boolean sustained =
        round
            .fault()
            .map(fault -> round.latencies().isPresent() && fault.isOnlyOf(Warning.UNSETTLED))
            .orElse(true);
    Optional<Fault> fault = sustained ? Optional.empty() : round.fault();
    return new Probe(
        rate,
        Double.isFinite(round.throughput())
            ? OptionalDouble.of((double) Math.round(round.throughput()))
            : OptionalDouble.empty(),
        sustained,
        fault.map(Fault::warnings),
        fault.map(Fault::reason).orElse(""),
        Busiest.of(List.of(round), Runtime.getRuntime().availableProcessors()));
  }

  private static Fault fault(RateSearch search) {
    List<Probe> probes = search.probes();
    Probe last = probes.get(probes.size() - 1);
    List<Finding> warnings = new ArrayList<>();
    warnings.add(Finding.of(Warning.NO_RATE_SUSTAINED, last.rate()));
    warnings.addAll(last.warnings().orElse(List.of()));
    return new Fault(warnings, last.reason());
  }
}
