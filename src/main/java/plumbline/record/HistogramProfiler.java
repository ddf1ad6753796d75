package plumbline.record;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.runner.IterationType;
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

  private final WarmUp warmUp = new WarmUp();
  private PauseMonitor pauses;
  private ForkUsage usage;
  private ServerUsage server;
  private ThreadTimes clientThreads;
  private ThreadTimes serverThreads;
  private boolean measures;
  private Map<Count, Long> times;
  private Map<HistogramKind, Histogram> disturbances;

  /**
   * Into how many iterations of equal length a warm-up is to be cut, so that it can end when the
   * client is warm.
   *
   * @param limit how long it may take
   */
  public static int windows(Duration limit) {
    long window = WarmUp.WINDOW.toMillis();
    return Math.toIntExact(Math.max(1, (limit.toMillis() + window - 1) / window));
  }

  /** When the client of a fork is warm, in words: for run.json. */
  public static String warmUpRule() {
    return WarmUp.RULE;
  }

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
      clientThreads = ThreadTimes.ofThisFork();
      serverThreads = ThreadTimes.of(ServerUsage.pid());
      HostWatch.start();
      Recordings.whenLed(this::begin);
      Recordings.whenMeasured(this::measured);
      Recordings.warmUp(warmUp);
    }
    synchronized (this) {
      times = null;
      measures = !isWarmUp(iteration);
    }
    Recordings.reset();
    Thirds.begin(System.nanoTime(), iteration.getTime().convertTo(TimeUnit.NANOSECONDS));
    begin();
    if (skips(iteration)) {
      // JMH has no other way to end an iteration early: its thread, which is this one, waits for
      // the iteration's time or an interrupt. Every iteration has one operation at least.
      // Nothing of ours comes after: what reads files gives up when its thread is interrupted.
      Thread.currentThread().interrupt();
    }
  }

  /** What is measured begins, if it is not over already. */
  private synchronized void begin() {
    if (times != null) {
      return;
    }
    if (measures) {
      // Files by the dozen, so only for what counts.
      clientThreads.begin();
      serverThreads.begin();
    }
    pauses.take();
    usage.begin();
    server.begin();
  }

  /** JMH's own main gives as long a warm-up as its user says. */
  private boolean skips(IterationParams iteration) {
    return isWarmUp(iteration) && warmUp.isOver() && System.getProperty(HOST_PROPERTY) != null;
  }

  private static boolean isWarmUp(IterationParams iteration) {
    return iteration.getType() == IterationType.WARMUP;
  }

  /** Takes what belongs to the measured part of the iteration, once. */
  private synchronized void measured() {
    if (times == null) {
      times = usage.times();
      Recordings.waited().ifPresent(nanos -> times.put(Count.RUN_QUEUE_WAIT, nanos));
      server.nanosSinceBegin().ifPresent(nanos -> times.put(Count.SERVER_CPU_TIME, nanos));
      if (measures) {
        clientThreads
            .busiest(Recordings.spun())
            .ifPresent(nanos -> times.put(Count.CLIENT_THREAD_TIME, nanos));
        serverThreads
            .busiest(Map.of())
            .ifPresent(nanos -> times.put(Count.SERVER_THREAD_TIME, nanos));
      }
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
    if (isWarmUp(iteration)) {
      if (!skips(iteration)) {
        warmUp.add(window());
      }
      // Of use to nobody, and as large as what is measured.
      return List.of();
    }
    Map<Count, Long> counts = new EnumMap<>(times);
    counts.put(Count.WARMUP_TIME, warmUp.nanos() + Recordings.leadIn());
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
                    count.text(), count.inUnit(value), count.unit(), together(count))));
    return results;
  }

  /** How JMH adds up its forks: a peak is no sum. */
  private static AggregationPolicy together(Count count) {
    return count.isPeak() ? AggregationPolicy.MAX : AggregationPolicy.SUM;
  }

  private WarmUp.Window window() {
    Map<HistogramKind, Histogram> histograms = Recordings.sums();
    Histogram operations =
        histograms.getOrDefault(HistogramKind.SERVICE, histograms.get(HistogramKind.LATENCY));
    long nanos = times.get(Count.MEASURED_TIME);
    long completed = Recordings.counts().orZero(Count.COMPLETED);
    // One operation alone is what is left of an iteration that sent in another way.
    double operation =
        operations.getTotalCount() > 1
            ? operations.getValueAtPercentile(50)
            : completed > 1 ? (double) nanos / completed : 0;
    return new WarmUp.Window(nanos, times.getOrDefault(Count.COMPILE_TIME, 0L), operation);
  }
}
