package plumbline.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import plumbline.input.Suggestion;
import plumbline.problem.BadInputException;
import plumbline.record.Measured;
import plumbline.result.RunManifest;
import plumbline.result.Series;

/**
 * A plan after the options of the command line were applied: exactly what will be measured.
 *
 * @param name such as {@code quick}
 * @param description one line
 * @param rounds at least 1
 * @param warmServers whether servers are warmed before the first round
 * @param measurements in the plan's order, without duplicates
 */
public record Plan(
    String name,
    String description,
    int rounds,
    boolean warmServers,
    List<Measurement> measurements) {

  /** The parameter that has a column of its own. */
  private static final String PAYLOAD = "payload";

  /** Every payload carries a sequence number and a checksum. */
  private static final int LEAST_PAYLOAD = 12;

  /** Below the largest record that a broker takes by default, with its overhead. */
  private static final int MOST_PAYLOAD = 1_000_000;

  public Plan {
    measurements = List.copyOf(measurements);
  }

  /**
   * What the command line changes in a plan.
   *
   * @param rounds instead of the plan's
   * @param only keeps what this finds in {@code Class.method}
   * @param params values instead of the plan's, for every benchmark that has the parameter
   */
  public record Overrides(
      OptionalInt rounds, java.util.Optional<Pattern> only, Map<String, List<String>> params) {
    /** Changes nothing. */
    public static Overrides none() {
      return new Overrides(OptionalInt.empty(), java.util.Optional.empty(), Map.of());
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
    SortedSet<String> knownParams = new TreeSet<>();
    for (PlanFile.Selection selection : file.benchmarks()) {
      List<BenchmarkCatalog.Entry> selected = catalog.named(selection.benchmark(), named.where());
      checkParams(selection, selected, named.where());
      for (BenchmarkCatalog.Entry benchmark : selected) {
        if (overrides.only().isPresent()
            && !overrides.only().get().matcher(benchmark.name()).find()) {
          continue;
        }
        knownParams.addAll(benchmark.params().keySet());
        for (SortedMap<String, String> params :
            combinations(values(selection, benchmark, overrides))) {
          Measurement measurement =
              new Measurement(
                  series(benchmark, params, payloadFrom(overrides, named)),
                  benchmark,
                  params,
                  selection.warmup().orElse(file.warmup()),
                  selection.measure().orElse(file.measure()));
          measurements.putIfAbsent(measurement.series(), measurement);
        }
      }
    }
    if (measurements.isEmpty()) {
      throw new BadInputException(
          "--only "
              + overrides.only().map(Pattern::pattern).orElse("")
              + " matches no benchmark of plan "
              + named.name()
              + " (`list` shows them all)");
    }
    for (String param : overrides.params().keySet()) {
      if (!knownParams.contains(param)) {
        throw new BadInputException(
            "-p "
                + param
                + ": no benchmark of this run has it; "
                + Suggestion.known(param, knownParams));
      }
    }
    int rounds = overrides.rounds().orElse(file.rounds());
    return new Plan(
        named.name(),
        file.description(),
        rounds,
        file.warmServers().orElse(true),
        new ArrayList<>(measurements.values()));
  }

  /** A parameter must belong to one of the methods at least: GET has a payload, INCR has none. */
  private static void checkParams(
      PlanFile.Selection selection, List<BenchmarkCatalog.Entry> selected, String where) {
    SortedSet<String> known = new TreeSet<>();
    selected.forEach(benchmark -> known.addAll(benchmark.params().keySet()));
    for (String param : selection.params().orElse(Map.of()).keySet()) {
      if (!known.contains(param)) {
        throw new BadInputException(
            where
                + ": "
                + selection.benchmark()
                + " has no parameter '"
                + param
                + "'; "
                + Suggestion.known(param, known));
      }
    }
  }

  private static SortedMap<String, List<String>> values(
      PlanFile.Selection selection, BenchmarkCatalog.Entry benchmark, Overrides overrides) {
    SortedMap<String, List<String>> values = new TreeMap<>(benchmark.params());
    selection
        .params()
        .orElse(Map.of())
        .forEach((param, given) -> values.computeIfPresent(param, (name, old) -> given));
    overrides
        .params()
        .forEach((param, given) -> values.computeIfPresent(param, (name, old) -> given));
    return values;
  }

  private static List<SortedMap<String, String>> combinations(
      SortedMap<String, List<String>> values) {
    List<SortedMap<String, String>> combinations = List.of(new TreeMap<>());
    for (Map.Entry<String, List<String>> param : values.entrySet()) {
      List<SortedMap<String, String>> longer = new ArrayList<>();
      for (SortedMap<String, String> combination : combinations) {
        for (String value : param.getValue()) {
          SortedMap<String, String> next = new TreeMap<>(combination);
          next.put(param.getKey(), value);
          longer.add(next);
        }
      }
      combinations = longer;
    }
    return combinations;
  }

  private static String payloadFrom(Overrides overrides, PlanFile.Named named) {
    return overrides.params().containsKey(PAYLOAD) ? "-p payload" : named.where();
  }

  private static Series series(
      BenchmarkCatalog.Entry benchmark, SortedMap<String, String> params, String where) {
    SortedMap<String, String> others = new TreeMap<>(params);
    String payload = others.remove(PAYLOAD);
    Measured measured = benchmark.measured();
    return new Series(
        benchmark.name(),
        others,
        measured.system(),
        measured.operation(),
        measured.load(),
        measured.inFlight(),
        OptionalDouble.empty(),
        payload == null ? 0 : bytes(payload, where));
  }

  private static int bytes(String payload, String where) {
    try {
      int bytes = Integer.parseInt(payload);
      if (bytes >= LEAST_PAYLOAD && bytes <= MOST_PAYLOAD) {
        return bytes;
      }
    } catch (NumberFormatException e) {
      // Said below, for both.
    }
    throw new BadInputException(
        where
            + ": payload must be a whole number of bytes from "
            + LEAST_PAYLOAD
            + " (its checksum) to "
            + MOST_PAYLOAD
            + ", not '"
            + payload
            + "'");
  }

  /** The systems that the plan measures, also {@code loopback} and {@code instrument}. */
  public SortedSet<String> systems() {
    SortedSet<String> systems = new TreeSet<>();
    measurements.forEach(measurement -> systems.add(measurement.benchmark().system()));
    return systems;
  }

  /** Time that all rounds take, with one second for each fork beside its own times. */
  public Duration estimate() {
    return measurements.stream()
        .map(Plan::estimate)
        .reduce(Duration.ZERO, Duration::plus)
        .multipliedBy(rounds);
  }

  static Duration estimate(Measurement measurement) {
    return measurement.warmup().plus(measurement.measure()).plusMillis(1_000);
  }

  /** The plan for run.json. */
  RunManifest.Plan toManifest() {
    return new RunManifest.Plan(
        name,
        description,
        rounds,
        measurements.stream()
            .map(
                measurement ->
                    new RunManifest.PlanEntry(
                        measurement.series().tag(), measurement.warmup(), measurement.measure()))
            .toList());
  }
}
