package plumbline.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plumbline.problem.CannotMeasureException;
import plumbline.result.Count;
import plumbline.result.Counts;
import plumbline.result.Round;
import plumbline.run.fork.ForkFailure;
import plumbline.run.fork.ForkOutput;
import plumbline.run.plan.Measurement;
import plumbline.system.Systems;
import plumbline.system.janitor.Janitor;
import plumbline.system.spi.ServerHandle;
import plumbline.system.spi.Setting;
import plumbline.system.tool.NativeTool;
import plumbline.system.tool.ToolFigures;
import plumbline.system.tool.ToolJob;

/** Runs native tools on the servers of a run, in its rounds. */
final class ToolRunner {
  private static final double NANOS_PER_SECOND = 1e9;

  private final Path scratch;
  private final Path logs;
  private final Janitor janitor;

  /** Tools that print into files of a folder, and keep secrets in one that only its owner reads. */
  ToolRunner(Path scratch, Path logs, Janitor janitor) {
    this.scratch = scratch;
    this.logs = logs;
    this.janitor = janitor;
  }

  /** What can be run here, and notes on what is missing and how figures of tools come about. */
  record Available(RunRequest request, List<String> notes) {}

  /** Leaves out the tools that cannot be run, without which the rest is still worth measuring. */
  static Available available(RunRequest request) {
    List<Measurement> missing = new ArrayList<>();
    Set<String> notes = new LinkedHashSet<>();
    for (Measurement measurement : request.plan().measurements()) {
      if (measurement.tool().isEmpty()) {
        continue;
      }
      NativeTool tool = measurement.tool().get().tool();
      Optional<String> obstacle =
          tool.obstacle(
              Systems.named(measurement.series().system())
                  .setting(Setting.Kind.ADDRESS)
                  .flatMap(request.servers()::value));
      if (obstacle.isPresent()) {
        missing.add(measurement);
        notes.add("not compared with " + tool.name() + ": it " + obstacle.get());
      } else {
        notes.add(tool.method());
      }
    }
    return new Available(request.withPlan(request.plan().without(missing)), List.copyOf(notes));
  }

  /** Runs a measurement's tool once: its figures, or why there are none. */
  ForkOutput run(Measurement measurement, int number, ServerHandle server) {
    Measurement.ToolUse use = measurement.tool().orElseThrow();
    Path log = logs.resolve(use.tool().name() + "-round-" + number + ".log");
    ToolJob job =
        new ToolJob(
            measurement.series(),
            use.operations(),
            server.endpoints(),
            server.prefix(),
            scratch,
            log,
            janitor);
    try {
      return new ForkOutput(round(measurement, number, use.tool().run(job)), Optional.empty());
    } catch (CannotMeasureException e) {
      return ForkOutput.failed(measurement, number, ForkFailure.reason(e));
    }
  }

  private static Round round(Measurement measurement, int number, ToolFigures figures) {
    Map<Count, Long> counts = new EnumMap<>(Count.class);
    counts.put(Count.COMPLETED, figures.operations());
    counts.put(
        Count.MEASURED_TIME,
        Math.round(figures.operations() / figures.throughput() * NANOS_PER_SECOND));
    return new Round(
        measurement.series(),
        number,
        Map.of(),
        new Counts(counts),
        figures.throughput(),
        figures.latencies(),
        Optional.empty());
  }
}
