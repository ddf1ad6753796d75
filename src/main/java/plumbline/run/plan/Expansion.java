package plumbline.run.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import plumbline.input.Quantity;
import plumbline.load.Load;
import plumbline.problem.BadInputException;
import plumbline.record.Measured;
import plumbline.result.Series;
import plumbline.system.Deployment;
import plumbline.system.Systems;
import plumbline.system.spi.Origin;
import plumbline.system.tool.NativeTool;

/** From a selection of a plan to its measurements: every combination of values and servers. */
final class Expansion {
  /** The parameters that have columns of their own. */
  static final String PAYLOAD = "payload";

  private static final String RATE = Measurement.RATE;
  static final String IN_FLIGHT = "inFlight";

  /** Their numbers have eight digits, and a client remembers what each counter was. */
  private static final int MOST_KEYS = 10_000_000;

  private static final int MOST_RATE = RateSearch.MOST;
  private static final int MOST_IN_FLIGHT = 1_000_000;

  /** Every payload carries a sequence number and a checksum. */
  private static final int LEAST_PAYLOAD = 12;

  /** Below the largest record that a broker takes by default, with its overhead. */
  private static final int MOST_PAYLOAD = 1_000_000;

  private final PlanFile.Named plan;
  private final PlanFile.Selection selection;
  private final List<Deployment> servers;
  private final Plan.Overrides overrides;

  Expansion(
      PlanFile.Named plan,
      PlanFile.Selection selection,
      List<Deployment> servers,
      Plan.Overrides overrides) {
    this.plan = plan;
    this.selection = selection;
    this.servers = servers;
    this.overrides = overrides;
  }

  /** The measurements of one benchmark, without those at shares of its saturation throughput. */
  List<Measurement> of(BenchmarkCatalog.Entry benchmark) {
    List<Measurement> measurements = new ArrayList<>();
    Optional<Measurement.ToolUse> tool = selection.nativeTool().map(this::use);
    SortedMap<String, List<String>> values = values(benchmark);
    values.computeIfPresent(
        RATE, (name, rates) -> rates.stream().filter(rate -> !LoadCurve.isShare(rate)).toList());
    for (Measurement ours : of(benchmark, values)) {
      measurements.addAll(tool.isPresent() ? beside(ours, tool.get()) : List.of(ours));
    }
    return measurements;
  }

  /** The load curves of one benchmark: one for each combination of its other parameters. */
  List<LoadCurve> curves(BenchmarkCatalog.Entry benchmark) {
    SortedMap<String, List<String>> values = values(benchmark);
    List<Integer> percents =
        values.getOrDefault(RATE, List.of()).stream()
            .filter(LoadCurve::isShare)
            .map(rate -> LoadCurve.percent(rate, where(RATE)))
            .toList();
    if (percents.isEmpty()) {
      return List.of();
    }
    if (selection.nativeTool().isPresent()) {
      throw new BadInputException(
          plan.at(selection, "native")
              + ": native: no tool can stand beside a share of the saturation throughput");
    }
    values.put(RATE, List.of(Integer.toString(RateSearch.FIRST)));
    return of(benchmark, values).stream().map(shape -> new LoadCurve(shape, percents)).toList();
  }

  private List<Measurement> of(
      BenchmarkCatalog.Entry benchmark, SortedMap<String, List<String>> values) {
    List<Measurement> measurements = new ArrayList<>();
    for (SortedMap<String, String> params : combinations(values)) {
      for (Optional<Deployment> deployment : deployments(benchmark)) {
        measurements.add(
            new Measurement(
                series(benchmark, params, deployment),
                benchmark,
                ofBenchmark(params),
                Optional.empty(),
                deployment,
                selection.warmup().orElse(plan.plan().warmup()),
                selection.measure().orElse(plan.plan().measure())));
      }
    }
    return measurements;
  }

  private static SortedMap<String, String> ofBenchmark(SortedMap<String, String> params) {
    SortedMap<String, String> own = new TreeMap<>(params);
    own.remove(Series.PROCESSORS);
    return own;
  }

  /** What names the place of a parameter in a message. */
  private String where(String param) {
    return overrides.params().containsKey(param)
        ? "-p " + param
        : plan.at(selection, "params", param);
  }

  private Measurement.ToolUse use(PlanFile.Native line) {
    return new Measurement.ToolUse(
        NativeTools.named(line.tool(), plan.at(selection, "native", "tool") + ": native"),
        line.operations());
  }

  /** Our measurement and that of a tool, which differ in one parameter. */
  private List<Measurement> beside(Measurement ours, Measurement.ToolUse use) {
    NativeTool tool = use.tool();
    Optional<String> misfit = NativeTools.misfit(tool, ours.series());
    if (misfit.isPresent()) {
      throw new BadInputException(
          plan.at(selection, "native", "tool")
              + ": native: "
              + tool.name()
              + " cannot stand beside "
              + ours.benchmark().name()
              + ": it "
              + misfit.get());
    }
    return List.of(ours.as(Series.OURS, Optional.empty()), ours.as(tool.name(), Optional.of(use)));
  }

  private SortedMap<String, List<String>> values(BenchmarkCatalog.Entry benchmark) {
    SortedMap<String, List<String>> values = new TreeMap<>(benchmark.params());
    for (Map<String, List<String>> given :
        List.of(selection.params().orElse(Map.of()), overrides.params())) {
      given.forEach((param, own) -> values.computeIfPresent(param, (name, old) -> own));
      // Of the machine, and so no parameter of a benchmark.
      Optional.ofNullable(given.get(Series.PROCESSORS))
          .ifPresent(own -> values.put(Series.PROCESSORS, own));
    }
    values.computeIfPresent(
        PAYLOAD,
        (name, sizes) ->
            sizes.stream()
                .map(size -> Quantity.bytes(size, where(PAYLOAD) + ": payload"))
                .toList());
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
  private List<Optional<Deployment>> deployments(BenchmarkCatalog.Entry benchmark) {
    boolean hasServer = Systems.find(benchmark.system()).isPresent();
    return servers.isEmpty() || !hasServer
        ? List.of(Optional.empty())
        : servers.stream().map(Optional::of).toList();
  }

  private Series series(
      BenchmarkCatalog.Entry benchmark,
      SortedMap<String, String> params,
      Optional<Deployment> deployment) {
    SortedMap<String, String> others = new TreeMap<>(params);
    deployment.ifPresent(one -> others.put(Series.SERVERS, one.text()));
    String payload = others.remove(PAYLOAD);
    String rate = others.remove(RATE);
    String inFlight = others.remove(IN_FLIGHT);
    Measured measured = benchmark.measured();
    checkSettings(measured.system(), others);
    checkProcessors(others.getOrDefault(Series.PROCESSORS, Series.DEFAULT_PROCESSORS));
    Optional.ofNullable(others.get(Series.KEYS)).ifPresent(this::checkKeys);
    boolean paced = measured.load() == Load.PACED;
    if (paced == (rate == null)) {
      throw new IllegalStateException(
          benchmark.name() + " must have a parameter " + RATE + " if it is paced, and only then");
    }
    return new Series(
        benchmark.name(),
        others,
        measured.system(),
        measured.operation(),
        measured.load(),
        paced ? 0 : inFlight == null ? measured.inFlight() : inFlight(inFlight),
        rate == null ? OptionalDouble.empty() : OptionalDouble.of(rate(rate)),
        payload == null ? 0 : bytes(payload));
  }

  /** Settings of servers are tried before a server is started in vain. */
  private void checkSettings(String system, SortedMap<String, String> params) {
    try {
      Systems.find(system).ifPresent(one -> one.conditions(Origin.PROCESSES, params));
    } catch (BadInputException e) {
      throw new BadInputException(plan.at(selection, "params") + ": " + e.getMessage(), e);
    }
  }

  private void checkProcessors(String value) {
    if (!value.equals(Series.AWAKE) && !value.equals(Series.DEFAULT_PROCESSORS)) {
      throw new BadInputException(
          where(Series.PROCESSORS) + ": processors must be default or awake, not '" + value + "'");
    }
  }

  private void checkKeys(String keys) {
    whole(Series.KEYS, keys, 1, MOST_KEYS, "keys from %d to %d");
  }

  private int bytes(String payload) {
    return whole(
        PAYLOAD, payload, LEAST_PAYLOAD, MOST_PAYLOAD, "bytes from %d (its checksum) to %d");
  }

  private int rate(String rate) {
    return whole(RATE, rate, 1, MOST_RATE, "operations per second from %d to %d");
  }

  private int inFlight(String inFlight) {
    return whole(IN_FLIGHT, inFlight, 1, MOST_IN_FLIGHT, "operations from %d to %d");
  }

  private int whole(String param, String text, int least, int most, String what) {
    try {
      int value = Integer.parseInt(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Said below, for both.
    }
    throw new BadInputException(
        where(param)
            + ": "
            + param
            + " must be a whole number of "
            + String.format(Locale.ROOT, what, least, most)
            + ", not '"
            + text
            + "'");
  }
}
