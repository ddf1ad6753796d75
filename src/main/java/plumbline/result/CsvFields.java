package plumbline.result;

import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

  private final Path path;
  private final Map<CsvColumn, Integer> positions = new EnumMap<>(CsvColumn.class);
  private final Map<List<String>, Series> series = new HashMap<>();
  private final Map<String, Instant> starts = new HashMap<>();
  private List<String> lastIdentity = List.of();
  private Series lastSeries;

  CsvFields(Path path) {
    this.path = path;
  }

  Path path() {
    return path;
  }

  /** Tells the position of each column. */
  void header(Map<CsvColumn, Integer> byColumn) {
    positions.putAll(byColumn);
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
