package plumbline.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import plumbline.problem.BadInputException;
import plumbline.result.Metric;
import plumbline.result.ResultsCsv;
import plumbline.result.Row;
import plumbline.result.RunManifest;

/** Pools the rounds of the files of one side. */
final class SideReader {
  private final String name;
  private final Settings settings;
  private final Map<Figure, Values> values = new HashMap<>();
  private final Map<Figure, Boolean> selected = new HashMap<>();
  private final Map<String, RunState> runs = new LinkedHashMap<>();
  private final Set<Side.Invalid> invalid = new LinkedHashSet<>();
  private final Conditions conditions = new Conditions();
  private final List<String> notes = new ArrayList<>();

  /** What is known of a run so far. */
  private static final class RunState {
    private final Path file;
    private final String commit;
    private int rounds;

    RunState(Path file, String commit) {
      this.file = file;
      this.commit = commit;
    }
  }

  private SideReader(String name, Settings settings) {
    this.name = name;
    this.settings = settings;
  }

  static Side read(String name, List<Source> sources, Settings settings) {
    return new SideReader(name, settings).read(sources);
  }

  private Side read(List<Source> sources) {
    for (Source source : sources) {
      source.manifest().ifPresent(this::add);
      notes.addAll(ResultsCsv.read(source.csv(), source.schema(), row -> add(source.csv(), row)));
    }
    SortedMap<Figure, double[]> sorted = new TreeMap<>();
    values.forEach((figure, found) -> sorted.put(figure, found.toArray()));
    return new Side(
        name,
        runs.entrySet().stream()
            .map(run -> new Side.Run(run.getKey(), run.getValue().commit, run.getValue().rounds))
            .toList(),
        sorted,
        List.copyOf(invalid),
        conditions.facts(),
        sources.stream().allMatch(source -> source.manifest().isPresent()),
        List.copyOf(notes));
  }

  private void add(RunManifest manifest) {
    conditions.add(manifest);
    if (!manifest.isComplete()) {
      String reason = manifest.statusReason().isEmpty() ? "" : ": " + manifest.statusReason();
      String status =
          manifest.status() == RunManifest.Status.RUNNING
              ? "did not end in order"
              : "is " + manifest.status();
      notes.add("the run " + manifest.run() + " " + status + reason);
    }
  }

  private void add(Path file, Row row) {
    if (row.isMerged() || row.metric().isPause()) {
      return;
    }
    RunState run = runs.computeIfAbsent(row.run(), unknown -> new RunState(file, row.commit()));
    if (!run.file.equals(file)) {
      throw new BadInputException(
          name + " has the run " + row.run() + " twice: in " + run.file + " and in " + file);
    }
    Figure figure = new Figure(row.series(), row.metric());
    if (!row.valid() || row.metric() == Metric.FAILURE) {
      if (settings.filter().isEmpty() || settings.filter().get().matcher(figure.name()).find()) {
        invalid.add(
            new Side.Invalid(row.run(), figure.name(), row.round().getAsInt(), row.reason()));
      }
      return;
    }
    if (!selected.computeIfAbsent(figure, settings::selects)) {
      return;
    }
    run.rounds = Math.max(run.rounds, row.round().getAsInt());
    conditions.add(row);
    values.computeIfAbsent(figure, unknown -> new Values()).add(row.value());
  }
}
