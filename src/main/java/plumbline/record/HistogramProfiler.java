package plumbline.record;

import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;

/**
 * Carries the recorded latencies and the platform's pauses from the fork to the host. Under JMH's
 * own main it is chosen by {@code -prof plumbline.record.HistogramProfiler}.
 */
public final class HistogramProfiler implements InternalProfiler {
  /** System property with the process id of the host, without which a fork would outlive it. */
  public static final String HOST_PROPERTY = "plumbline.host";

  private PauseMonitor pauses;

  /** Made by JMH in each fork, and also in the host, where nothing may be started. */
  public HistogramProfiler() {}

  @Override
  public String getDescription() {
    return "HdrHistograms of every operation, and of the platform's pauses";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    if (pauses == null) {
      pauses = new PauseMonitor();
      HostWatch.start();
    }
    Recordings.reset();
    pauses.take();
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    return List.of(
        new HistogramResult(HistogramResult.LATENCY, Recordings.sum(), Recordings.overflows()),
        new HistogramResult(HistogramResult.PAUSES, pauses.take(), 0));
  }
}
