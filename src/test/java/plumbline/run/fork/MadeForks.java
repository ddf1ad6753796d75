package plumbline.run.fork;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.BenchmarkResultMetaData;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.IterationResultMetaData;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.results.ThroughputResult;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.WorkloadParams;
import org.openjdk.jmh.runner.options.TimeValue;
import plumbline.record.HistogramResult;
import plumbline.result.Count;
import plumbline.result.HistogramKind;

/** What JMH gives of a fork, as if it had come from one: no two forks share a text. */
public final class MadeForks {
  private MadeForks() {}

  /** Parameters of a benchmark that ran in so many forks. */
  static BenchmarkParams params(String benchmark, int forks) {
    IterationParams none =
        new IterationParams(IterationType.WARMUP, 5, TimeValue.milliseconds(100), 1);
    return new BenchmarkParams(
        benchmark,
        "generated." + benchmark,
        true,
        1,
        new int[] {1},
        List.of(),
        forks,
        0,
        none,
        measurement(),
        Mode.Throughput,
        new WorkloadParams(),
        TimeUnit.SECONDS,
        1,
        "java",
        List.of("-Xmx256m"),
        "17",
        "a JVM",
        "17.0.1",
        "1.37",
        TimeValue.minutes(10));
  }

  private static IterationParams measurement() {
    return new IterationParams(IterationType.MEASUREMENT, 1, TimeValue.seconds(1), 1);
  }

  /** One fork with one iteration. */
  public static RunResult fork(
      String benchmark,
      double throughput,
      Map<HistogramKind, Histogram> histograms,
      Map<Count, Long> counts) {
    BenchmarkParams params = params(new String(benchmark), 1);
    IterationResult iteration =
        new IterationResult(params, measurement(), new IterationResultMetaData(10, 20));
    iteration.addResult(
        new ThroughputResult(
            ResultRole.PRIMARY, "op", throughput, TimeUnit.SECONDS.toNanos(1), TimeUnit.SECONDS));
    histograms.forEach(
        (kind, histogram) -> iteration.addResult(new HistogramResult(kind, histogram, 0)));
    counts.forEach(
        (count, value) ->
            iteration.addResult(
                new ScalarResult(
                    new String(count.text()),
                    count.inUnit(value),
                    new String(count.unit()),
                    AggregationPolicy.SUM)));
    List<BenchmarkResult> results = new ArrayList<>();
    results.add(
        new BenchmarkResult(
            params, List.of(iteration), new BenchmarkResultMetaData(1, 2, 3, 4, 5)));
    return new RunResult(params, results);
  }
}
