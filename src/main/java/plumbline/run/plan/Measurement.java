package plumbline.run.plan;

import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import plumbline.result.Series;
import plumbline.system.Deployment;
import plumbline.system.tool.NativeTool;

/**
 * One benchmark with one value for each parameter: what one fork of each round runs.
 *
 * @param series its identity
 * @param benchmark where it comes from
 * @param params all parameters, with the payload, as JMH gets them
 * @param tool the native tool that measures it instead of the benchmark; empty for our own
 * @param servers the deployment of servers, in a plan that has several; empty for a benchmark
 *     without one
 * @param warmup time before recording, at most
 * @param measure time that is recorded
 */
public record Measurement(
    Series series,
    BenchmarkCatalog.Entry benchmark,
    SortedMap<String, String> params,
    Optional<ToolUse> tool,
    Optional<Deployment> servers,
    Duration warmup,
    Duration measure) {

  /** The parameter that holds the rate. */
  static final String RATE = "rate";

  /** A native tool in a plan, and about how many operations count in each round. */
  public record ToolUse(NativeTool tool, long operations) {}

  /** The same, measured by somebody else. */
  public Measurement as(String name, Optional<ToolUse> by) {
    return new Measurement(
        series.with(Series.TOOL, name), benchmark, params, by, servers, warmup, measure);
  }

  /** The same with one more condition in its identity, of which the benchmark knows nothing. */
  Measurement under(String name, String value) {
    return new Measurement(
        series.with(name, value), benchmark, params, tool, servers, warmup, measure);
  }

  /** The same at another rate, in operations per second. */
  public Measurement at(int rate) {
    SortedMap<String, String> others = new TreeMap<>(params);
    others.put(RATE, Integer.toString(rate));
    return new Measurement(series.at(rate), benchmark, others, tool, servers, warmup, measure);
  }

  /** The same in half of the time. */
  Measurement halved() {
    return new Measurement(
        series, benchmark, params, tool, servers, warmup.dividedBy(2), measure.dividedBy(2));
  }

  /** The client, with its version if that is known. */
  public String client() {
    return tool.map(use -> use.tool().version())
        .orElseGet(() -> Versions.client(benchmark.measured().client()));
  }
}
