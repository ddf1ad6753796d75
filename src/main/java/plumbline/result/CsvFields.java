package plumbline.result;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the fields of a file are, and those that were parsed before: thousands of rows have the
 * same series and the same start.
 */
final class CsvFields {
  private final Path path;
  private Map<CsvColumn, Integer> positions = Map.of();
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
    positions = byColumn;
  }

  int position(CsvColumn column) {
    return positions.get(column);
  }

  Series series(CsvRow row) {
    List<String> identity =
        List.of(
            row.text(CsvColumn.BENCHMARK),
            row.text(CsvColumn.PARAMS),
            row.text(CsvColumn.SYSTEM),
            row.text(CsvColumn.OPERATION),
            row.text(CsvColumn.LOAD),
            row.text(CsvColumn.IN_FLIGHT),
            row.text(CsvColumn.TARGET_RATE),
            row.text(CsvColumn.PAYLOAD));
    if (!identity.equals(lastIdentity)) {
      lastSeries = series.computeIfAbsent(identity, unknown -> row.series());
      lastIdentity = identity;
    }
    return lastSeries;
  }

  Instant started(CsvRow row) {
    return starts.computeIfAbsent(row.text(CsvColumn.STARTED), unknown -> row.started());
  }
}
