package plumbline.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import plumbline.compare.Comparison.Mean;
import plumbline.result.Metric;

/** Geometric means of the changes, by metric, system and side. */
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
    Map<Key, List<Double>> logarithms = new TreeMap<>();
    for (ComparedRow row : rows) {
      Figure figure = row.figure();
      logarithms
          .computeIfAbsent(
              new Key(figure.isControl(), figure.series().system(), figure.metric(), row.side()),
              key -> new ArrayList<>())
          .add(Math.log(row.change().ratio()));
    }
    List<Mean> means = new ArrayList<>();
    logarithms.forEach(
        (key, values) ->
            means.add(
                new Mean(
                    key.side(),
                    key.system(),
                    key.metric(),
                    values.size(),
                    Math.exp(
                        values.stream().mapToDouble(Double::doubleValue).average().orElse(0)))));
    return means;
  }
}
