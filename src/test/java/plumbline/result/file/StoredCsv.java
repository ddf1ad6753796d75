package plumbline.result.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import plumbline.result.Row;

/** What was read of a {@code results.csv}: its rows, and what was ignored. */
record StoredCsv(List<Row> rows, List<String> notes) {

  /** A file alone, of a run that ended in order. */
  static StoredCsv read(Path file) {
    return read(file, OptionalInt.empty(), true);
  }

  static StoredCsv read(Path file, OptionalInt schema, boolean complete) {
    List<Row> rows = new ArrayList<>();
    List<String> notes = ResultsCsv.read(file, schema, complete, rows::add);
    return new StoredCsv(rows, notes);
  }
}
