package plumbline.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

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
   * throughput, and the pauses. A round that failed, or that recorded nothing, gives one row of
   * {@link Metric#FAILURE} and takes no part in the merged ones.
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
      Optional<String> failure = failure(round);
      if (failure.isPresent()) {
        addFailure(round, failure.get());
      } else {
        valid.add(round);
        addFigures(
            series,
            OptionalInt.of(round.number()),
            round.latencies(),
            round.pauses(),
            round.throughput());
      }
    }
    if (!valid.isEmpty()) {
      addFigures(
          series,
          OptionalInt.empty(),
          Histograms.merge(valid.stream().flatMap(round -> round.latencies().stream()).toList()),
          Histograms.merge(valid.stream().flatMap(round -> round.pauses().stream()).toList()),
          throughput(valid));
    }
  }

  private static Optional<String> failure(Round round) {
    if (round.failure().isPresent()) {
      return round.failure();
    }
    return samples(round.latencies()) > 0
        ? Optional.empty()
        : Optional.of("no operation was recorded");
  }

  private void addFailure(Round round, String reason) {
    add(
        round.series(),
        OptionalInt.of(round.number()),
        Metric.FAILURE,
        Double.NaN,
        samples(round.latencies()),
        reason);
  }

  private void addFigures(
      Series series,
      OptionalInt round,
      Optional<Histogram> latencies,
      Optional<Histogram> pauses,
      double throughput) {
    Histogram recorded = latencies.orElseThrow();
    long samples = recorded.getTotalCount();
    for (Metric metric : Metric.latencies()) {
      if (metric.isSupportedBy(samples)) {
        double micros = Numbers.micros(Histograms.nanos(recorded, metric));
        OptionalDouble pause = pause(pauses, metric, samples);
        add(series, round, metric, micros, samples, Pauses.mark(micros, pause));
      }
    }
    if (Double.isFinite(throughput)) {
      add(series, round, Metric.THROUGHPUT, throughput, samples, "");
    }
    for (Metric metric : Metric.pauses()) {
      OptionalDouble value = pause(pauses, metric, samples);
      if (value.isPresent()) {
        add(series, round, metric, value.getAsDouble(), samples(pauses), "");
      }
    }
  }

  /** The pause that counts against a percentile of so many operations, in microseconds. */
  private static OptionalDouble pause(Optional<Histogram> pauses, Metric metric, long operations) {
    if (samples(pauses) == 0
        || metric.percentile().isEmpty()
        || !metric.isSupportedBy(operations)) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        Pauses.micros(pauses.get(), metric.percentile().getAsDouble(), operations));
  }

  /** All operations over all measured time; NaN if the time of a round is unknown. */
  private static double throughput(List<Round> rounds) {
    double operations = 0;
    double seconds = 0;
    for (Round round : rounds) {
      operations += samples(round.latencies());
      seconds += samples(round.latencies()) / round.throughput();
    }
    return operations / seconds;
  }

  private static long samples(Optional<Histogram> histogram) {
    return histogram.map(Histogram::getTotalCount).orElse(0L);
  }

  private void add(
      Series series, OptionalInt round, Metric metric, double value, long samples, String reason) {
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
            metric != Metric.FAILURE,
            reason,
            context.servers().apply(series),
            context.serverVersion().apply(series),
            context.client().apply(series),
            context.java(),
            context.host()));
  }
}
