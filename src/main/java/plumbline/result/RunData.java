package plumbline.result;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.HdrHistogram.Histogram;

/**
 * Everything that was measured in a run, as read back from its directory. Reports and verdicts are
 * made from this alone. Rows are sorted into series once, since reports ask for every cell.
 */
public final class RunData {
  private final RunManifest manifest;
  private final List<Row> rows;
  private final List<Round> rounds;
  private final TreeMap<Series, OfSeries> bySeries = new TreeMap<>();

  /** What there is of one series. */
  private static final class OfSeries {
    private final List<Row> rows = new ArrayList<>();
    private final Map<Metric, List<Row>> byRound = new EnumMap<>(Metric.class);
    private final Map<Metric, Row> merged = new EnumMap<>(Metric.class);
    private final List<Round> rounds = new ArrayList<>();

    private void add(Row row) {
      rows.add(row);
      if (row.isMerged()) {
        merged.putIfAbsent(row.metric(), row);
      } else {
        byRound.computeIfAbsent(row.metric(), metric -> new ArrayList<>()).add(row);
      }
    }
  }

  /**
   * Puts a run together.
   *
   * @param manifest the contents of run.json
   * @param rows the rows of results.csv, in the order of the file
   * @param rounds every round, in the order of time; of a run that was read, histograms are read
   *     from its directory when they are asked for
   */
  public RunData(RunManifest manifest, List<Row> rows, List<Round> rounds) {
    this.manifest = manifest;
    this.rows = List.copyOf(rows);
    this.rounds = List.copyOf(rounds);
    index();
  }

  // Most rows are of the series of the row before, and of the very same object.
  @SuppressWarnings("ReferenceEquality")
  private void index() {
    Series last = null;
    OfSeries ofLast = null;
    for (Row row : rows) {
      if (ofLast == null || row.series() != last) {
        last = row.series();
        ofLast = bySeries.computeIfAbsent(last, unknown -> new OfSeries());
      }
      ofLast.add(row);
    }
    for (Round round : rounds) {
      bySeries.computeIfAbsent(round.series(), unknown -> new OfSeries()).rounds.add(round);
    }
  }

  private OfSeries of(Series series) {
    OfSeries found = bySeries.get(series);
    return found == null ? new OfSeries() : found;
  }

  /** The contents of run.json. */
  public RunManifest manifest() {
    return manifest;
  }

  /** The rows of results.csv, in the order of the file. */
  public List<Row> rows() {
    return rows;
  }

  /** Every round, in the order of time. */
  public List<Round> rounds() {
    return rounds;
  }

  /** System and operation of a series in prose. */
  public String nameOf(Series series) {
    return manifest.facts(series.system()).nameOf(series);
  }

  /** The series that have any row, sorted. */
  public SortedSet<Series> series() {
    SortedSet<Series> series = new TreeSet<>();
    bySeries.forEach(
        (one, of) -> {
          if (!of.rows.isEmpty()) {
            series.add(one);
          }
        });
    return series;
  }

  /** The rows of one series, in the order of the file. */
  public List<Row> rows(Series series) {
    return Collections.unmodifiableList(of(series).rows);
  }

  /** What an acknowledgement promises; empty where the benchmark does not ask for it. */
  public Optional<Promise> promise(Series series) {
    return of(series).rows.stream().findFirst().flatMap(row -> row.subject().promise());
  }

  /** The rows of one series and metric, one per round, without the merged one. */
  public List<Row> roundRows(Series series, Metric metric) {
    return Collections.unmodifiableList(of(series).byRound.getOrDefault(metric, List.of()));
  }

  /** The row of all rounds merged, if there is one. */
  public Optional<Row> mergedRow(Series series, Metric metric) {
    return Optional.ofNullable(of(series).merged.get(metric));
  }

  /** The figure of all rounds merged, if there are enough samples for it. */
  public OptionalDouble merged(Series series, Metric metric) {
    Row row = of(series).merged.get(metric);
    return row == null ? OptionalDouble.empty() : OptionalDouble.of(row.value());
  }

  /** The rounds of one series, in the order of their numbers. */
  public List<Round> rounds(Series series) {
    return Collections.unmodifiableList(of(series).rounds);
  }

  /** The latencies of all valid rounds of a series in one histogram; empty if there are none. */
  public Optional<Histogram> mergedLatencies(Series series) {
    return Histograms.merge(
        rounds(series).stream()
            .filter(Round::isValid)
            .flatMap(round -> round.latencies().stream()));
  }
}
