package plumbline.report.run;

import java.util.ArrayList;
import java.util.List;
import plumbline.report.PromiseTable;
import plumbline.report.page.Block.Paragraph;
import plumbline.report.page.Block.Section;
import plumbline.report.page.Table;
import plumbline.report.page.Table.Cell;
import plumbline.report.page.Table.Column;
import plumbline.report.page.Table.Layout;
import plumbline.report.page.Table.Row;
import plumbline.report.page.Text;

/** Systems at the same promise, below each other, so that their figures can be compared. */
final class PromiseSection {
  private static final String METHOD =
      "p50 and p99 over all valid rounds, and how many rounds were valid. A promise is that of the"
          + " server that acknowledges a write, by its configuration.";

  private PromiseSection() {}

  static Section of(PromiseTable table) {
    List<Row> rows = new ArrayList<>();
    for (PromiseTable.Group group : table.groups()) {
      for (PromiseTable.Line line : group.lines()) {
        List<Text> groups = List.of(Text.of(group.promise()), Text.of(line.kind()));
        for (int i = 0; i < line.cells().size(); i++) {
          rows.addAll(rows(groups, table.systems().get(i), line.cells().get(i)));
        }
      }
    }
    return Section.of(
        "promises",
        "At the same promise",
        Paragraph.faint(METHOD),
        Table.of(
            Layout.GRID,
            List.of("Promise", "kind"),
            List.of(
                Column.words("operation"),
                Column.figures("p50"),
                Column.figures("p99"),
                Column.figures("rounds")),
            rows,
            ""),
        RunPage.entries(table.notes()));
  }

  private static List<Row> rows(List<Text> groups, String system, PromiseTable.Cell cell) {
    if (cell.figures().isEmpty()) {
      return List.of(new Row(groups, Text.of(system + " " + cell.absence()), List.of()));
    }
    return cell.figures().stream()
        .map(
            one ->
                new Row(
                    groups,
                    Text.of(system + " " + one.operation()),
                    List.of(Cell.of(one.p50()), Cell.of(one.p99()), Cell.of(one.rounds()))))
        .toList();
  }
}
