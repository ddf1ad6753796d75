package plumbline.history;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import plumbline.problem.BadInputException;
import plumbline.result.file.CsvFile;
import plumbline.result.file.CsvLine;

/** Reads a history and says of what is wrong in it where it is and what would be right. */
final class HistoryReader {
  private static final Pattern PLAIN = Pattern.compile("[-+.0-9eE]+");

  private final Path file;
  private List<Tracked> columns = List.of();

  HistoryReader(Path file) {
    this.file = file;
  }

  History read() {
    if (!Files.exists(file)) {
      throw new BadInputException(file + ": no such file; `history add RUN --to` makes one");
    }
    try (CsvFile csv = CsvFile.open(file)) {
      Optional<CsvLine> header = csv.next().filter(line -> !line.isBlank());
      if (header.isEmpty()) {
        throw bad(1, "the file is empty; a history begins with " + conditions());
      }
      header(header.get().fields());
      return new History(columns, entries(csv));
    }
  }

  private List<History.Entry> entries(CsvFile csv) {
    List<History.Entry> entries = new ArrayList<>();
    Map<List<Object>, Long> seen = new HashMap<>();
    for (Optional<CsvLine> next = csv.next(); next.isPresent(); next = csv.next()) {
      long line = next.get().number();
      List<String> record = next.get().fields();
      int width = HistoryFile.CONDITIONS.size() + columns.size();
      if (record.size() != width) {
        throw bad(
            line,
            record.size()
                + (record.size() == 1 ? " field" : " fields")
                + ", but the header has "
                + width);
      }
      History.Entry entry = entry(record, line);
      Long before = seen.putIfAbsent(List.of(entry.time(), entry.commit(), entry.branch()), line);
      if (before != null) {
        throw bad(line, "the same run as in line " + before);
      }
      if (!entries.isEmpty() && entries.get(entries.size() - 1).time().isAfter(entry.time())) {
        throw bad(
            line,
            HistoryFile.TIME + ": " + entry.time() + " is before the line above; sort by time");
      }
      entries.add(entry);
    }
    return entries;
  }

  private void header(List<String> record) {
    List<String> names = record.stream().map(String::strip).toList();
    int conditions = HistoryFile.CONDITIONS.size();
    if (names.size() < conditions || !names.subList(0, conditions).equals(HistoryFile.CONDITIONS)) {
      throw bad(1, "the header does not begin with " + conditions());
    }
    Set<Tracked> found = new LinkedHashSet<>();
    for (int i = conditions; i < names.size(); i++) {
      Tracked column;
      try {
        column = Tracked.parse(names.get(i));
      } catch (IllegalArgumentException e) {
        throw bad(1, "column " + (i + 1) + ": '" + names.get(i) + "' " + e.getMessage());
      }
      if (!found.add(column)) {
        throw bad(1, "column " + (i + 1) + ": " + column.text() + " is there twice");
      }
    }
    columns = List.copyOf(found);
  }

  private History.Entry entry(List<String> record, long line) {
    Map<Tracked, Double> values = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      String cell = record.get(HistoryFile.CONDITIONS.size() + i).strip();
      if (!cell.isEmpty()) {
        values.put(columns.get(i), number(cell, columns.get(i), line));
      }
    }
    return new History.Entry(
        time(record.get(0).strip(), line), record.get(1), record.get(2), values);
  }

  private Instant time(String text, long line) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      String wanted = "' is not a UTC time such as 2026-01-31T12:00:00Z";
      throw bad(line, HistoryFile.TIME + ": '" + text + wanted);
    }
  }

  private double number(String text, Tracked column, long line) {
    String cell = column.text() + ": '" + text + "'";
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw bad(line, cell + " is not a number");
    }
    // Java also takes 5d and 0x1p3.
    if (!Double.isFinite(value) || value < 0 || !PLAIN.matcher(text).matches()) {
      throw bad(line, cell + " is not a finite number of 0 or more");
    }
    return value;
  }

  private static String conditions() {
    return String.join(",", HistoryFile.CONDITIONS);
  }

  private BadInputException bad(long line, String what) {
    return new BadInputException(file + ":" + line + ": " + what);
  }
}
