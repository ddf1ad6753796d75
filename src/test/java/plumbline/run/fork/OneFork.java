package plumbline.run.fork;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import plumbline.result.Round;
import plumbline.run.plan.BenchmarkCatalog;
import plumbline.run.plan.Measurement;
import plumbline.run.plan.Plan;
import plumbline.run.plan.PlanFile;

/** One benchmark in one fork, without a run around it. */
public final class OneFork {
  private OneFork() {}

  /** Runs it; the benchmark must come to one series. */
  public static Round run(
      Path endpoints,
      Path logs,
      String benchmark,
      Map<String, List<String>> params,
      Duration warmup,
      Duration measure) {
    List<Measurement> measurements =
        plan(warmup, measure, params, List.of(benchmark)).measurements();
    if (measurements.size() != 1) {
      throw new IllegalArgumentException(benchmark + " comes to " + measurements.size());
    }
    return new JmhFork(endpoints, logs).run(measurements.get(0), 1, OptionalLong.empty()).round();
  }

  /** A plan of benchmarks with the same parameters. */
  public static Plan plan(
      Duration warmup, Duration measure, Map<String, List<String>> params, List<String> names) {
    List<PlanFile.Selection> selections =
        names.stream()
            .map(
                name ->
                    new PlanFile.Selection(
                        name,
                        Optional.of(params),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()))
            .toList();
    PlanFile file =
        new PlanFile(
            "test",
            1,
            warmup,
            measure,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            selections);
    return Plan.of(
        new PlanFile.Named("test", "test.yaml", file, Optional.empty()),
        BenchmarkCatalog.load(),
        Plan.Overrides.none());
  }
}
