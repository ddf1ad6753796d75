package plumbline.run.fork;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import plumbline.record.HistogramResult;
import plumbline.result.HistogramKind;
import plumbline.result.Histograms;
import plumbline.result.Series;
import plumbline.result.file.AtomicFile;

/**
 * JMH's own results of all rounds, merged as if JMH had run them as forks of one benchmark: each
 * round is one fork. What comes out is a standard JMH JSON. Of a fork, its scores are kept; of the
 * histograms, one of each kind and series.
 */
public final class JmhResults {
  private final SortedMap<Series, Forks> forks = new TreeMap<>();

  public void add(Series series, RunResult result) {
    Forks own = forks.computeIfAbsent(series, any -> new Forks(result.getParams()));
    result.getBenchmarkResults().forEach(own::add);
  }

  /** Writes the file anew; a CannotMeasureException if that is not possible. */
  public void write(Path file) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    ResultFormatFactory.getInstance(ResultFormatType.JSON, out)
        .writeOut(
            forks.entrySet().stream().map(one -> one.getValue().merged(one.getKey())).toList());
    AtomicFile.write(file, writer -> writer.write(bytes.toString(StandardCharsets.UTF_8)));
  }

  /** The forks of one series. */
  private static final class Forks {
    private final BenchmarkParams params;
    private final List<BenchmarkResult> results = new ArrayList<>();
    private final Map<HistogramKind, Histogram> sums = new EnumMap<>(HistogramKind.class);

    Forks(BenchmarkParams params) {
      this.params = params;
    }

    void add(BenchmarkResult fork) {
      BenchmarkResult small =
          new BenchmarkResult(
              params,
              fork.getIterationResults().stream().map(this::withoutHistograms).toList(),
              fork.getMetadata());
      fork.getBenchmarkResults().values().forEach(small::addBenchmarkResult);
      results.add(small);
    }

    private IterationResult withoutHistograms(IterationResult iteration) {
      IterationResult small =
          new IterationResult(params, iteration.getParams(), iteration.getMetadata());
      small.addResults(iteration.getRawPrimaryResults());
      for (Result<?> result : iteration.getRawSecondaryResults().values()) {
        small.addResult(
            result instanceof HistogramResult one
                ? one.addedTo(sums.computeIfAbsent(one.kind(), any -> Histograms.create()))
                : result);
      }
      return small;
    }

    RunResult merged(Series series) {
      return new RunResult(withForks(series, params, results.size()), results);
    }
  }

  /** JMH knows nothing of conditions that a plan or a run adds. */
  private static BenchmarkParams withForks(Series series, BenchmarkParams params, int forks) {
    Map<String, String> ofPlan = new LinkedHashMap<>();
    for (String name : List.of(Series.SERVERS, Series.PROCESSORS, Series.PIN)) {
      Optional.ofNullable(series.params().get(name)).ifPresent(value -> ofPlan.put(name, value));
    }
    return ToldParams.of(params, forks, ofPlan);
  }
}
