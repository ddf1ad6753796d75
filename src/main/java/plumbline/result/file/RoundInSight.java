package plumbline.result.file;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import plumbline.result.Row;

/** Holds the rows of a round back until the next one begins: the last may not be whole. */
final class RoundInSight {
  private final Consumer<Row> rows;
  private final List<Row> held = new ArrayList<>();

  RoundInSight(Consumer<Row> rows) {
    this.rows = rows;
  }

  void add(Row row) {
    if (!held.isEmpty()
        && !(held.get(0).round().equals(row.round())
            && held.get(0).series().equals(row.series()))) {
      giveAway();
    }
    held.add(row);
  }

  void giveAway() {
    held.forEach(rows);
    held.clear();
  }

  void drop() {
    held.clear();
  }
}
