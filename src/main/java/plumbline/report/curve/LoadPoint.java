package plumbline.report.curve;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import plumbline.report.figure.Figure;
import plumbline.report.figure.Figure.Mark;
import plumbline.report.figure.Figures;
import plumbline.result.Busiest;
import plumbline.result.ClientShare;
import plumbline.result.Count;
import plumbline.result.Fault;
import plumbline.result.Metric;
import plumbline.result.Round;
import plumbline.result.Row;
import plumbline.result.Series;
import plumbline.result.Units;

/**
 * What was measured at one load of a curve: one value for each valid round. A round that missed its
 * rate has none, because its schedule was not kept, but it was slower than all that kept it: to
 * leave it out would let the others speak for it, so it ranks behind them.
 *
 * @param percent of the saturation throughput
 */
record LoadPoint(Figures figures, Series series, int percent) {
  /** Of the saturation throughput, as text. */
  String share() {
    return percent + "" + Units.NO_BREAK + "%";
  }

  /** Operations per second that were asked for. */
  double rate() {
    return series.targetRate().orElse(Double.NaN);
  }

  int planned() {
    return figures.data().manifest().plan().rounds();
  }

  List<Round> rounds() {
    return figures.data().rounds(series);
  }

  int valid() {
    return figures.validRounds(series).size();
  }

  /** Whether most rounds are valid; else the few that are would be those that were lucky. */
  boolean isUsable() {
    return 2 * valid() > planned();
  }

  /** In how many rounds the rate was missed. */
  int missed() {
    return (int)
        rounds().stream()
            .filter(round -> round.fault().filter(Fault::isMissedRate).isPresent())
            .count();
  }

  private List<Row> rows(Metric metric) {
    return figures.data().roundRows(series, metric);
  }

  /** Whether the load generator explains too much of a percentile in most of the valid rounds. */
  boolean isOfTheClient(Metric metric) {
    return 2 * rows(metric).stream().filter(ClientShare::isMarked).count() > valid();
  }

  /**
   * The values of the valid rounds, rising, in microseconds; none if one of them lacks it, since a
   * slow round is the first to have too few samples.
   */
  private double[] values(Metric metric) {
    double[] values =
        rows(metric).stream().filter(Row::valid).mapToDouble(Row::value).sorted().toArray();
    return isUsable() && values.length == valid() ? values : new double[0];
  }

  /** The median over the rounds that were valid or missed their rate, in microseconds. */
  OptionalDouble median(Metric metric) {
    double[] values = values(metric);
    if (values.length == 0) {
      return OptionalDouble.empty();
    }
    double[] ranked = Arrays.copyOf(values, values.length + missed());
    Arrays.fill(ranked, values.length, ranked.length, Double.POSITIVE_INFINITY);
    // Finite, because more than half of all rounds are valid.
    return median(ranked);
  }

  /** The median as a table shows it. */
  Figure figure(Metric metric) {
    OptionalDouble median = median(metric);
    if (median.isEmpty()) {
      return Figure.NONE;
    }
    Mark client = isOfTheClient(metric) ? Mark.CLIENT : Mark.NONE;
    return new Figure(
        Units.micros(median.getAsDouble()),
        figures.isOfThePlatform(series, metric) ? Mark.PLATFORM : client,
        median);
  }

  /** The lowest and the highest valid round, in microseconds. */
  Optional<double[]> range(Metric metric) {
    double[] values = values(metric);
    return values.length == 0
        ? Optional.empty()
        : Optional.of(new double[] {values[0], values[values.length - 1]});
  }

  /** What the chart draws; empty without figures. */
  Optional<LoadChart.Point> drawn() {
    OptionalDouble p50 = median(Metric.P50);
    OptionalDouble p99 = median(Metric.P99);
    return p50.isEmpty() || p99.isEmpty()
        ? Optional.empty()
        : range(Metric.P99)
            .map(
                ends ->
                    new LoadChart.Point(
                        rate(),
                        share(),
                        p50.getAsDouble(),
                        p99.getAsDouble(),
                        ends[0],
                        ends[1],
                        figures.operations(series)));
  }

  /** The share of the rate that was achieved, as a median over all rounds; 1 for all of it. */
  OptionalDouble achieved() {
    return median(rounds().stream().flatMapToDouble(this::achieved).sorted().toArray());
  }

  private DoubleStream achieved(Round round) {
    double seconds = Count.COMPLETION_TIME.inUnit(round.counts().orZero(Count.COMPLETION_TIME));
    return seconds > 0
        ? DoubleStream.of(round.operations() / seconds / rate())
        : DoubleStream.empty();
  }

  /** What was nearest to its limit at this load. */
  Optional<Busiest> busiest() {
    return Busiest.of(rounds(), figures.data().manifest().environment().logicalCpus());
  }

  private static OptionalDouble median(double[] sorted) {
    int half = sorted.length / 2;
    int first = sorted.length % 2 == 1 ? half : Math.max(0, half - 1);
    return Arrays.stream(sorted, first, Math.min(half + 1, sorted.length)).average();
  }
}
