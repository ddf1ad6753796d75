package plumbline.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import plumbline.compare.ComparedRow.Change;
import plumbline.compare.Comparison.Mean;
import plumbline.result.Metric;

/**
 * Geometric means of the changes, by metric, system and side, of the rows that could be tested and
 * have a change that is a number.
 *
 * <p>The interval of a mean is the geometric mean of its rows' intervals. Rows of one start of the
 * servers are not independent, and how they depend on each other is not known. Whatever it is, the
 * standard deviation of a mean is at most the mean of the standard deviations, so that interval is
 * never too short if the logarithms are jointly normal, and as long as needed if all rows move
 * together: quantiles are subadditive for elliptical distributions (Embrechts, McNeil and
 * Straumann, Correlation and Dependence in Risk Management, 2002, theorem 1).
 */
final class Means {
  private record Key(boolean control, String system, Metric metric, String side)
      implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::control)
            .thenComparing(Key::system)
            .thenComparing(Key::metric)
            .thenComparing(Key::side);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  private Means() {}

  static List<Mean> of(List<ComparedRow> rows) {
    Map<Key, List<Change>> changes = new TreeMap<>();
    for (ComparedRow row : rows) {
      Figure figure = row.figure();
      if (row.verdict() != Verdict.UNKNOWN && row.change().isFinite()) {
        changes
            .computeIfAbsent(
                new Key(figure.isControl(), figure.series().system(), figure.metric(), row.side()),
                key -> new ArrayList<>())
            .add(row.change());
      }
    }
    List<Mean> means = new ArrayList<>();
    changes.forEach(
        (key, all) ->
            means.add(
                new Mean(
                    key.side(),
                    key.system(),
                    key.metric(),
                    all.size(),
                    new Change(
                        mean(all, Change::ratio),
                        mean(all, Change::low),
                        mean(all, Change::high),
                        all.stream().mapToDouble(Change::level).min().orElseThrow()))));
    return means;
  }

  private static double mean(List<Change> changes, ToDoubleFunction<Change> end) {
    return Math.exp(changes.stream().mapToDouble(end).map(Math::log).average().orElseThrow());
  }
}
