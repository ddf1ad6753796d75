package plumbline.result.file;

import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plumbline.result.Row;
import plumbline.result.Series;

/**
 * Where the fields of a file are, and those that were parsed before: thousands of rows have the
 * same series and the same start.
 */
final class CsvFields {
  /** What a series is made of. */
  private static final List<CsvColumn> IDENTITY =
      List.of(
          CsvColumn.PARAMS,
          CsvColumn.BENCHMARK,
          CsvColumn.SYSTEM,
          CsvColumn.OPERATION,
          CsvColumn.LOAD,
          CsvColumn.IN_FLIGHT,
          CsvColumn.TARGET_RATE,
          CsvColumn.PAYLOAD);

  /** What differs from row to row of one series and round. */
  private static final Set<CsvColumn> OF_A_FIGURE =
      EnumSet.of(
          CsvColumn.ROUND,
          CsvColumn.METRIC,
          CsvColumn.VALUE,
          CsvColumn.UNIT,
          CsvColumn.SAMPLES,
          CsvColumn.VALID,
          CsvColumn.WARNINGS,
          CsvColumn.REASON);

  private final Path path;
  private long conditions;
  private boolean comparable = true;
  private Row before;
  private final Map<CsvColumn, Integer> positions = new EnumMap<>(CsvColumn.class);
  private final Map<List<String>, Series> series = new HashMap<>();
  private final Map<String, Instant> starts = new HashMap<>();
  private List<String> lastIdentity = List.of();
  private Series lastSeries;

  CsvFields(Path path) {
    this.path = path;
  }

  /** The row of the line before; null if there is none. */
  Row before() {
    return before;
  }

  /** Remembers the row of a line. */
  void parsed(Row row) {
    before = row;
  }

  /** The line was not parsed, so the next one cannot be taken for one like it. */
  void skipped() {
    before = null;
  }

  /** Whether a line has all conditions and the series of the line before. */
  boolean isLikeBefore(CsvLine line) {
    return comparable && before != null && (line.same() & conditions) == conditions;
  }

  Path path() {
    return path;
  }

  /** Tells the position of each column. */
  void header(Map<CsvColumn, Integer> byColumn) {
    positions.putAll(byColumn);
    byColumn.forEach(
        (column, position) -> {
          if (!OF_A_FIGURE.contains(column)) {
            // A column that has no bit is never the same.
            conditions |= position < Long.SIZE ? 1L << position : 0;
            comparable &= position < Long.SIZE;
          }
        });
  }

  /** Whether the file is of the schema 1 or 2, whose warnings are sentences. */
  boolean isOld() {
    return !positions.containsKey(CsvColumn.WARNINGS);
  }

  int position(CsvColumn column) {
    return positions.get(column);
  }

  Series series(CsvRow row) {
    if (!isLast(row)) {
      lastIdentity = IDENTITY.stream().map(row::text).toList();
      lastSeries = series.computeIfAbsent(lastIdentity, unknown -> row.series());
    }
    return lastSeries;
  }

  /** Runs for every row of millions. */
  private boolean isLast(CsvRow row) {
    if (lastIdentity.isEmpty()) {
      return false;
    }
    for (int i = 0; i < lastIdentity.size(); i++) {
      if (!lastIdentity.get(i).equals(row.text(IDENTITY.get(i)))) {
        return false;
      }
    }
    return true;
  }

  Instant started(CsvRow row) {
    return starts.computeIfAbsent(row.text(CsvColumn.STARTED), unknown -> row.started());
  }
}
