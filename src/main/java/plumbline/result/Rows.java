package plumbline.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import plumbline.load.Load;

/** From what was recorded to the rows of {@code results.csv}. */
public final class Rows {
  private final RowContext context;
  private final Series series;
  private final OptionalInt number;
  private final String servers;
  private final Optional<Promise> promise;
  private final String serverVersion;
  private final String client;
  private final List<Row> rows = new ArrayList<>();

  private Rows(RowContext context, Series series, OptionalInt number) {
    this.context = context;
    this.series = series;
    this.number = number;
    this.servers = context.servers().apply(series);
    this.promise = context.promise().apply(series);
    this.serverVersion = context.serverVersion().apply(series);
    this.client = context.client().apply(series);
  }

  /**
   * The rows of a run, sorted by series, round and metric, each series ended by the merged rows of
   * its valid rounds.
   *
   * @param rounds in any order
   */
  public static List<Row> of(RowContext context, List<Round> rounds) {
    Map<Series, List<Round>> bySeries = new TreeMap<>();
    for (Round round : rounds) {
      bySeries.computeIfAbsent(round.series(), series -> new ArrayList<>()).add(round);
    }
    List<Row> rows = new ArrayList<>();
    for (List<Round> all : bySeries.values()) {
      all.sort(Comparator.comparingInt(Round::number));
      all.forEach(round -> rows.addAll(of(context, round)));
      RoundSum sum = new RoundSum();
      all.stream().filter(Rows::isUsable).forEach(sum::add);
      sum.round().ifPresent(round -> rows.addAll(merged(context, round)));
    }
    return List.copyOf(rows);
  }

  /**
   * The rows of one round.
   *
   * <p>A valid round gives the percentiles that its number of samples supports, maximum, mean and
   * throughput, the pauses, what was counted, and for a paced load also service times, lags and the
   * achieved rate. A round that failed, or that recorded nothing, gives one row of {@link
   * Metric#FAILURE} and what was counted, as not valid, and takes no part in the merged ones.
   */
  public static List<Row> of(RowContext context, Round round) {
    Rows rows = new Rows(context, round.series(), OptionalInt.of(round.number()));
    fault(round)
        .ifPresentOrElse(fault -> rows.addFault(round, fault), () -> rows.addFigures(round));
    return rows.rows;
  }

  /** The rows of all valid rounds of a series. */
  public static List<Row> merged(RowContext context, Round sum) {
    Rows rows = new Rows(context, sum.series(), OptionalInt.empty());
    rows.addFigures(sum);
    return rows.rows;
  }

  /** Whether a round takes part in the merged rows of its series. */
  public static boolean isUsable(Round round) {
    return fault(round).isEmpty();
  }

  private static Optional<Fault> fault(Round round) {
    if (round.fault().isPresent()) {
      return round.fault();
    }
    return round.operations() > 0
        ? Optional.empty()
        : Optional.of(Fault.of(Warning.NOTHING_MEASURED));
  }

  private void addFault(Round round, Fault fault) {
    for (Map.Entry<Count, Long> count : round.counts().values().entrySet()) {
      add(
          count.getKey().metric(),
          count.getKey().inUnit(count.getValue()),
          round.operations(),
          false,
          fault.warnings(),
          fault.reason());
    }
    add(
        Metric.FAILURE,
        Double.NaN,
        samples(round.latencies()),
        false,
        fault.warnings(),
        fault.reason());
  }

  private void addFigures(Round round) {
    Optional<Histogram> pauses = round.pauses();
    long samples = samples(round.latencies());
    for (Metric metric : Metric.latencies()) {
      if (metric.isSupportedBy(samples)) {
        double micros = Numbers.micros(Histograms.nanos(round.latencies().get(), metric));
        add(metric, micros, samples, marks(round, metric, micros));
      }
    }
    round
        .reported()
        .forEach((metric, micros) -> add(metric, micros, round.operations(), List.of()));
    if (Double.isFinite(round.throughput())) {
      long operations = round.operations();
      add(Metric.THROUGHPUT, round.throughput(), operations, List.of());
      addBytes(round);
    }
    for (Metric metric : Metric.pauses()) {
      OptionalDouble value = pause(round, metric);
      if (value.isPresent()) {
        add(metric, value.getAsDouble(), samples(pauses), List.of());
      }
    }
    addHistogram(round, Metric.Family.SERVICE, HistogramKind.SERVICE);
    addHistogram(round, Metric.Family.LAG, HistogramKind.LAG);
    addDerived(round);
    round
        .counts()
        .values()
        .forEach(
            (count, value) ->
                add(count.metric(), count.inUnit(value), round.operations(), List.of()));
  }

  private void addBytes(Round round) {
    int payload = round.series().payload();
    if (round.series().load() == Load.SATURATED && payload > 0) {
      double megabytes = round.throughput() * payload / 1e6;
      add(Metric.THROUGHPUT_MB, megabytes, round.operations(), List.of());
    }
  }

  private void addHistogram(Round round, Metric.Family family, HistogramKind kind) {
    Optional<Histogram> histogram = round.histogram(kind);
    long samples = samples(histogram);
    for (Metric metric : Metric.of(family)) {
      if (metric.isSupportedBy(samples)) {
        double micros = Numbers.micros(Histograms.nanos(histogram.orElseThrow(), metric));
        add(metric, micros, samples, List.of());
      }
    }
  }

  private void addDerived(Round round) {
    long operations = round.operations();
    round
        .series()
        .targetRate()
        .ifPresent(
            rate ->
                add(
                    Metric.RATE_ACHIEVED,
                    100.0 * round.throughput() / rate,
                    operations,
                    List.of()));
    addCost(round, Metric.CLIENT_CPU, Count.CLIENT_CPU_TIME);
    addCost(round, Metric.SERVER_CPU, Count.SERVER_CPU_TIME);
  }

  private void addCost(Round round, Metric metric, Count time) {
    OptionalLong nanos = round.counts().get(time);
    if (nanos.isPresent()) {
      long operations = round.operations();
      double micros = Numbers.micros((double) nanos.getAsLong() / operations);
      add(metric, micros, operations, List.of());
    }
  }

  private static List<Finding> marks(Round round, Metric metric, double micros) {
    List<Finding> marks = new ArrayList<>();
    Pauses.mark(micros, pause(round, metric)).ifPresent(marks::add);
    marks.addAll(ClientShare.marks(round, metric, micros));
    return marks;
  }

  /** The pause that counts against a percentile of a round, in microseconds. */
  private static OptionalDouble pause(Round round, Metric metric) {
    if (samples(round.pauses()) == 0
        || metric.percentile().isEmpty()
        || !metric.isSupportedBy(samples(round.latencies()))) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        Pauses.micros(round, round.pauses().get(), metric.percentile().getAsDouble()));
  }

  private static long samples(Optional<Histogram> histogram) {
    return histogram.map(Histogram::getTotalCount).orElse(0L);
  }

  private void add(Metric metric, double value, long samples, List<Finding> marks) {
    add(metric, value, samples, true, marks, "");
  }

  private void add(
      Metric metric,
      double value,
      long samples,
      boolean valid,
      List<Finding> warnings,
      String reason) {
    rows.add(
        new Row(
            context.run(),
            context.started(),
            context.commit(),
            context.plan(),
            series,
            number,
            metric,
            value,
            samples,
            valid,
            warnings,
            reason,
            servers,
            promise,
            serverVersion,
            client,
            context.java(),
            context.host()));
  }
}
