package plumbline.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Runs one after the other, each in one figure per benchmark and metric.
 *
 * @param columns what is followed, in the order of the file; a run may lack some
 * @param entries the runs in the order of time
 */
public record History(List<Tracked> columns, List<Entry> entries) {

  public History {
    columns = List.copyOf(columns);
    entries = List.copyOf(entries);
  }

  /** A history without a run. */
  public static final History EMPTY = new History(List.of(), List.of());

  /**
   * A run.
   *
   * @param time when it started, in whole milliseconds
   * @param commit what was measured; may be empty
   * @param branch may be empty
   * @param values by column, in the unit of the metric; a column may be missing
   */
  public record Entry(Instant time, String commit, String branch, Map<Tracked, Double> values) {
    public Entry {
      values = Map.copyOf(values);
    }

    /** Whether this is the same run: none starts in the same millisecond of the same branch. */
    boolean isSameRunAs(Entry other) {
      return time.equals(other.time) && commit.equals(other.commit) && branch.equals(other.branch);
    }
  }

  /** A history of one run. */
  public static History of(RunSummary run) {
    return EMPTY.with(entry(run));
  }

  /** A run as an entry. */
  static Entry entry(RunSummary run) {
    Map<Tracked, Double> values = new HashMap<>();
    run.figures().forEach((column, figure) -> values.put(column, figure.median()));
    return new Entry(run.started(), run.commit(), run.branch(), values);
  }

  /** The place of the same run, from 0; -1 if it is not here. */
  public int find(Entry entry) {
    return IntStream.range(0, entries.size())
        .filter(i -> entries.get(i).isSameRunAs(entry))
        .findFirst()
        .orElse(-1);
  }

  /** With one more run at its place in time; columns that are new come last. */
  public History with(Entry entry) {
    Set<Tracked> wider = new LinkedHashSet<>(columns);
    wider.addAll(new TreeSet<>(entry.values().keySet()));
    List<Entry> more = new ArrayList<>(entries);
    int place = more.size();
    while (place > 0 && more.get(place - 1).time().isAfter(entry.time())) {
      place--;
    }
    more.add(place, entry);
    return new History(List.copyOf(wider), more);
  }

  /** The branches that occur, sorted. */
  public SortedSet<String> branches() {
    SortedSet<String> branches = new TreeSet<>();
    entries.forEach(entry -> branches.add(entry.branch()));
    return branches;
  }

  /** The runs of one branch. */
  public History ofBranch(String branch) {
    return new History(
        columns, entries.stream().filter(entry -> entry.branch().equals(branch)).toList());
  }

  /** The last runs, at most so many. */
  public History last(int count) {
    int size = entries.size();
    return new History(columns, entries.subList(Math.max(0, size - count), size));
  }

  /**
   * From which run on a column has no gap: 0 if it has none at all, and the number of runs if the
   * last one lacks it.
   */
  int fullFrom(Tracked column) {
    int from = entries.size();
    while (from > 0 && entries.get(from - 1).values().containsKey(column)) {
      from--;
    }
    return from;
  }
}
