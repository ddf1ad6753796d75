package plumbline.export;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import plumbline.history.Figure;
import plumbline.history.RunSummary;
import plumbline.history.Tracked;
import plumbline.result.Metric;

/**
 * <a href="https://bencher.dev/docs/reference/bencher-metric-format/">Bencher Metric Format</a>: a
 * measure of a benchmark with its value, and the range over rounds as lower and upper value. {@code
 * throughput} is Bencher's own measure of that name, in operations per second. Its own {@code
 * latency} is one figure in nanoseconds, so the percentiles are measures of their own, with their
 * unit in the name.
 */
final class BencherMetricFormat {
  private BencherMetricFormat() {}

  /** One measure. */
  record Measure(
      BigDecimal value,
      @JsonProperty("lower_value") BigDecimal lower,
      @JsonProperty("upper_value") BigDecimal upper) {}

  /** The text of the file. */
  static String text(RunSummary run) {
    Map<String, Map<String, Measure>> benchmarks = new TreeMap<>();
    run.figures()
        .forEach(
            (tracked, figure) ->
                benchmarks
                    .computeIfAbsent(tracked.benchmark(), name -> new TreeMap<>())
                    .put(name(tracked), measure(figure)));
    return Json.text(benchmarks);
  }

  private static String name(Tracked tracked) {
    Metric metric = tracked.metric();
    return metric == Metric.THROUGHPUT ? metric.text() : metric.text() + " (" + metric.unit() + ")";
  }

  private static Measure measure(Figure figure) {
    return new Measure(
        Json.number(figure.median()), Json.number(figure.low()), Json.number(figure.high()));
  }
}
