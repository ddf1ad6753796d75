package plumbline.result;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.HdrHistogram.Histogram;
import plumbline.problem.BadInputException;

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
          ResultsCsv.read(directory.resultsCsv(), OptionalInt.of(manifest.schema()));
      rows = csv.rows();
      notes.addAll(csv.notes());
    }
    List<HistogramLog.Entry> entries = List.of();
    if (isThere(directory.histograms())) {
      HistogramLog.Contents log = HistogramLog.read(directory.histograms(), manifest.isComplete());
      entries = log.entries();
      notes.addAll(log.notes());
    }
    List<Round> rounds = rounds(rows, entries);
    return new RunData(withNotes(), rows, rounds);
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

  private List<Round> rounds(List<Row> rows, List<HistogramLog.Entry> entries) {
    Map<String, Series> byTag = new HashMap<>();
    Map<Key, Double> throughput = new HashMap<>();
    Map<Key, Fault> faults = new LinkedHashMap<>();
    Map<Key, Map<Count, Long>> counts = new HashMap<>();
    Map<Key, Map<Metric, Double>> reported = new HashMap<>();
    Map<Key, Row> known = new LinkedHashMap<>();
    for (Row row : rows) {
      byTag.put(row.series().tag(), row.series());
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
    Map<Key, Map<HistogramKind, Histogram>> histograms = new LinkedHashMap<>();
    for (HistogramLog.Entry entry : entries) {
      Series series = byTag.get(entry.seriesTag());
      if (series == null || !known.containsKey(new Key(series, entry.round()))) {
        noRow(entry);
        continue;
      }
      Map<HistogramKind, Histogram> kinds =
          histograms.computeIfAbsent(
              new Key(series, entry.round()), key -> new EnumMap<>(HistogramKind.class));
      if (kinds.putIfAbsent(entry.kind(), entry.histogram()) != null) {
        throw new BadInputException(
            directory.histograms() + ":" + entry.line() + ": the same tag as in a line before");
      }
    }
    known.forEach(
        (key, row) -> {
          boolean hasLatencies =
              histograms.getOrDefault(key, Map.of()).containsKey(HistogramKind.LATENCY);
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
                    histograms.getOrDefault(key, Map.of()),
                    new Counts(counts.getOrDefault(key, Map.of())),
                    throughput.getOrDefault(key, Double.NaN),
                    reported.getOrDefault(key, Map.of()),
                    Optional.ofNullable(faults.get(key))))
        .toList();
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
