package plumbline.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;
import plumbline.result.Count;
import plumbline.result.HistogramKind;

/**
 * Carries the recorded histograms, the platform's pauses and the counts from the fork to the host.
 * Under JMH's own main it is chosen by {@code -prof plumbline.record.HistogramProfiler}.
 */
public final class HistogramProfiler implements InternalProfiler {
  /** System property with the process id of the host, without which a fork would outlive it. */
  public static final String HOST_PROPERTY = "plumbline.host";

  /** System property with the process id of the server that is measured, where there is one. */
  public static final String SERVER_PROPERTY = "plumbline.server";

  private PauseMonitor pauses;
  private ForkUsage usage;
  private ServerUsage server;
  private Map<Count, Long> times;
  private Map<HistogramKind, Histogram> disturbances;

  /** Made by JMH in each fork, and also in the host, where nothing may be started. */
  public HistogramProfiler() {}

  @Override
  public String getDescription() {
    return "HdrHistograms of every operation, and of the platform's pauses";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    if (pauses == null) {
      pauses = PauseMonitor.start();
      usage = new ForkUsage();
      server = ServerUsage.ofThisFork();
      HostWatch.start();
      Recordings.whenMeasured(this::measured);
    }
    synchronized (this) {
      times = null;
    }
    Recordings.reset();
    pauses.take();
    usage.begin();
    server.begin();
  }

  /** Takes what belongs to the measured part of the iteration, once. */
  private synchronized void measured() {
    if (times == null) {
      times = usage.times();
      server.nanosSinceBegin().ifPresent(nanos -> times.put(Count.SERVER_CPU_TIME, nanos));
      disturbances = new EnumMap<>(HistogramKind.class);
      disturbances.put(HistogramKind.PAUSES, pauses.take());
      disturbances.put(HistogramKind.GC, usage.gcPauses());
    }
  }

  @Override
  public synchronized Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    // By now, unless the benchmark has none of our states.
    measured();
    Map<Count, Long> counts = new EnumMap<>(times);
    ForkUsage.peakMemory().ifPresent(bytes -> counts.put(Count.CLIENT_MEMORY, bytes));
    // A benchmark that counts for itself knows better than the iteration as a whole.
    counts.putAll(Recordings.counts().values());
    Map<HistogramKind, Histogram> histograms = Recordings.sums();
    histograms.putAll(disturbances);
    List<Result<?>> results = new ArrayList<>();
    histograms.forEach(
        (kind, histogram) ->
            results.add(new HistogramResult(kind, histogram, Recordings.overflows(kind))));
    counts.forEach(
        (count, value) ->
            results.add(
                new ScalarResult(
                    count.text(), count.inUnit(value), count.unit(), AggregationPolicy.SUM)));
    return results;
  }
}
