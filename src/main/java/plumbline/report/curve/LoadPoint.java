package plumbline.report.curve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import plumbline.report.words.Phrase;
import plumbline.report.words.Wording;
import plumbline.result.ClientShare;
import plumbline.result.Count;
import plumbline.result.Metric;
import plumbline.result.Round;
import plumbline.result.Row;
import plumbline.result.RunData;
import plumbline.result.Series;
import plumbline.result.Units;
import plumbline.result.Warning;

/**
 * What was measured at one load of a curve: one value for each valid round. A round that missed its
 * rate has none, because its schedule was not kept, but it was slower than all that kept it: to
 * leave it out would let the others speak for it, so it ranks behind them.
 */
final class LoadPoint {
  private final RunData data;
  private final Series series;
  private final int percent;
  private final Wording wording;
  private final List<Round> rounds;
  private final int planned;

  /**
   * Takes it from a run.
   *
   * @param percent of the saturation throughput
   */
  LoadPoint(RunData data, Series series, int percent, Wording wording) {
    this.data = data;
    this.series = series;
    this.percent = percent;
    this.wording = wording;
    this.rounds = data.rounds(series);
    this.planned = data.manifest().plan().rounds();
  }

  /** Of the saturation throughput. */
  String share() {
    return percent + "" + Units.NO_BREAK + "%";
  }

  Series series() {
    return series;
  }

  /** Operations per second that were asked for. */
  double rate() {
    return series.targetRate().orElse(Double.NaN);
  }

  int valid() {
    return (int) rounds.stream().filter(Round::isValid).count();
  }

  /** Whether most rounds are valid; else the few that are would be those that were lucky. */
  boolean isUsable() {
    return 2 * valid() > planned;
  }

  /** Why a load is not usable, in a few words. */
  String obstacle() {
    int faulty = rounds.size() - valid();
    int missed = missed();
    if (faulty == 0) {
      return wording.say(rounds.isEmpty() ? Phrase.LOAD_NOT_MEASURED : Phrase.LOAD_UNFINISHED);
    }
    if (missed == faulty) {
      return wording.say(Phrase.LOAD_NOT_SUSTAINED, faulty, planned);
    }
    String also = missed > 0 ? wording.say(Phrase.LOAD_ALSO_NOT_SUSTAINED, missed) : "";
    return wording.say(Phrase.LOAD_NOT_VALID, faulty, planned, also);
  }

  /** In how many rounds the rate was missed. */
  int missed() {
    return (int)
        rounds.stream()
            .flatMap(round -> round.fault().stream())
            .filter(fault -> fault.has(Warning.RATE_MISSED))
            .count();
  }

  /** Whether the load generator explains too much of a percentile in most of the valid rounds. */
  boolean isOfTheClient(Metric metric) {
    long marked = data.roundRows(series, metric).stream().filter(ClientShare::isMarked).count();
    return 2 * marked > valid();
  }

  /**
   * The values of the valid rounds, rising, in microseconds; none if one of them lacks it, since a
   * slow round is the first to have too few samples.
   */
  private double[] values(Metric metric) {
    double[] values =
        data.roundRows(series, metric).stream()
            .filter(Row::valid)
            .mapToDouble(Row::value)
            .sorted()
            .toArray();
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
    if (p50.isEmpty() || p99.isEmpty()) {
      return Optional.empty();
    }
    double[] range = range(Metric.P99).orElseThrow();
    return Optional.of(
        new LoadChart.Point(
            rate(), share(), p50.getAsDouble(), p99.getAsDouble(), range[0], range[1]));
  }

  /** The share of the rate that was achieved, as a median over all rounds; 1 for all of it. */
  OptionalDouble achieved() {
    List<Double> shares = new ArrayList<>();
    for (Round round : rounds) {
      double seconds = Count.COMPLETION_TIME.inUnit(round.counts().orZero(Count.COMPLETION_TIME));
      if (seconds > 0) {
        shares.add(round.operations() / seconds / rate());
      }
    }
    return median(shares.stream().mapToDouble(Double::doubleValue).sorted().toArray());
  }

  private static OptionalDouble median(double[] sorted) {
    int half = sorted.length / 2;
    return sorted.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            sorted.length % 2 == 1
                ? sorted[half]
                : Arrays.stream(sorted, half - 1, half + 1).average().orElseThrow());
  }
}
