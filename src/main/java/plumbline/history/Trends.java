package plumbline.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import plumbline.statistics.MedianInterval;

/**
 * Every metric of a history with its changes.
 *
 * @param history the runs
 * @param alpha for each metric, the probability of a change where there is none
 * @param fewestRuns that can show a change at this level
 * @param trends in the order of benchmark and metric, without those that no run has
 */
public record Trends(History history, double alpha, int fewestRuns, List<Trend> trends) {

  /** As in Otava: few enough that a page of many metrics seldom shows a change by chance. */
  public static final double ALPHA = 0.001;

  public Trends {
    trends = List.copyOf(trends);
  }

  /** Looks for changes. The same history gives the same ones. */
  public static Trends of(History history, double alpha) {
    EDivisive search = new EDivisive(alpha);
    // Independent of each other, and each with a seed of its own: the order plays no part.
    List<Trend> trends =
        history.columns().stream().sorted().toList().parallelStream()
            .map(column -> trend(history, column, search))
            .filter(Objects::nonNull)
            .toList();
    return new Trends(history, alpha, search.fewest(), trends);
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

  private static Trend trend(History history, Tracked column, EDivisive search) {
    List<Integer> runs = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < history.entries().size(); i++) {
      Double value = history.entries().get(i).values().get(column);
      if (value != null) {
        runs.add(i);
        values.add(value);
      }
    }
    if (runs.isEmpty()) {
      return null;
    }
    double[] array = values.stream().mapToDouble(Double::doubleValue).toArray();
    List<Change> changes = search.find(array, column.text().hashCode());
    List<Double> levels = new ArrayList<>();
    List<Trend.Step> steps = new ArrayList<>();
    for (int i = 0; i <= changes.size(); i++) {
      int start = i == 0 ? 0 : changes.get(i - 1).index();
      int end = i < changes.size() ? changes.get(i).index() : array.length;
      double level = MedianInterval.range(Arrays.copyOfRange(array, start, end)).median();
      if (i > 0) {
        double from = levels.get(i - 1);
        steps.add(
            new Trend.Step(
                runs.get(start), from, level, changes.get(i - 1).p(), effect(column, from, level)));
      }
      levels.add(level);
    }
    return new Trend(column, runs, values, levels, steps);
  }

  private static Trend.Effect effect(Tracked column, double from, double to) {
    if (from == to) {
      return Trend.Effect.SPREAD;
    }
    boolean better = column.metric().lowerIsBetter() == to < from;
    return better ? Trend.Effect.BETTER : Trend.Effect.WORSE;
  }
}
