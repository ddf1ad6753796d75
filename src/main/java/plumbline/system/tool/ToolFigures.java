package plumbline.system.tool;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import plumbline.result.Metric;

/**
 * What a tool printed.
 *
 * @param operations that it measured
 * @param throughput operations per second
 * @param latencies figures by metric, in microseconds, as far as it tells them in a useful
 *     resolution
 */
public record ToolFigures(long operations, double throughput, Map<Metric, Double> latencies) {
  public ToolFigures {
    Map<Metric, Double> copy = new EnumMap<>(Metric.class);
    copy.putAll(latencies);
    latencies = Collections.unmodifiableMap(copy);
  }
}
