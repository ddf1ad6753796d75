package plumbline.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.result.Round;

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
    PlanFile plan =
        new PlanFile(
            "test",
            1,
            warmup,
            measure,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(
                new PlanFile.Selection(
                    benchmark,
                    Optional.of(params),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty())));
    List<Measurement> measurements =
        Plan.of(
                new PlanFile.Named("test", "test.yaml", plan),
                BenchmarkCatalog.load(),
                Plan.Overrides.none())
            .measurements();
    if (measurements.size() != 1) {
      throw new IllegalArgumentException(benchmark + " comes to " + measurements.size());
    }
    return new JmhFork(endpoints, logs).run(measurements.get(0), 1).round();
  }
}
