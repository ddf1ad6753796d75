package plumbline.compare;

import java.nio.file.Path;
import java.util.List;
import plumbline.result.Metric;
import plumbline.result.Series;
import plumbline.testing.MadeRows;

/** Two made-up sides, compared. */
final class Compared {
  static final double[] TEN = {100, 101, 102, 103, 104, 105, 106, 107, 108, 109};

  private Compared() {}

  static double[] times(double factor, double... values) {
    double[] changed = values.clone();
    for (int i = 0; i < changed.length; i++) {
      // Not the same values again: ties are tested elsewhere.
      changed[i] = changed[i] * factor + 0.001;
    }
    return changed;
  }

  /** A gate compares starts of the servers, so every round is one; else all are of one start. */
  static Comparison of(Path folder, MadeRows base, MadeRows changed, Settings settings) {
    if (settings.gate().isPresent()) {
      base.starts();
      changed.starts();
    }
    return Compare.of(List.of(base.write(folder), changed.write(folder)), settings);
  }

  static ComparedRow row(Comparison comparison, Series series, Metric metric) {
    return comparison.rows().stream()
        .filter(row -> row.figure().equals(new Figure(series, metric)))
        .findFirst()
        .orElseThrow();
  }
}
