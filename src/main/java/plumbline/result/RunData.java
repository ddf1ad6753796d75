package plumbline.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import org.HdrHistogram.Histogram;

/**
 * Everything that was measured in a run, as read back from its directory. Reports and verdicts are
 * made from this alone.
 *
 * @param manifest the contents of run.json
 * @param rows the rows of results.csv, in the order of the file
 * @param rounds every round, in the order of time; of a run that was read, histograms are read from
 *     its directory when they are asked for
 */
public record RunData(RunManifest manifest, List<Row> rows, List<Round> rounds) {

  public RunData {
    rows = List.copyOf(rows);
    rounds = List.copyOf(rounds);
  }

  /** System and operation of a series in prose. */
  public String nameOf(Series series) {
    return manifest.facts(series.system()).nameOf(series);
  }

  /** The series that have any row, sorted. */
  public SortedSet<Series> series() {
    SortedSet<Series> series = new TreeSet<>();
    rows.forEach(row -> series.add(row.series()));
    return series;
  }

  /** What an acknowledgement promises; empty where the benchmark does not ask for it. */
  public Optional<Promise> promise(Series series) {
    return rows.stream()
        .filter(row -> row.series().equals(series))
        .findFirst()
        .flatMap(Row::promise);
  }

  /** The rows of one series and metric, one per round, without the merged one. */
  public List<Row> roundRows(Series series, Metric metric) {
    List<Row> found = new ArrayList<>();
    for (Row row : rows) {
      if (row.metric() == metric && !row.isMerged() && row.series().equals(series)) {
        found.add(row);
      }
    }
    return found;
  }

  /** The figure of all rounds merged, if there are enough samples for it. */
  public OptionalDouble merged(Series series, Metric metric) {
    return rows.stream()
        .filter(row -> row.metric() == metric && row.isMerged() && row.series().equals(series))
        .mapToDouble(Row::value)
        .findFirst();
  }

  /** The rounds of one series, in the order of their numbers. */
  public List<Round> rounds(Series series) {
    return rounds.stream().filter(round -> round.series().equals(series)).toList();
  }

  /** The latencies of all valid rounds of a series in one histogram; empty if there are none. */
  public Optional<Histogram> mergedLatencies(Series series) {
    return Histograms.merge(
        rounds(series).stream()
            .filter(Round::isValid)
            .flatMap(round -> round.latencies().stream()));
  }
}
