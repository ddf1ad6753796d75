package plumbline.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import plumbline.statistics.BenjaminiHochberg;
import plumbline.statistics.MedianInterval;

/**
 * Every metric of a history with its changes.
 *
 * <p>Many metrics are many tests. Those that have a change at all are told by {@link
 * BenjaminiHochberg}, from the p of the strongest change of each; in them further changes are
 * looked for at the level that this leaves for each metric (Benjamini and Bogomolov, <i>Selective
 * Inference on Multiple Families of Hypotheses</i>, Journal of the Royal Statistical Society B 76,
 * 2014, 297-318).
 *
 * @param history the runs
 * @param alpha of the metrics that show a change, the expected share without any; where none has
 *     one, the probability that any shows one
 * @param level what a p must not exceed, after the correction; 0 if no metric shows a change
 * @param fewestRuns that can show a change in one metric alone
 * @param trends in the order of benchmark and metric, without those that no run has
 */
public record Trends(
    History history, double alpha, double level, int fewestRuns, List<Trend> trends) {

  /** The default level of a page. */
  public static final double ALPHA = 0.05;

  public Trends {
    trends = List.copyOf(trends);
  }

  /** Looks for changes. The same history gives the same ones. */
  public static Trends of(History history, double alpha) {
    List<Values> all =
        history.columns().stream()
            .sorted()
            .map(column -> Values.of(history, column))
            .filter(one -> !one.runs().isEmpty())
            .toList();
    double alone = alpha / Math.max(1, all.size());
    EDivisive search = new EDivisive(alone);
    // Independent of each other, and each with a seed of its own: the order plays no part.
    double[] strongest =
        all.parallelStream()
            .mapToDouble(one -> search.strongest(one.array(), one.seed(), alpha))
            .toArray();
    double level = BenjaminiHochberg.threshold(strongest, alpha);
    List<Trend> trends =
        IntStream.range(0, all.size())
            .parallel()
            .mapToObj(
                i ->
                    all.get(i)
                        .trend(
                            strongest[i] <= level
                                ? search.find(all.get(i).array(), all.get(i).seed(), level)
                                : List.of()))
            .toList();
    return new Trends(history, alpha, level, EDivisive.fewest(alone), trends);
  }

  /** All changes, in the order of time, then of benchmark and metric. */
  public List<Found> changes() {
    List<Found> found = new ArrayList<>();
    for (Trend trend : trends) {
      for (Trend.Step step : trend.changes()) {
        found.add(new Found(trend, step, history.entries().get(step.run())));
      }
    }
    found.sort(java.util.Comparator.comparingInt(change -> change.step().run()));
    return found;
  }

  /** A change with where it was found. */
  public record Found(Trend trend, Trend.Step step, History.Entry first) {}

  /** What the runs have of a column. */
  private record Values(Tracked column, List<Integer> runs, List<Double> values) {
    static Values of(History history, Tracked column) {
      List<Integer> runs = new ArrayList<>();
      List<Double> values = new ArrayList<>();
      for (int i = 0; i < history.entries().size(); i++) {
        Double value = history.entries().get(i).values().get(column);
        if (value != null) {
          runs.add(i);
          values.add(value);
        }
      }
      return new Values(column, runs, values);
    }

    double[] array() {
      return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    long seed() {
      return column.text().hashCode();
    }

    Trend trend(List<Change> changes) {
      double[] array = array();
      List<Double> levels = new ArrayList<>();
      List<Trend.Step> steps = new ArrayList<>();
      for (int i = 0; i <= changes.size(); i++) {
        int start = i == 0 ? 0 : changes.get(i - 1).index();
        int end = i < changes.size() ? changes.get(i).index() : array.length;
        double level = MedianInterval.range(Arrays.copyOfRange(array, start, end)).median();
        if (i > 0) {
          double from = levels.get(i - 1);
          double p = changes.get(i - 1).p();
          steps.add(new Trend.Step(runs.get(start), from, level, p, effect(column, from, level)));
        }
        levels.add(level);
      }
      return new Trend(column, runs, values, levels, steps);
    }
  }

  private static Trend.Effect effect(Tracked column, double from, double to) {
    if (from == to) {
      return Trend.Effect.SPREAD;
    }
    boolean better = column.metric().lowerIsBetter() == to < from;
    return better ? Trend.Effect.BETTER : Trend.Effect.WORSE;
  }
}
