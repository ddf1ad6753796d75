package plumbline.result.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import plumbline.problem.BadInputException;
import plumbline.result.Count;
import plumbline.result.Counts;
import plumbline.result.Fault;
import plumbline.result.HistogramKind;
import plumbline.result.LazyHistograms;
import plumbline.result.Metric;
import plumbline.result.Round;
import plumbline.result.Row;
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
    this.manifest = RunDirectory.manifest(directory.runJson());
  }

  static RunData load(RunDirectory directory) {
    return new RunLoader(directory).load();
  }

  private record Key(Series series, int round) {}

  private RunData load() {
    List<Row> rows = new ArrayList<>();
    if (isThere(directory.resultsCsv())) {
      notes.addAll(
          ResultsCsv.read(
              directory.resultsCsv(),
              OptionalInt.of(manifest.schema()),
              manifest.isComplete(),
              rows::add));
    }
    List<Round> rounds = rounds(rows);
    // A run that was killed did not put its rows in order.
    boolean inOrder = manifest.isComplete() || rows.stream().anyMatch(Row::isMerged);
    notes.addAll(0, manifest.notes());
    return new RunData(
        manifest.with(manifest.problems(), notes, manifest.searches()),
        inOrder ? rows : Rows.inOrder(rows, rounds),
        rounds);
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

  private List<Round> rounds(List<Row> rows) {
    Map<Key, List<Row>> known = new LinkedHashMap<>();
    for (Row row : rows) {
      if (!row.isMerged()) {
        Key key = new Key(row.series(), row.round().getAsInt());
        known.computeIfAbsent(key, one -> new ArrayList<>()).add(row);
      }
    }
    Map<Key, LazyHistograms> histograms = histograms(known.keySet());
    Set<Key> inOrder = new LinkedHashSet<>(histograms.keySet());
    inOrder.addAll(known.keySet());
    return inOrder.stream()
        // Stable: within a round, the order of the log is that of time.
        .sorted(Comparator.comparingInt(Key::round))
        .map(key -> round(key, known.get(key), histograms.getOrDefault(key, new LazyHistograms())))
        .toList();
  }

  private Map<Key, LazyHistograms> histograms(Set<Key> known) {
    Map<Key, LazyHistograms> histograms = new LinkedHashMap<>();
    if (!isThere(directory.histograms())) {
      return histograms;
    }
    Map<String, Series> byTag = new HashMap<>();
    known.forEach(key -> byTag.put(key.series().tag(), key.series()));
    notes.addAll(
        HistogramLog.read(
            directory.histograms(),
            manifest.isComplete(),
            entry -> {
              Key key = new Key(byTag.get(entry.seriesTag()), entry.round());
              if (known.contains(key)) {
                add(entry, histograms.computeIfAbsent(key, one -> new LazyHistograms()));
              } else {
                noRow(entry);
              }
            }));
    return histograms;
  }

  private Round round(Key key, List<Row> rows, LazyHistograms histograms) {
    double throughput = Double.NaN;
    Optional<Fault> fault = Optional.empty();
    Map<Count, Long> counts = new EnumMap<>(Count.class);
    Map<Metric, Double> reported = new EnumMap<>(Metric.class);
    for (Row row : rows) {
      Count.of(row.metric()).ifPresent(count -> counts.put(count, count.fromUnit(row.value())));
      if (row.metric() == Metric.THROUGHPUT) {
        throughput = row.value();
      } else if (row.metric() == Metric.FAILURE) {
        fault = Optional.of(new Fault(row.warnings(), row.reason()));
      } else if (row.metric().isLatency() && key.series().isNative()) {
        reported.put(row.metric(), row.value());
      }
    }
    if (!histograms.containsKey(HistogramKind.LATENCY)
        && fault.isEmpty()
        && !key.series().isNative()) {
      noHistogram(key);
    }
    return new Round(
        key.series(), key.round(), histograms, new Counts(counts), throughput, reported, fault);
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
}
