package plumbline.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import plumbline.load.Load;
import plumbline.result.ControlIds;
import plumbline.result.Metric;
import plumbline.result.Numbers;
import plumbline.result.Series;

/**
 * What is compared: rows of two sides match if they have the same one.
 *
 * @param series benchmark, parameters, system, operation, load, rate and payload
 * @param metric which figure of it
 */
public record Figure(Series series, Metric metric) implements Comparable<Figure> {
  private static final Comparator<Figure> ORDER =
      Comparator.comparing(Figure::isControl)
          .thenComparing(Figure::series)
          .thenComparing(Figure::metric);

  /** Whether this is a figure of the machine or the instrument, and of no system. */
  public boolean isControl() {
    return ControlIds.is(series);
  }

  /**
   * The series as people and {@code --filter} name it, such as {@code SomeBenchmark.method
   * name=value, 100 B}; load and number in flight only if they are not the usual ones.
   */
  public String name() {
    return name(series);
  }

  /** The name of a series, see {@link #name()}. */
  static String name(Series series) {
    List<String> parts = new ArrayList<>();
    parts.add((series.benchmark() + " " + series.paramsText()).strip());
    if (series.payload() > 0) {
      parts.add(series.payload() + " B");
    }
    if (series.load() != Load.CLOSED) {
      parts.add(series.load().text());
    }
    if (series.inFlight() > 1) {
      parts.add(series.inFlight() + " in flight");
    }
    series.targetRate().ifPresent(rate -> parts.add(Numbers.plain(rate) + " ops/s"));
    return String.join(", ", parts);
  }

  /**
   * Whether this is what the load is measured for: the typical and the rare latency of a closed or
   * paced load, the throughput of a saturated one. The throughput of the former is the latency or
   * the target rate once more, and the latency of the latter is the length of a queue. Every
   * further row makes the correction for their number harder to pass.
   */
  public boolean isPrincipal() {
    return series.load() == Load.SATURATED
        ? metric == Metric.THROUGHPUT
        : metric == Metric.P50 || metric == Metric.P99;
  }

  @Override
  public int compareTo(Figure other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return name() + ": " + metric.text();
  }
}
