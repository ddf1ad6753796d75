package plumbline.history;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import plumbline.problem.BadInputException;
import plumbline.problem.CannotMeasureException;
import plumbline.result.Numbers;
import plumbline.result.file.AtomicFile;
import plumbline.result.file.CsvText;

/**
 * The file of a history, which Apache Otava's CSV importer reads: {@code time,commit,branch}, then
 * a column per benchmark and metric, one row per run, in the order of time. Times are UTC in ISO
 * form, latencies in microseconds, throughput in operations per second. A run that lacks a figure
 * has an empty cell.
 */
public final class HistoryFile {
  static final String TIME = "time";
  static final String COMMIT = "commit";
  static final String BRANCH = "branch";

  /** The columns before the figures. */
  static final List<String> CONDITIONS = List.of(TIME, COMMIT, BRANCH);

  private HistoryFile() {}

  /** What became of a run that was to be added. */
  public enum Added {
    /** It is in the file now. */
    NEW,
    /** It was there before, with the same figures. */
    ALREADY_THERE
  }

  /**
   * Reads a file.
   *
   * @throws BadInputException with file, line and column, if anything is not as documented
   */
  public static History read(Path file) {
    return new HistoryReader(file).read();
  }

  /**
   * Adds a run to a file, which is made if it is not there, and writes Otava's configuration beside
   * it. The same run twice is added once.
   *
   * @throws BadInputException if the file is damaged, or has the run with other figures
   * @throws CannotMeasureException if it cannot be written
   */
  public static Added add(Path file, RunSummary run) {
    History.Entry entry = History.entry(run);
    History history = Files.exists(file) ? read(file) : History.EMPTY;
    int place = history.find(entry);
    if (place >= 0) {
      if (!sameFigures(history.entries().get(place), entry)) {
        throw new BadInputException(
            file
                + ":"
                + (place + 2)
                + ": holds "
                + run.run()
                + " with other figures; remove that line to add the run anew");
      }
      return Added.ALREADY_THERE;
    }
    write(file, history.with(entry));
    return Added.NEW;
  }

  /**
   * Writes a file and Otava's configuration.
   *
   * @throws CannotMeasureException if that is not possible
   */
  public static void write(Path file, History history) {
    AtomicFile.makeFolder(file);
    AtomicFile.write(file, writer -> writer.write(text(history)));
    OtavaConfig.write(file, history);
  }

  /** The text of a file. */
  public static String text(History history) {
    List<String> header = new ArrayList<>(CONDITIONS);
    history.columns().forEach(column -> header.add(column.text()));
    List<List<String>> lines = new ArrayList<>();
    lines.add(header);
    for (History.Entry entry : history.entries()) {
      List<String> cells = new ArrayList<>();
      cells.add(entry.time().toString());
      cells.add(entry.commit());
      cells.add(entry.branch());
      for (Tracked column : history.columns()) {
        Double value = entry.values().get(column);
        cells.add(value == null ? "" : Numbers.plain(value));
      }
      lines.add(cells);
    }
    return CsvText.of(lines);
  }

  /**
   * The runs of one branch: figures of several say nothing about any of them.
   *
   * @param branch the one asked for; if none is, the only one
   * @throws BadInputException if there is no such branch, or there are several and none was asked
   *     for
   */
  public static History choose(Path file, History history, Optional<String> branch) {
    SortedSet<String> branches = history.branches();
    if (branch.isPresent() ? branches.contains(branch.get()) : branches.size() <= 1) {
      return branch.map(history::ofBranch).orElse(history);
    }
    String there = branches.isEmpty() ? "none" : "'" + String.join("', '", branches) + "'";
    throw new BadInputException(
        file
            + branch
                .map(name -> ": has no run of the branch '" + name + "'; there are " + there)
                .orElse(": has runs of several branches; choose one with --branch: " + there));
  }

  /** Compared as they are written. */
  private static boolean sameFigures(History.Entry one, History.Entry other) {
    return one.values().keySet().equals(other.values().keySet())
        && one.values().entrySet().stream()
            .allMatch(
                value ->
                    Numbers.plain(value.getValue())
                        .equals(Numbers.plain(other.values().get(value.getKey()))));
  }
}
