package plumbline.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import plumbline.problem.BadInputException;
import plumbline.record.Measured;
import plumbline.result.Series;
import plumbline.server.ServerSet;
import plumbline.server.Systems;

/** From a selection of a plan to its measurements: every combination of values and servers. */
final class Expansion {
  /** The parameter that has a column of its own. */
  private static final String PAYLOAD = "payload";

  /** Every payload carries a sequence number and a checksum. */
  private static final int LEAST_PAYLOAD = 12;

  /** Below the largest record that a broker takes by default, with its overhead. */
  private static final int MOST_PAYLOAD = 1_000_000;

  private final PlanFile.Named plan;
  private final List<ServerSet> servers;
  private final Plan.Overrides overrides;

  Expansion(PlanFile.Named plan, List<ServerSet> servers, Plan.Overrides overrides) {
    this.plan = plan;
    this.servers = servers;
    this.overrides = overrides;
  }

  /**
   * The measurements of one benchmark.
   *
   * @throws BadInputException if a payload cannot be
   */
  List<Measurement> of(PlanFile.Selection selection, BenchmarkCatalog.Entry benchmark) {
    List<Measurement> measurements = new ArrayList<>();
    for (SortedMap<String, String> params : combinations(values(selection, benchmark))) {
      for (Optional<ServerSet> set : sets(benchmark)) {
        measurements.add(
            new Measurement(
                series(benchmark, params, set),
                benchmark,
                params,
                set,
                selection.warmup().orElse(plan.plan().warmup()),
                selection.measure().orElse(plan.plan().measure())));
      }
    }
    return measurements;
  }

  private SortedMap<String, List<String>> values(
      PlanFile.Selection selection, BenchmarkCatalog.Entry benchmark) {
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

  /** A benchmark of the machine or the instrument has no server, so it runs once. */
  private List<Optional<ServerSet>> sets(BenchmarkCatalog.Entry benchmark) {
    boolean hasServer =
        Systems.all().stream().anyMatch(system -> system.name().equals(benchmark.system()));
    return servers.isEmpty() || !hasServer
        ? List.of(Optional.empty())
        : servers.stream().map(Optional::of).toList();
  }

  private Series series(
      BenchmarkCatalog.Entry benchmark, SortedMap<String, String> params, Optional<ServerSet> set) {
    SortedMap<String, String> others = new TreeMap<>(params);
    set.ifPresent(one -> others.put(Series.SERVERS, one.text()));
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
        payload == null ? 0 : bytes(payload));
  }

  private int bytes(String payload) {
    String where = overrides.params().containsKey(PAYLOAD) ? "-p payload" : plan.where();
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
}
