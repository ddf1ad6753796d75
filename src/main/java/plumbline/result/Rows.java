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
  private final List<Row> rows = new ArrayList<>();

  private Rows(RowContext context) {
    this.context = context;
  }

  /**
   * The rows of a run, sorted by series, round and metric, each series ended by the merged rows of
   * its valid rounds.
   *
   * <p>A valid round gives the percentiles that its number of samples supports, maximum, mean and
   * throughput, the pauses, what was counted, and for a paced load also service times, lags and the
   * achieved rate. A round that failed, or that recorded nothing, gives one row of {@link
   * Metric#FAILURE} and what was counted, as not valid, and takes no part in the merged ones.
   *
   * @param rounds in any order
   */
  public static List<Row> of(RowContext context, List<Round> rounds) {
    Map<Series, List<Round>> bySeries = new TreeMap<>();
    for (Round round : rounds) {
      bySeries.computeIfAbsent(round.series(), series -> new ArrayList<>()).add(round);
    }
    Rows rows = new Rows(context);
    bySeries.forEach(rows::addSeries);
    return List.copyOf(rows.rows);
  }

  private void addSeries(Series series, List<Round> all) {
    List<Round> rounds = all.stream().sorted(Comparator.comparingInt(Round::number)).toList();
    List<Round> valid = new ArrayList<>();
    for (Round round : rounds) {
      Optional<Fault> fault = fault(round);
      if (fault.isPresent()) {
        addFault(round, fault.get());
      } else {
        valid.add(round);
        addFigures(round, OptionalInt.of(round.number()));
      }
    }
    if (!valid.isEmpty()) {
      addFigures(Round.merge(valid), OptionalInt.empty());
    }
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
    OptionalInt number = OptionalInt.of(round.number());
    for (Map.Entry<Count, Long> count : round.counts().values().entrySet()) {
      add(
          round.series(),
          number,
          count.getKey().metric(),
          count.getKey().inUnit(count.getValue()),
          round.operations(),
          false,
          fault.warnings(),
          fault.reason());
    }
    add(
        round.series(),
        number,
        Metric.FAILURE,
        Double.NaN,
        samples(round.latencies()),
        false,
        fault.warnings(),
        fault.reason());
  }

  private void addFigures(Round round, OptionalInt number) {
    Optional<Histogram> pauses = round.pauses();
    long samples = samples(round.latencies());
    for (Metric metric : Metric.latencies()) {
      if (metric.isSupportedBy(samples)) {
        double micros = Numbers.micros(Histograms.nanos(round.latencies().get(), metric));
        add(round.series(), number, metric, micros, samples, marks(round, metric, micros));
      }
    }
    round
        .reported()
        .forEach(
            (metric, micros) ->
                add(round.series(), number, metric, micros, round.operations(), List.of()));
    if (Double.isFinite(round.throughput())) {
      long operations = round.operations();
      add(round.series(), number, Metric.THROUGHPUT, round.throughput(), operations, List.of());
      addBytes(round, number);
    }
    for (Metric metric : Metric.pauses()) {
      OptionalDouble value = pause(round, metric);
      if (value.isPresent()) {
        add(round.series(), number, metric, value.getAsDouble(), samples(pauses), List.of());
      }
    }
    addHistogram(round, number, Metric.Family.SERVICE, HistogramKind.SERVICE);
    addHistogram(round, number, Metric.Family.LAG, HistogramKind.LAG);
    addDerived(round, number);
    round
        .counts()
        .values()
        .forEach(
            (count, value) ->
                add(
                    round.series(),
                    number,
                    count.metric(),
                    count.inUnit(value),
                    round.operations(),
                    List.of()));
  }

  private void addBytes(Round round, OptionalInt number) {
    int payload = round.series().payload();
    if (round.series().load() == Load.SATURATED && payload > 0) {
      double megabytes = round.throughput() * payload / 1e6;
      add(round.series(), number, Metric.THROUGHPUT_MB, megabytes, round.operations(), List.of());
    }
  }

  private void addHistogram(
      Round round, OptionalInt number, Metric.Family family, HistogramKind kind) {
    Optional<Histogram> histogram = round.histogram(kind);
    long samples = samples(histogram);
    for (Metric metric : Metric.of(family)) {
      if (metric.isSupportedBy(samples)) {
        double micros = Numbers.micros(Histograms.nanos(histogram.orElseThrow(), metric));
        add(round.series(), number, metric, micros, samples, List.of());
      }
    }
  }

  private void addDerived(Round round, OptionalInt number) {
    long operations = round.operations();
    round
        .series()
        .targetRate()
        .ifPresent(
            rate ->
                add(
                    round.series(),
                    number,
                    Metric.RATE_ACHIEVED,
                    100.0 * round.throughput() / rate,
                    operations,
                    List.of()));
    addCost(round, number, Metric.CLIENT_CPU, Count.CLIENT_CPU_TIME);
    addCost(round, number, Metric.SERVER_CPU, Count.SERVER_CPU_TIME);
  }

  private void addCost(Round round, OptionalInt number, Metric metric, Count time) {
    OptionalLong nanos = round.counts().get(time);
    if (nanos.isPresent()) {
      long operations = round.operations();
      double micros = Numbers.micros((double) nanos.getAsLong() / operations);
      add(round.series(), number, metric, micros, operations, List.of());
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

  private void add(
      Series series,
      OptionalInt round,
      Metric metric,
      double value,
      long samples,
      List<Finding> marks) {
    add(series, round, metric, value, samples, true, marks, "");
  }

  private void add(
      Series series,
      OptionalInt round,
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
            round,
            metric,
            value,
            samples,
            valid,
            warnings,
            reason,
            context.servers().apply(series),
            context.promise().apply(series),
            context.serverVersion().apply(series),
            context.client().apply(series),
            context.java(),
            context.host()));
  }
}
