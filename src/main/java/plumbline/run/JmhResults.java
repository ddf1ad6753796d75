package plumbline.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.WorkloadParams;
import plumbline.problem.CannotMeasureException;
import plumbline.result.Series;

/**
 * JMH's own results of all rounds, merged as if JMH had run them as forks of one benchmark: each
 * round is one fork. What comes out is a standard JMH JSON.
 */
final class JmhResults {
  private final Map<Series, List<RunResult>> rounds = new TreeMap<>();

  void add(Series series, RunResult result) {
    rounds.computeIfAbsent(series, key -> new ArrayList<>()).add(result);
  }

  /**
   * Writes the file anew.
   *
   * @throws CannotMeasureException if that is not possible, as on a full disk
   */
  void write(Path file) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    ResultFormatFactory.getInstance(ResultFormatType.JSON, out)
        .writeOut(
            rounds.entrySet().stream().map(one -> merge(one.getKey(), one.getValue())).toList());
    try {
      Files.write(file, bytes.toByteArray());
    } catch (IOException e) {
      throw new CannotMeasureException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  static RunResult merge(Series series, List<RunResult> rounds) {
    Collection<BenchmarkResult> forks = new ArrayList<>();
    rounds.forEach(round -> forks.addAll(round.getBenchmarkResults()));
    return new RunResult(withForks(series, rounds.get(0).getParams(), forks.size()), forks);
  }

  /** JMH has no copying method for its parameters, and knows nothing of sets of servers. */
  private static BenchmarkParams withForks(Series series, BenchmarkParams params, int forks) {
    WorkloadParams workload = new WorkloadParams();
    int position = 0;
    for (String key : params.getParamsKeys()) {
      workload.put(key, params.getParam(key), position++);
    }
    if (series.servers().isPresent()) {
      workload.put(Series.SERVERS, series.servers().get(), position);
    }
    return new BenchmarkParams(
        params.getBenchmark(),
        params.generatedBenchmark(),
        params.shouldSynchIterations(),
        params.getThreads(),
        params.getThreadGroups(),
        params.getThreadGroupLabels(),
        forks,
        params.getWarmupForks(),
        params.getWarmup(),
        params.getMeasurement(),
        params.getMode(),
        workload,
        params.getTimeUnit(),
        params.getOpsPerInvocation(),
        params.getJvm(),
        params.getJvmArgs(),
        params.getJdkVersion(),
        params.getVmName(),
        params.getVmVersion(),
        params.getJmhVersion(),
        params.getTimeout());
  }
}
