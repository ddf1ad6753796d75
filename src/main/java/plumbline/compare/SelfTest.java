package plumbline.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import plumbline.result.Metric;
import plumbline.statistics.Holm;
import plumbline.statistics.IntraclassCorrelation;
import plumbline.statistics.MannWhitney;

/**
 * What a gate would have said about observations among which there is no difference, and how large
 * a difference would have had to be.
 *
 * <p>The observations are split into two halves at random, many times, and the halves are compared
 * by the very rules of the gate. Whatever it finds is a false alarm. Then one half is multiplied by
 * a factor, and the smallest factor is sought at which the gate would have found that row in 95 of
 * 100 splits. For this the row is taken as the only one that changed, so its p is multiplied by the
 * number of rows.
 */
final class SelfTest {
  /** The share of splits in which a change is to be found. */
  static final double FOUND = 0.95;

  /** A change of this factor is as good as none: it will not be missed without a test. */
  private static final double LARGEST = 100;

  private final Settings settings;
  private final Observation observation;
  private final List<Row> rows;

  private record Row(Figure figure, Sample sample, Observation observation) {
    double[] values() {
      return sample.of(observation);
    }
  }

  private SelfTest(Side side, Settings settings) {
    this.settings = settings;
    this.observation =
        side.starts() >= 2 * Observation.LEAST_STARTS ? Observation.START : Observation.ROUND;
    this.rows =
        side.values().entrySet().stream()
            .filter(entry -> !entry.getKey().isControl() && !entry.getValue().hasZero())
            .map(entry -> new Row(entry.getKey(), entry.getValue(), observation))
            .filter(row -> isTested(row.values()))
            .sorted(Comparator.comparing(Row::figure))
            .toList();
  }

  /** Which half a value falls into makes no difference to this. */
  private boolean isTested(double[] values) {
    return MannWhitney.smallestP(firstHalf(values), secondHalf(values)) <= settings.alpha();
  }

  static SelfTestResult run(Side side, Settings settings, int splits, long seed) {
    return new SelfTest(side, settings).run(side, splits, seed);
  }

  private SelfTestResult run(Side side, int splits, long seed) {
    // Rows with equally many rounds are split alike, so that what is common to a round stays so.
    List<double[][]> shuffled =
        rows.stream()
            .map(row -> shuffles(row.values(), splits, seed + row.values().length))
            .toList();
    List<BitSet> alarms = alarms(shuffled, splits);
    List<SelfTestResult.RowResult> results =
        IntStream.range(0, rows.size())
            .parallel()
            .mapToObj(
                i ->
                    new SelfTestResult.RowResult(
                        rows.get(i).figure(),
                        rows.get(i).values().length,
                        spread(rows.get(i).values()),
                        IntraclassCorrelation.of(rows.get(i).sample().logarithmsByStart()),
                        alarms.get(i).cardinality(),
                        detectable(rows.get(i).figure().metric(), shuffled.get(i))))
            .toList();
    List<String> untested =
        side.values().keySet().stream()
            .filter(figure -> !figure.isControl())
            .sorted()
            .filter(figure -> rows.stream().noneMatch(row -> row.figure().equals(figure)))
            .map(figure -> figure + " (" + side.values().get(figure).of(observation).length + ")")
            .toList();
    return new SelfTestResult(
        settings,
        observation,
        side.starts(),
        seed,
        splits,
        any(alarms).cardinality(),
        results,
        metrics(results, alarms),
        untested,
        MannWhitney.smallestSize(
            settings.alpha() / Math.max(1, rows.size() + untested.size()), true));
  }

  private static double[][] shuffles(double[] values, int splits, long seed) {
    Random random = new Random(seed);
    double[][] shuffles = new double[splits][];
    for (int s = 0; s < splits; s++) {
      double[] shuffled = values.clone();
      for (int i = shuffled.length - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        double value = shuffled[i];
        shuffled[i] = shuffled[j];
        shuffled[j] = value;
      }
      shuffles[s] = shuffled;
    }
    return shuffles;
  }

  private static double[] firstHalf(double[] shuffled) {
    return Arrays.copyOf(shuffled, shuffled.length / 2);
  }

  private static double[] secondHalf(double[] shuffled) {
    return Arrays.copyOfRange(shuffled, shuffled.length / 2, shuffled.length);
  }

  /** By row and split, whether the row was called worse. */
  private List<BitSet> alarms(List<double[][]> shuffled, int splits) {
    List<BitSet> alarms = rows.stream().map(row -> new BitSet(splits)).toList();
    for (int s = 0; s < splits; s++) {
      double[] p = new double[rows.size()];
      for (int row = 0; row < p.length; row++) {
        double[] values = shuffled.get(row)[s];
        p[row] = Comparer.p(firstHalf(values), secondHalf(values));
      }
      double[] adjusted = Holm.adjust(p);
      for (int row = 0; row < p.length; row++) {
        double[] values = shuffled.get(row)[s];
        Figure figure = rows.get(row).figure();
        if (isGated(figure)
            && isWorse(figure.metric(), firstHalf(values), secondHalf(values), adjusted[row])) {
          alarms.get(row).set(s);
        }
      }
    }
    return alarms;
  }

  private boolean isGated(Figure figure) {
    return settings.gate().map(gate -> gate.counts(figure)).orElse(true);
  }

  /** The cheap question first: most rows of most splits are not significant. */
  private boolean isWorse(Metric metric, double[] base, double[] changed, double adjusted) {
    return adjusted <= settings.alpha()
        && Verdict.of(
                metric,
                Comparer.change(base, changed).share(),
                adjusted,
                settings.alpha(),
                settings.minEffect())
            == Verdict.WORSE;
  }

  private OptionalDouble detectable(Metric metric, double[][] shuffles) {
    if (!isFound(metric, shuffles, LARGEST)) {
      return OptionalDouble.empty();
    }
    double low = 1;
    double high = LARGEST;
    while (high / low > 1.0005) {
      double middle = Math.sqrt(low * high);
      if (isFound(metric, shuffles, middle)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return OptionalDouble.of(metric.lowerIsBetter() ? high - 1 : 1 / high - 1);
  }

  /** Whether a worsening by a factor is found often enough. */
  private boolean isFound(Metric metric, double[][] shuffles, double factor) {
    double multiplier = metric.lowerIsBetter() ? factor : 1 / factor;
    int found = 0;
    for (double[] shuffled : shuffles) {
      double[] base = firstHalf(shuffled);
      double[] changed =
          Arrays.stream(secondHalf(shuffled)).map(value -> value * multiplier).toArray();
      if (isWorse(metric, base, changed, Comparer.p(base, changed) * rows.size())) {
        found++;
      }
    }
    return found >= FOUND * shuffles.length;
  }

  private List<SelfTestResult.MetricResult> metrics(
      List<SelfTestResult.RowResult> results, List<BitSet> alarms) {
    Map<Metric, List<Integer>> byMetric = new TreeMap<>();
    for (int i = 0; i < results.size(); i++) {
      byMetric
          .computeIfAbsent(results.get(i).figure().metric(), metric -> new ArrayList<>())
          .add(i);
    }
    List<SelfTestResult.MetricResult> metrics = new ArrayList<>();
    byMetric.forEach(
        (metric, indices) -> {
          // What is never found counts as the largest.
          double[] sizes =
              indices.stream()
                  .map(i -> results.get(i).detectable())
                  .mapToDouble(found -> Math.abs(found.orElse(Double.POSITIVE_INFINITY)))
                  .sorted()
                  .toArray();
          metrics.add(
              new SelfTestResult.MetricResult(
                  metric,
                  indices.size(),
                  any(indices.stream().map(alarms::get).toList()).cardinality(),
                  finite(sizes[(sizes.length - 1) / 2], metric),
                  finite(sizes[sizes.length - 1], metric)));
        });
    return metrics;
  }

  private static OptionalDouble finite(double size, Metric metric) {
    return Double.isInfinite(size)
        ? OptionalDouble.empty()
        : OptionalDouble.of(metric.lowerIsBetter() ? size : -size);
  }

  private static BitSet any(List<BitSet> alarms) {
    BitSet any = new BitSet();
    alarms.forEach(any::or);
    return any;
  }

  private static double spread(double[] values) {
    double[] logarithms = Arrays.stream(values).map(Math::log).toArray();
    double mean = Arrays.stream(logarithms).average().orElse(0);
    double squares = Arrays.stream(logarithms).map(value -> (value - mean) * (value - mean)).sum();
    return Math.sqrt(squares / (values.length - 1));
  }
}
