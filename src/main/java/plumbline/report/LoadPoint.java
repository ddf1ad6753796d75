package plumbline.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import plumbline.result.ClientShare;
import plumbline.result.Count;
import plumbline.result.Metric;
import plumbline.result.Round;
import plumbline.result.Row;
import plumbline.result.RunData;
import plumbline.result.Series;
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
  private final List<Round> rounds;

  /**
   * Takes it from a run.
   *
   * @param percent of the saturation throughput
   */
  LoadPoint(RunData data, Series series, int percent) {
    this.data = data;
    this.series = series;
    this.percent = percent;
    this.rounds = data.rounds(series);
  }

  int percent() {
    return percent;
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

  int planned() {
    return data.manifest().plan().rounds();
  }

  /** Whether most rounds are valid; else the few that are would be those that were lucky. */
  boolean isUsable() {
    return 2 * valid() > planned();
  }

  /** Why a load is not usable, in a few words. */
  String obstacle() {
    long faulty = rounds.stream().filter(round -> !round.isValid()).count();
    int missed = missed();
    if (rounds.isEmpty()) {
      return "not measured";
    }
    if (faulty == 0) {
      return "unfinished";
    }
    String where = " in " + faulty + " of " + planned() + " rounds";
    if (missed == faulty) {
      return "not sustained" + where;
    }
    return "not valid" + where + (missed > 0 ? ", not sustained in " + missed : "");
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
