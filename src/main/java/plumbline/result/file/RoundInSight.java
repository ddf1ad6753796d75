package plumbline.result.file;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import plumbline.result.Metric;
import plumbline.result.Row;
import plumbline.result.Series;

/** Holds the rows of a round back until the next one begins: the last may not be whole. */
final class RoundInSight {
  /** How rounds of ours end, the second where the system tells it. */
  private static final Set<Metric> OURS = EnumSet.of(Metric.GC_TIME, Metric.CLIENT_MEMORY);

  /** How rounds of native tools end. */
  private static final Set<Metric> OF_A_TOOL = EnumSet.of(Metric.MEASURED_TIME);

  private final Consumer<Row> rows;
  private final List<Row> held = new ArrayList<>();

  /** The metrics of the last rows of valid rounds, which are whole. */
  private final Map<Series, Set<Metric>> ends = new HashMap<>();

  RoundInSight(Consumer<Row> rows) {
    this.rows = rows;
  }

  void add(Row row) {
    if (!held.isEmpty()
        && !(held.get(0).round().equals(row.round())
            && held.get(0).series().equals(row.series()))) {
      Row last = last();
      if (last.valid()) {
        ends.computeIfAbsent(last.series(), any -> EnumSet.noneOf(Metric.class)).add(last.metric());
      }
      giveAway();
    }
    held.add(row);
  }

  /** The newest row; there must be one. */
  private Row last() {
    return held.get(held.size() - 1);
  }

  /**
   * Whether the round lacks its last rows: it ends otherwise than others of its series, or of any
   * that was measured in the same way. One that failed ends with that.
   */
  boolean isPartial() {
    if (held.isEmpty() || last().isMerged()) {
      return false;
    }
    Metric end = last().metric();
    Series series = last().series();
    if (!last().valid()) {
      return end != Metric.FAILURE;
    }
    if (ends.containsKey(series)) {
      return !ends.get(series).contains(end);
    }
    return !(series.isNative() ? OF_A_TOOL : OURS).contains(end)
        && ends.keySet().stream()
            .filter(other -> other.isNative() == series.isNative())
            .noneMatch(other -> ends.get(other).contains(end));
  }

  void giveAway() {
    held.forEach(rows);
    held.clear();
  }

  void drop() {
    held.clear();
  }
}
