package plumbline.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import plumbline.load.Load;

/** From what was recorded to the rows of {@code results.csv}. */
public final class Rows {
  /** So many times what lies beyond a percentile is at or above it on a plateau. */
  private static final int PLATEAU = 10;

  private final RowContext context;
  private final Subject subject;
  private final OptionalInt number;
  private final List<Row> rows = new ArrayList<>();

  private Rows(RowContext context, Subject subject, OptionalInt number) {
    this.context = context;
    this.subject = subject;
    this.number = number;
  }

  /**
   * The rows of one round.
   *
   * <p>A valid round gives the percentiles that its number of samples supports, maximum, mean and
   * throughput, the pauses, what was counted, and for a paced load also service times, lags and the
   * achieved rate. A round that failed, or that recorded nothing, gives one row of {@link
   * Metric#FAILURE} and what was counted, as not valid, and takes no part in the merged ones.
   *
   * @param subject the series of the round with its conditions
   */
  public static List<Row> of(RowContext context, Subject subject, Round round) {
    Rows rows = new Rows(context, subject, OptionalInt.of(round.number()));
    fault(round)
        .ifPresentOrElse(fault -> rows.addFault(round, fault), () -> rows.addFigures(round));
    return rows.rows;
  }

  /** The rows of all valid rounds of a series. */
  public static List<Row> merged(RowContext context, Subject subject, Round sum) {
    Rows rows = new Rows(context, subject, OptionalInt.empty());
    rows.addFigures(sum);
    return rows.rows;
  }

  /**
   * The rows of rounds sorted by series and round, each series ended by the merged rows of its
   * valid rounds.
   *
   * @param rows without merged ones, those of a round together
   * @param rounds that they are of, in any order
   */
  public static List<Row> inOrder(List<Row> rows, List<Round> rounds) {
    Map<Series, List<Row>> bySeries = new TreeMap<>();
    rows.forEach(row -> bySeries.computeIfAbsent(row.series(), any -> new ArrayList<>()).add(row));
    Map<Series, RoundSum> sums = new HashMap<>();
    rounds.forEach(round -> sums.computeIfAbsent(round.series(), any -> new RoundSum()).add(round));
    List<Row> inOrder = new ArrayList<>();
    bySeries.forEach(
        (series, own) -> {
          own.sort(Comparator.comparingInt(row -> row.round().orElseThrow()));
          inOrder.addAll(own);
          Row one = own.get(0);
          sums.get(series)
              .round()
              .ifPresent(sum -> inOrder.addAll(merged(one.context(), one.subject(), sum)));
        });
    return inOrder;
  }

  /** Why a round takes no part in the merged rows of its series; empty if it does. */
  static Optional<Fault> fault(Round round) {
    return round.operations() > 0 || round.fault().isPresent()
        ? round.fault()
        : Optional.of(Fault.of(Warning.NOTHING_MEASURED));
  }

  private void addFault(Round round, Fault fault) {
    round
        .counts()
        .values()
        .forEach(
            (count, value) ->
                addFault(count.metric(), count.inUnit(value), round.operations(), fault));
    addFault(Metric.FAILURE, Double.NaN, samples(round.latencies()), fault);
  }

  private void addFigures(Round round) {
    addHistogram(round, Metric.Family.LATENCY, HistogramKind.LATENCY);
    round
        .reported()
        .forEach((metric, micros) -> add(metric, micros, round.operations(), List.of()));
    if (Double.isFinite(round.throughput())) {
      add(Metric.THROUGHPUT, round.throughput(), round.operations(), List.of());
      addBytes(round);
    }
    for (Metric metric : Metric.of(Metric.Family.PAUSE)) {
      pause(round, metric)
          .ifPresent(value -> add(metric, value, samples(round.pauses()), List.of()));
    }
    addHistogram(round, Metric.Family.SERVICE, HistogramKind.SERVICE);
    addHistogram(round, Metric.Family.LAG, HistogramKind.LAG);
    addHistogram(round, Metric.Family.ACK_GAP, HistogramKind.ACK_GAP);
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
        List<Finding> marks =
            family == Metric.Family.LATENCY ? marks(round, metric, micros) : List.of();
        // A stall that is long enough to be named is told with what it did.
        if (family != Metric.Family.LATENCY
            || isManifold(round, metric)
            || Finding.has(marks, Warning.SERVER_STALLED)) {
          add(metric, micros, samples, marks);
        }
      }
    }
  }

  /**
   * Whether what lies beyond a percentile of a paced load came in as many separate excursions as it
   * takes samples: one stall delays all that is due in it, and is one event.
   */
  private static boolean isManifold(Round round, Metric metric) {
    Optional<Histogram> neighbours = round.histogram(HistogramKind.NEIGHBOURS);
    double percentile = metric.percentile().orElse(100);
    if (neighbours.isEmpty() || percentile >= 100) {
      return true;
    }
    Histogram all = round.latencies().orElseThrow();
    long level = all.lowestEquivalentValue(all.getValueAtPercentile(percentile));
    long above = countFrom(all, level);
    // On a plateau, where most operations take the same, a percentile depends on no excursion.
    return above > PLATEAU * all.getTotalCount() * (100 - percentile) / 100
        || above - countFrom(neighbours.get(), level) >= Metric.SAMPLES_BEYOND;
  }

  private static long countFrom(Histogram histogram, long level) {
    return level == 0
        ? histogram.getTotalCount()
        : histogram.getTotalCount() - histogram.getCountBetweenValues(0, level - 1);
  }

  private void addDerived(Round round) {
    round
        .series()
        .targetRate()
        .ifPresent(
            rate -> {
              double percent = 100.0 * round.throughput() / rate;
              add(Metric.RATE_ACHIEVED, percent, round.operations(), List.of());
            });
    addCost(round, Metric.CLIENT_CPU, Count.CLIENT_CPU_TIME);
    addCost(round, Metric.SERVER_CPU, Count.SERVER_CPU_TIME);
  }

  private void addCost(Round round, Metric metric, Count time) {
    round
        .counts()
        .get(time)
        .ifPresent(
            nanos -> {
              double micros = Numbers.micros((double) nanos / round.operations());
              add(metric, micros, round.operations(), List.of());
            });
  }

  private static List<Finding> marks(Round round, Metric metric, double micros) {
    List<Finding> marks = new ArrayList<>();
    OptionalDouble pause = pause(round, metric);
    if (pause.isPresent() && pause.getAsDouble() >= micros) {
      marks.add(Finding.of(Warning.PLATFORM_PAUSES, pause.getAsDouble()));
    }
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
    rows.add(new Row(context, subject, number, metric, value, samples, true, marks, ""));
  }

  private void addFault(Metric metric, double value, long samples, Fault fault) {
    rows.add(
        new Row(
            context,
            subject,
            number,
            metric,
            value,
            samples,
            false,
            fault.warnings(),
            fault.reason()));
  }
}
