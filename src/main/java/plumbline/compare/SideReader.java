package plumbline.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plumbline.compare.Comparison.RunSummary;
import plumbline.problem.BadInputException;
import plumbline.result.Fault;
import plumbline.result.Metric;
import plumbline.result.Row;
import plumbline.result.RunManifest;
import plumbline.result.Series;
import plumbline.result.file.ResultsCsv;

/** Pools the rounds of the files of one side. */
final class SideReader {
  private final String name;
  private final Settings settings;
  private final Map<Series, Map<Metric, Values>> values = new HashMap<>();
  private final Map<Series, Map<Round, Integer>> missed = new HashMap<>();
  private final Map<Start, Integer> starts = new HashMap<>();
  private final Set<Round> rounds = new HashSet<>();
  private final List<String> unfinished = new ArrayList<>();
  private Series last;
  private Map<Metric, Values> ofLast = Map.of();
  private final Map<String, RunState> runs = new LinkedHashMap<>();
  private final Set<Side.Invalid> invalid = new LinkedHashSet<>();
  private final Conditions conditions = new Conditions();
  private final List<String> notes = new ArrayList<>();

  /** A start of the servers: of the run, or of its round if each has servers of its own. */
  private record Start(String run, int round) {}

  private record Round(String run, int number) {}

  /** What is known of a run so far. */
  private static final class RunState {
    private final Path file;
    private final String commit;
    private final boolean freshServers;
    private int rounds;

    RunState(Source source, String commit) {
      this.file = source.csv();
      this.commit = commit;
      this.freshServers =
          source.manifest().map(manifest -> manifest.plan().hasFreshServers()).orElse(false);
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
    Set<Path> files = new HashSet<>();
    for (Source source : sources) {
      if (!files.add(source.csv().toAbsolutePath().normalize())) {
        throw new BadInputException(name + " names " + source.csv() + " twice");
      }
    }
    for (Source source : sources) {
      source.manifest().ifPresent(this::add);
      notes.addAll(
          ResultsCsv.read(
              source.csv(),
              source.schema(),
              source.manifest().map(RunManifest::isComplete).orElse(true),
              row -> add(source, row)));
    }
    Map<Figure, Sample> found = new HashMap<>();
    Map<Figure, Side.Sparse> sparse = new HashMap<>();
    Map<Series, Integer> valid = new HashMap<>();
    values.forEach(
        (series, metrics) -> {
          valid.put(series, metrics.values().stream().mapToInt(Values::size).max().orElse(0));
          collect(series, metrics, valid.get(series), found, sparse);
        });
    return new Side(
        name,
        runs.entrySet().stream()
            .map(run -> new RunSummary(run.getKey(), run.getValue().commit, run.getValue().rounds))
            .toList(),
        List.copyOf(unfinished),
        starts.size(),
        rounds.size(),
        found,
        sparse,
        valid,
        missed(),
        List.copyOf(invalid),
        conditions.facts(),
        sources.stream().allMatch(source -> source.manifest().isPresent()),
        List.copyOf(notes));
  }

  private void add(RunManifest manifest) {
    conditions.add(manifest);
    notes.addAll(manifest.notes());
    if (manifest.status() == RunManifest.Status.RUNNING
        || manifest.status() == RunManifest.Status.INTERRUPTED) {
      unfinished.add(manifest.run());
    }
    if (!manifest.isComplete()) {
      String reason = manifest.statusReason().isEmpty() ? "" : ": " + manifest.statusReason();
      String status =
          manifest.status() == RunManifest.Status.RUNNING
              ? "did not end in order"
              : "is " + manifest.status();
      notes.add("the run " + manifest.run() + " " + status + reason);
    }
  }

  // Most rows are of the series of the row before, and of the very same object.
  @SuppressWarnings("ReferenceEquality")
  private void add(Source source, Row row) {
    if (row.isMerged() || row.metric().isPause()) {
      return;
    }
    String name = row.context().run();
    RunState run =
        runs.computeIfAbsent(name, unknown -> new RunState(source, row.context().commit()));
    if (!run.file.equals(source.csv())) {
      throw new BadInputException(
          this.name
              + " has the run "
              + name
              + " twice: in "
              + run.file
              + " and in "
              + source.csv());
    }
    rounds.add(new Round(name, row.round().getAsInt()));
    if (!row.valid() || row.metric() == Metric.FAILURE) {
      addInvalid(row, start(run, row));
      return;
    }
    if (row.series() != last) {
      last = row.series();
      ofLast = values.computeIfAbsent(last, unknown -> new EnumMap<>(Metric.class));
    }
    Values all =
        ofLast.computeIfAbsent(
            row.metric(), metric -> new Values(settings.selects(new Figure(row.series(), metric))));
    all.add(row.value(), start(run, row));
    if (all.isKept()) {
      run.rounds = Math.max(run.rounds, row.round().getAsInt());
      conditions.add(row);
    }
  }

  /**
   * A percentile is written only of rounds with enough operations, and these are the faster ones:
   * if some valid rounds lack a metric, the others do not stand for all.
   */
  private static void collect(
      Series series,
      Map<Metric, Values> metrics,
      int rounds,
      Map<Figure, Sample> found,
      Map<Figure, Side.Sparse> sparse) {
    metrics.forEach(
        (metric, all) -> {
          Figure figure = new Figure(series, metric);
          if (all.isKept() && all.size() < rounds) {
            sparse.put(figure, new Side.Sparse(all.size(), rounds));
          } else if (all.isKept()) {
            found.put(figure, all.sample());
          }
        });
  }

  private int start(RunState run, Row row) {
    int round = run.freshServers ? row.round().getAsInt() : 0;
    return starts.computeIfAbsent(new Start(row.context().run(), round), unknown -> starts.size());
  }

  private void addInvalid(Row row, int start) {
    if (!settings.selects(row.series())) {
      return;
    }
    conditions.add(row);
    int round = row.round().getAsInt();
    Fault fault = new Fault(row.warnings(), row.reason());
    if (fault.isMissedRate()) {
      missed
          .computeIfAbsent(row.series(), unknown -> new LinkedHashMap<>())
          .put(new Round(row.context().run(), round), start);
    } else {
      invalid.add(new Side.Invalid(row.context().run(), row.series(), round, fault));
    }
  }

  private Map<Series, int[]> missed() {
    Map<Series, int[]> late = new HashMap<>();
    missed.forEach(
        (series, rounds) ->
            late.put(series, rounds.values().stream().mapToInt(Integer::intValue).toArray()));
    return late;
  }
}
