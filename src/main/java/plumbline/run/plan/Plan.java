package plumbline.run.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import plumbline.problem.BadInputException;
import plumbline.record.HistogramProfiler;
import plumbline.result.RunManifest;
import plumbline.result.Series;
import plumbline.system.Deployment;
import plumbline.system.Systems;

/**
 * A plan after the options of the command line were applied: exactly what will be measured.
 *
 * @param name such as {@code quick}
 * @param description one line
 * @param rounds at least 1
 * @param warmServers whether servers are warmed before the first round
 * @param freshServers whether every round has servers of its own
 * @param claims what a run of it is judged by unless the user says otherwise
 * @param servers deployments that are up at once; empty for one, from where the user says
 * @param measurements in the plan's order, without duplicates
 * @param curves measurements at shares of a saturation throughput, which is not known yet
 */
public record Plan(
    String name,
    String description,
    int rounds,
    boolean warmServers,
    boolean freshServers,
    String claims,
    List<Deployment> servers,
    List<Measurement> measurements,
    List<LoadCurve> curves) {

  /** What a fork took beside its own times, in runs of the quick plan on two cores. */
  private static final Duration FORK = Duration.ofMillis(1_600);

  /** What starting and warming a server takes, about: a broker takes more, others less. */
  private static final Duration RENEWAL = Duration.ofSeconds(15);

  public Plan {
    servers = List.copyOf(servers);
    measurements = List.copyOf(measurements);
    curves = List.copyOf(curves);
  }

  /**
   * What the command line changes in a plan.
   *
   * @param rounds instead of the plan's
   * @param only keeps what this finds in {@code Class.method}
   * @param params values instead of the plan's, for every benchmark that has the parameter
   */
  public record Overrides(
      OptionalInt rounds, Optional<Pattern> only, Map<String, List<String>> params) {
    /** Changes nothing. */
    public static Overrides none() {
      return new Overrides(OptionalInt.empty(), Optional.empty(), Map.of());
    }
  }

  /**
   * Makes a plan from its file.
   *
   * @throws BadInputException if it names a benchmark or parameter that does not exist, or nothing
   *     is left to run
   */
  public static Plan of(PlanFile.Named named, BenchmarkCatalog catalog, Overrides overrides) {
    PlanFile file = named.plan();
    // The first of two equal series counts; a plan may name a class and then one of its methods.
    Map<Series, Measurement> measurements = new LinkedHashMap<>();
    Map<Series, LoadCurve> curves = new LinkedHashMap<>();
    SortedSet<String> knownParams = new TreeSet<>(Set.of(Series.PROCESSORS));
    List<Deployment> servers =
        file.servers().orElse(List.of()).stream().map(Deployment::of).toList();
    for (PlanFile.Selection selection : file.benchmarks()) {
      List<BenchmarkCatalog.Entry> selected =
          catalog.named(selection.benchmark(), named.at(selection, "benchmark"));
      Expansion expansion = new Expansion(named, selection, servers, overrides);
      KnownParams.check(selection, selected, named.at(selection, "params"));
      for (BenchmarkCatalog.Entry benchmark : selected) {
        if (overrides.only().isPresent()
            && !overrides.only().get().matcher(benchmark.name()).find()) {
          continue;
        }
        knownParams.addAll(benchmark.params().keySet());
        for (Measurement measurement : expansion.of(benchmark)) {
          measurements.putIfAbsent(measurement.series(), measurement);
        }
        for (LoadCurve curve : expansion.curves(benchmark)) {
          curves.putIfAbsent(curve.shape().series(), curve);
        }
      }
    }
    if (measurements.isEmpty() && curves.isEmpty()) {
      throw new BadInputException(
          "--only "
              + overrides.only().map(Pattern::pattern).orElse("")
              + " matches no benchmark of plan "
              + named.name()
              + " (`list` shows them all)");
    }
    KnownParams.check(
        overrides.params().keySet(),
        knownParams,
        param -> "-p " + param + ": no benchmark of this run has it");
    int rounds = overrides.rounds().orElse(file.rounds());
    return new Plan(
        named.name(),
        file.description(),
        rounds,
        file.warmServers().orElse(true),
        file.freshServers().orElse(false),
        file.claims().orElse(RunManifest.DEFAULT_CLAIMS),
        servers,
        new ArrayList<>(measurements.values()),
        new ArrayList<>(curves.values()));
  }

  private Plan with(List<Measurement> others, List<LoadCurve> otherCurves) {
    return new Plan(
        name, description, rounds, warmServers, freshServers, claims, servers, others, otherCurves);
  }

  /** The same plan without some of its measurements. */
  public Plan without(Collection<Measurement> left) {
    List<Measurement> others = new ArrayList<>(measurements);
    others.removeAll(left);
    return with(others, curves);
  }

  /**
   * The same plan with clients and servers that are pinned to processors: other series, which
   * nothing compares with those of this one.
   *
   * @param pinning as their parameter {@value Series#PIN}
   * @throws BadInputException if tools take part, which are not pinned
   */
  public Plan pinned(String pinning) {
    measurements.stream()
        .flatMap(one -> one.tool().stream())
        .findFirst()
        .ifPresent(
            use -> {
              throw new BadInputException(
                  "--pin: plan "
                      + name
                      + " runs "
                      + use.tool().name()
                      + ", which is not pinned; take a plan without native tools, such as quick");
            });
    return with(
        measurements.stream().map(one -> one.under(Series.PIN, pinning)).toList(),
        curves.stream()
            .map(one -> new LoadCurve(one.shape().under(Series.PIN, pinning), one.percents()))
            .toList());
  }

  /** The same plan with the measurements that its load curves came to, in their place. */
  public Plan resolved(List<Measurement> found) {
    Map<Series, Measurement> all = new LinkedHashMap<>();
    measurements.forEach(measurement -> all.put(measurement.series(), measurement));
    found.forEach(measurement -> all.putIfAbsent(measurement.series(), measurement));
    return with(new ArrayList<>(all.values()), List.of());
  }

  /** Every measurement, and every load curve as one at the first rate of its search. */
  public List<Measurement> shapes() {
    List<Measurement> shapes = new ArrayList<>(measurements);
    curves.forEach(curve -> shapes.add(curve.shape()));
    return shapes;
  }

  /** How many series the plan comes to. */
  public int size() {
    return measurements.size() + curves.stream().mapToInt(curve -> curve.percents().size()).sum();
  }

  /** The ids of the systems whose servers the plan needs. */
  public SortedSet<String> systems() {
    SortedSet<String> systems = new TreeSet<>();
    shapes().forEach(measurement -> systems.add(measurement.benchmark().system()));
    systems.removeIf(system -> Systems.find(system).isEmpty());
    return systems;
  }

  /** Time that searches and rounds take, with what a fork takes beside its own times. */
  public Duration estimate() {
    Duration once = measurements.stream().map(Plan::estimate).reduce(Duration.ZERO, Duration::plus);
    for (LoadCurve curve : curves) {
      once = once.plus(estimate(curve.shape()).multipliedBy(curve.percents().size()));
    }
    if (freshServers) {
      once = once.plus(RENEWAL.multipliedBy(systems().size()));
    }
    return once.multipliedBy(rounds).plus(searchEstimate());
  }

  /** Time that the searches take. */
  public Duration searchEstimate() {
    return curves.stream()
        .map(curve -> estimate(curve.probe(RateSearch.FIRST)).multipliedBy(RateSearch.USUAL_PROBES))
        .reduce(Duration.ZERO, Duration::plus);
  }

  public static Duration estimate(Measurement measurement) {
    return measurement.warmup().plus(measurement.measure()).plus(FORK);
  }

  /** The plan for run.json, with the claims that judge it. */
  public RunManifest.Plan toManifest(String judgedBy) {
    return new RunManifest.Plan(
        name,
        description,
        rounds,
        Optional.of(judgedBy),
        freshServers ? Optional.of(true) : Optional.empty(),
        Optional.of(HistogramProfiler.warmUpRule()),
        measurements.stream()
            .map(
                measurement ->
                    new RunManifest.PlanEntry(
                        measurement.series().tag(), measurement.warmup(), measurement.measure()))
            .toList());
  }
}
