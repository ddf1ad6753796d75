package plumbline.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import plumbline.load.Load;
import plumbline.report.PromiseTable.Cell;
import plumbline.report.PromiseTable.Group;
import plumbline.report.PromiseTable.Measured;
import plumbline.report.ReportModel.Entry;
import plumbline.report.ReportModel.Figure;
import plumbline.result.Metric;
import plumbline.result.Numbers;
import plumbline.result.Promise;
import plumbline.result.RunData;
import plumbline.result.RunManifest;
import plumbline.result.Series;
import plumbline.result.Topic;

/** Puts series that were measured for the sake of a promise beside each other. */
final class Promises {
  private record Place(Promise promise, String kind, String system) {}

  private final Map<Promise, SortedMap<String, Map<String, List<Measured>>>> found =
      new EnumMap<>(Promise.class);
  private final Set<String> systems = new TreeSet<>();

  /** Where there was something to measure that gave no valid figure. */
  private final Set<Place> tried = new HashSet<>();

  private final RunManifest manifest;

  private Promises(RunManifest manifest) {
    this.manifest = manifest;
  }

  /**
   * The table.
   *
   * @param lines of the table of figures, in the order of the names
   * @return empty if no benchmark of the run asks for a promise, or none gave a figure
   */
  static Optional<PromiseTable> of(
      RunData data, List<SeriesName> names, List<ReportModel.Line> lines) {
    Promises promises = new Promises(data.manifest());
    for (int i = 0; i < names.size(); i++) {
      Series series = names.get(i).series();
      Optional<Promise> promise = data.promise(series);
      if (promise.isPresent() && promise.get() != Promise.UNKNOWN) {
        promises.add(series, promise.get(), lines.get(i));
      }
    }
    return promises.found.isEmpty() ? Optional.empty() : Optional.of(promises.table());
  }

  private void add(Series series, Promise promise, ReportModel.Line line) {
    String system = series.system();
    systems.add(system);
    if (line.validRounds() == 0) {
      tried.add(new Place(promise, kind(series), system));
      return;
    }
    String params = series.without(manifest.facts(system).promiseParams()).paramsText();
    found
        .computeIfAbsent(promise, unknown -> new TreeMap<>(Promises::compareKinds))
        .computeIfAbsent(kind(series), kind -> new TreeMap<>())
        .computeIfAbsent(system, unknown -> new ArrayList<>())
        .add(
            new Measured(
                series.operation() + (params.isEmpty() ? "" : " " + params),
                text(line.figure(Metric.P50)),
                text(line.figure(Metric.P99)),
                line.rounds()));
  }

  private static String text(Figure figure) {
    return figure.text() + figure.mark().sign();
  }

  private static String kind(Series series) {
    if (series.load() == Load.PACED) {
      return "delivery, "
          + Numbers.plain(series.targetRate().orElseThrow())
          + " ops/s (response time)";
    }
    return "write, " + series.inFlight() + " in flight (service time)";
  }

  /** Writes before deliveries, as in the plan. */
  private static int compareKinds(String one, String other) {
    return other.substring(0, 1).equals(one.substring(0, 1))
        ? one.compareTo(other)
        : other.compareTo(one);
  }

  private PromiseTable table() {
    List<Group> groups = new ArrayList<>();
    found.forEach(
        (promise, kinds) -> {
          List<PromiseTable.Line> lines = new ArrayList<>();
          kinds.forEach(
              (kind, cells) ->
                  lines.add(
                      new PromiseTable.Line(
                          kind,
                          systems.stream()
                              .map(system -> cell(new Place(promise, kind, system), cells))
                              .toList())));
          groups.add(new Group(promise.text(), lines));
        });
    return new PromiseTable(
        systems.stream().map(system -> manifest.facts(system).title()).toList(),
        groups,
        notes(found.keySet()));
  }

  private Cell cell(Place place, Map<String, List<Measured>> cells) {
    List<Measured> figures = cells.getOrDefault(place.system(), List.of());
    return new Cell(figures, figures.isEmpty() ? absence(place) : "");
  }

  private String absence(Place place) {
    return manifest
        .facts(place.system())
        .remark(Topic.lacks(place.promise()))
        .orElse(tried.contains(place) ? "has no valid round" : "was not measured");
  }

  private List<Entry> notes(Set<Promise> promises) {
    List<Entry> notes = new ArrayList<>();
    for (Promise promise : promises) {
      List<String> texts = new ArrayList<>(List.of(meaning(promise)));
      texts.addAll(remarks(Topic.gives(promise)));
      notes.add(new Entry(promise.text(), texts));
    }
    List<String> oneNode = new ArrayList<>(List.of("There is no replica anywhere."));
    oneNode.addAll(remarks(Topic.ONE_NODE));
    oneNode.add("Writes to several machines were not measured, for any system.");
    notes.add(new Entry("on one node", oneNode));
    return notes;
  }

  private List<String> remarks(Topic topic) {
    return systems.stream()
        .flatMap(system -> manifest.facts(system).remark(topic).stream())
        .toList();
  }

  private static String meaning(Promise promise) {
    return switch (promise) {
      case MEMORY -> "When the server's process ends, what was acknowledged is gone.";
      case PROCESS ->
          "Handed to the operating system before the answer: there after the process was killed,"
              + " since the page cache outlives it, but not for certain after the machine failed.";
      case DISK ->
          "Forced to the disk (fsync) before the answer. Known from the servers' configuration and"
              + " documentation: killing a process cannot test it, and a virtual disk may say that"
              + " it is done before it is.";
      case UNKNOWN -> "The server does not tell how it is configured.";
    };
  }
}
