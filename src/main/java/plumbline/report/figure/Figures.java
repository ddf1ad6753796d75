package plumbline.report.figure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.HdrHistogram.Histogram;
import plumbline.report.figure.Figure.Mark;
import plumbline.result.ClientShare;
import plumbline.result.ControlIds;
import plumbline.result.Histograms;
import plumbline.result.Metric;
import plumbline.result.Numbers;
import plumbline.result.Pauses;
import plumbline.result.Round;
import plumbline.result.Row;
import plumbline.result.RunData;
import plumbline.result.Series;
import plumbline.result.Units;
import plumbline.statistics.MedianInterval;

/**
 * The figures of a run over all valid rounds, in microseconds and operations per second: medians
 * over the rounds, or else the merged rows of results.csv, or, where a run ended before these were
 * written, what the histograms of its rounds give.
 */
public final class Figures {
  /** The latencies that a table shows, in the order of its columns. */
  public static final List<Metric> LATENCIES =
      List.of(Metric.P50, Metric.P99, Metric.P99_9, Metric.MAX);

  /** A compiler that takes more than this of a processor is named. */
  private static final double COMPILING = 0.05;

  private final RunData data;
  private final List<SeriesName> names;
  private final Map<Series, Optional<Histogram>> latencies = new HashMap<>();
  private final Map<Series, Optional<Histogram>> pauses = new HashMap<>();

  /** Takes them from a run. */
  public Figures(RunData data) {
    this.data = data;
    this.names = SeriesName.of(data);
  }

  /** The run. */
  public RunData data() {
    return data;
  }

  /** All series with their names, systems first and controls last. */
  public List<SeriesName> names() {
    return names;
  }

  /**
   * The figure of a metric; empty if nothing was measured or the samples are too few. It is the
   * median over the rounds, as claims judge it, where each round has one; a percentile that only
   * all rounds together have samples for, and the maximum, are of all their operations.
   */
  public OptionalDouble value(Series series, Metric metric) {
    OptionalDouble median = median(series, metric);
    if (median.isPresent()) {
      return median;
    }
    OptionalDouble merged = data.merged(series, metric);
    if (merged.isPresent()) {
      return merged;
    }
    if (metric == Metric.THROUGHPUT) {
      return validRounds(series).stream()
          .mapToDouble(Round::throughput)
          .filter(Double::isFinite)
          .average();
    }
    if (!metric.isPause() && !metric.isLatency()) {
      return OptionalDouble.empty();
    }
    Optional<Histogram> histogram = metric.isPause() ? pauses(series) : latencies(series);
    return histogram.isPresent() && metric.isSupportedBy(histogram.get().getTotalCount())
        ? OptionalDouble.of(Numbers.micros(Histograms.nanos(histogram.get(), metric)))
        : OptionalDouble.empty();
  }

  /** Whether a figure is the median over the rounds; else it is of all operations together. */
  boolean isMedian(Series series, Metric metric) {
    return median(series, metric).isPresent();
  }

  /** The operations of all valid rounds. */
  public long operations(Series series) {
    return validRounds(series).stream().mapToLong(Round::operations).sum();
  }

  private OptionalDouble median(Series series, Metric metric) {
    double[] values =
        metric == Metric.MAX || !metric.isResult()
            ? new double[0]
            : data.roundRows(series, metric).stream()
                .filter(Row::valid)
                .mapToDouble(Row::value)
                .toArray();
    return values.length == 0 || values.length < validRounds(series).size()
        ? OptionalDouble.empty()
        : OptionalDouble.of(MedianInterval.range(values).median());
  }

  /** A time in microseconds as text. */
  public Optional<String> micros(Series series, Metric metric) {
    return value(series, metric).stream().mapToObj(Units::micros).findFirst();
  }

  /** The same as it is shown, with what restricts it. */
  public Figure figure(Series series, Metric metric) {
    OptionalDouble value = value(series, metric);
    if (value.isEmpty()) {
      return Figure.NONE;
    }
    return new Figure(
        metric == Metric.THROUGHPUT
            ? Units.rate(value.getAsDouble())
            : Units.micros(value.getAsDouble()),
        mark(series, metric),
        value);
  }

  private Mark mark(Series series, Metric metric) {
    Optional<Row> merged = data.mergedRow(series, metric);
    if (merged.filter(row -> !row.valid()).isPresent()) {
      return Mark.INVALID;
    }
    if (isOfThePlatform(series, metric)) {
      return Mark.PLATFORM;
    }
    return merged.filter(ClientShare::isMarked).isPresent() ? Mark.CLIENT : Mark.NONE;
  }

  /**
   * The share of a processor that the client's compiler took while a series was measured; empty if
   * it hardly worked, or nobody tells.
   */
  public OptionalDouble compiling(Series series) {
    OptionalDouble compiled = value(series, Metric.COMPILE_TIME);
    OptionalDouble measured = value(series, Metric.MEASURED_TIME);
    double share =
        compiled.isPresent() && measured.orElse(0) > 0
            ? compiled.getAsDouble() / measured.getAsDouble()
            : 0;
    return share > COMPILING ? OptionalDouble.of(share) : OptionalDouble.empty();
  }

  /** Whether the merged row says that the platform's pauses explain this latency. */
  public boolean isOfThePlatform(Series series, Metric latency) {
    // The instrument's own cost is a mean over many operations, which no single pause explains.
    return !series.system().equals(ControlIds.INSTRUMENT)
        && data.mergedRow(series, latency).filter(Pauses::isMarked).isPresent();
  }

  /** All valid latencies of a series. */
  public Optional<Histogram> latencies(Series series) {
    return latencies.computeIfAbsent(series, data::mergedLatencies);
  }

  /** All pauses during the valid rounds of a series. */
  public Optional<Histogram> pauses(Series series) {
    return pauses.computeIfAbsent(
        series,
        key ->
            Histograms.merge(validRounds(key).stream().flatMap(round -> round.pauses().stream())));
  }

  /** The rounds behind the figures. */
  public List<Round> validRounds(Series series) {
    return data.rounds(series).stream().filter(Round::isValid).toList();
  }

  /** Valid rounds of those that were planned, such as {@code 5/5}. */
  public String rounds(Series series) {
    return validRounds(series).size() + "/" + data.manifest().plan().rounds();
  }
}
