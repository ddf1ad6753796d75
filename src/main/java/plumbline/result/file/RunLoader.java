package plumbline.result.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import plumbline.problem.BadInputException;
import plumbline.result.Count;
import plumbline.result.Counts;
import plumbline.result.Fault;
import plumbline.result.HistogramKind;
import plumbline.result.LazyHistograms;
import plumbline.result.Metric;
import plumbline.result.Round;
import plumbline.result.RoundSum;
import plumbline.result.Row;
import plumbline.result.RowContext;
import plumbline.result.Rows;
import plumbline.result.RunData;
import plumbline.result.RunManifest;
import plumbline.result.Series;

/** Puts the files of a run directory together again. */
final class RunLoader {
  private final RunDirectory directory;
  private final RunManifest manifest;
  private final List<String> notes = new ArrayList<>();

  private RunLoader(RunDirectory directory) {
    this.directory = directory;
    this.manifest = RunJson.read(directory.runJson());
  }

  static RunData load(RunDirectory directory) {
    return new RunLoader(directory).load();
  }

  private record Key(Series series, int round) {}

  private RunData load() {
    List<Row> rows = List.of();
    if (isThere(directory.resultsCsv())) {
      ResultsCsv.Contents csv =
          ResultsCsv.read(
              directory.resultsCsv(), OptionalInt.of(manifest.schema()), manifest.isComplete());
      rows = csv.rows();
      notes.addAll(csv.notes());
    }
    List<Round> rounds = rounds(rows);
    return new RunData(withNotes(), inOrder(rows, rounds), rounds);
  }

  /** A run that ended in order has all its files; one that was killed may have none. */
  private boolean isThere(Path file) {
    if (Files.exists(file)) {
      return true;
    }
    if (manifest.isComplete()) {
      throw new BadInputException(file + ": is missing, although the run is complete");
    }
    notes.add(file.getFileName() + " is missing: the run ended before its first round did");
    return false;
  }

  /**
   * The rows as {@link ResultsWriter#finish} leaves them, which it did not if the run was killed.
   */
  private List<Row> inOrder(List<Row> rows, List<Round> rounds) {
    if (manifest.isComplete() || rows.stream().anyMatch(Row::isMerged)) {
      return rows;
    }
    Map<Series, List<Row>> bySeries = new TreeMap<>();
    rows.forEach(row -> bySeries.computeIfAbsent(row.series(), any -> new ArrayList<>()).add(row));
    Map<Series, RoundSum> sums = new HashMap<>();
    for (Round round : rounds) {
      if (Rows.isUsable(round)) {
        sums.computeIfAbsent(round.series(), any -> new RoundSum()).add(round);
      }
    }
    List<Row> inOrder = new ArrayList<>();
    bySeries.forEach(
        (series, own) -> {
          own.sort(Comparator.comparingInt(row -> row.round().orElseThrow()));
          inOrder.addAll(own);
          Optional.ofNullable(sums.get(series))
              .flatMap(RoundSum::round)
              .ifPresent(sum -> inOrder.addAll(Rows.merged(RowContext.of(own.get(0)), sum)));
        });
    return inOrder;
  }

  private List<Round> rounds(List<Row> rows) {
    Map<String, Series> byTag = new HashMap<>();
    Map<Key, Double> throughput = new HashMap<>();
    Map<Key, Fault> faults = new LinkedHashMap<>();
    Map<Key, Map<Count, Long>> counts = new HashMap<>();
    Map<Key, Map<Metric, Double>> reported = new HashMap<>();
    Map<Key, Row> known = new LinkedHashMap<>();
    Set<Series> tagged = new HashSet<>();
    for (Row row : rows) {
      if (tagged.add(row.series())) {
        byTag.put(row.series().tag(), row.series());
      }
      if (row.isMerged()) {
        continue;
      }
      Key key = new Key(row.series(), row.round().getAsInt());
      known.putIfAbsent(key, row);
      if (row.metric() == Metric.THROUGHPUT) {
        throughput.put(key, row.value());
      } else if (row.metric() == Metric.FAILURE) {
        faults.put(key, new Fault(row.warnings(), row.reason()));
      }
      if (row.series().isNative() && row.metric().isLatency()) {
        reported
            .computeIfAbsent(key, one -> new EnumMap<>(Metric.class))
            .put(row.metric(), row.value());
      }
      Count.of(row.metric())
          .ifPresent(
              count ->
                  counts
                      .computeIfAbsent(key, one -> new EnumMap<>(Count.class))
                      .put(count, count.fromUnit(row.value())));
    }
    Map<Key, LazyHistograms> histograms = new LinkedHashMap<>();
    if (isThere(directory.histograms())) {
      notes.addAll(
          HistogramLog.read(
              directory.histograms(),
              manifest.isComplete(),
              entry -> {
                Series series = byTag.get(entry.seriesTag());
                if (series == null || !known.containsKey(new Key(series, entry.round()))) {
                  noRow(entry);
                } else {
                  add(
                      entry,
                      histograms.computeIfAbsent(
                          new Key(series, entry.round()), key -> new LazyHistograms()));
                }
              }));
    }
    known.forEach(
        (key, row) -> {
          boolean hasLatencies =
              histograms.containsKey(key) && histograms.get(key).containsKey(HistogramKind.LATENCY);
          if (!hasLatencies && !faults.containsKey(key) && !key.series().isNative()) {
            noHistogram(key);
          }
        });
    Map<Key, Row> inOrder = new LinkedHashMap<>();
    histograms.keySet().forEach(key -> inOrder.put(key, known.get(key)));
    inOrder.putAll(known);
    return inOrder.keySet().stream()
        // Stable: within a round, the order of the log is that of time.
        .sorted(Comparator.comparingInt(Key::round))
        .map(
            key ->
                new Round(
                    key.series(),
                    key.round(),
                    histograms.containsKey(key) ? histograms.get(key) : Map.of(),
                    new Counts(counts.getOrDefault(key, Map.of())),
                    throughput.getOrDefault(key, Double.NaN),
                    reported.getOrDefault(key, Map.of()),
                    Optional.ofNullable(faults.get(key))))
        .toList();
  }

  /** The file must not change meanwhile, other than by lines that are appended. */
  private void add(HistogramLog.Entry entry, LazyHistograms histograms) {
    Path log = directory.histograms();
    HistogramLog.Place place = entry.place();
    if (!histograms.add(entry.kind(), () -> HistogramLog.read(log, place))) {
      throw new BadInputException(log + ":" + entry.line() + ": the same tag as in a line before");
    }
  }

  private void noRow(HistogramLog.Entry entry) {
    String tag = entry.seriesTag() + ";round=" + entry.round();
    if (manifest.isComplete()) {
      throw new BadInputException(
          directory.histograms() + ":" + entry.line() + ": results.csv has no row of " + tag);
    }
    notes.add(
        "the histogram of " + tag + " was left out: the run ended before its rows were written");
  }

  private void noHistogram(Key key) {
    String tag = HistogramLog.tag(key.series(), key.round(), HistogramKind.LATENCY);
    if (manifest.isComplete()) {
      throw new BadInputException(directory.histograms() + ": has no histogram of " + tag);
    }
    notes.add("histograms.hlog has no histogram of " + tag);
  }

  private RunManifest withNotes() {
    List<String> all = new ArrayList<>(manifest.notes());
    all.addAll(notes);
    return new RunManifest(
        manifest.schema(),
        manifest.run(),
        manifest.plumbline(),
        manifest.status(),
        manifest.statusReason(),
        manifest.started(),
        manifest.ended(),
        manifest.plan(),
        manifest.seed(),
        manifest.roundsCompleted(),
        manifest.git(),
        manifest.environment(),
        manifest.servers(),
        manifest.problems(),
        all,
        manifest.searches());
  }
}
