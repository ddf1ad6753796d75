package plumbline.report.page;

import java.util.List;
import java.util.stream.IntStream;
import plumbline.report.page.Table.Cell;
import plumbline.report.page.Table.Column;
import plumbline.report.page.Table.Layout;
import plumbline.report.page.Table.Row;

/** A table in a terminal. Columns are as wide as what they hold; labels get what is left. */
final class TextTable {
  /** Shorter labels would need too many lines. */
  private static final int NARROWEST_LABEL = 12;

  /** Details may lose so many characters before cells are set below each other. */
  private static final int MOST_CUT = 12;

  private final Lines out;
  private final Table table;
  private final String indent;
  private final List<Row> rows;
  private int cut;

  TextTable(Lines out, Table table, String indent) {
    this.out = out;
    this.table = table;
    this.indent = indent;
    this.rows = table.rows().subList(0, Math.min(table.limit().most(), table.rows().size()));
  }

  void write() {
    List<Integer> widths = widths();
    while (table.layout() == Layout.GRID && !fits(widths) && cut < MOST_CUT) {
      cut++;
      widths = widths();
    }
    if (table.rows().isEmpty()) {
      out.wrap(indent, Text.of(table.otherwise()));
    } else if (table.layout() == Layout.STACKED
        || (table.layout() == Layout.GRID && !fits(widths))) {
      stacked();
    } else if (table.layout() == Layout.BLOCKS) {
      blocks(widths);
    } else {
      grid(widths, 1, widths.size());
    }
    TextWriter.rest(indent, table.rows().size() - rows.size(), table.limit(), out);
  }

  private List<Integer> widths() {
    return IntStream.range(0, table.columns().size()).map(this::width).boxed().toList();
  }

  private boolean fits(List<Integer> widths) {
    int columns = widths.stream().skip(1).mapToInt(width -> width + 1).sum();
    return Math.min(NARROWEST_LABEL, widths.get(0)) + columns <= out.width;
  }

  /** From how many characters on a cell of the column loses its detail. */
  private int widest(int column) {
    return table.columns().get(column).widest() - cut;
  }

  /** What a column holds at most. */
  private int width(int column) {
    int widest = Lines.longest(column == 0 ? table.head() : table.columns().get(column).title());
    for (Row row : rows) {
      widest = Math.max(widest, column == 0 ? labelled(row.label()) : width(row, column));
    }
    // A sign stands in the gap to the next column.
    return column > 1 && rows.stream().anyMatch(row -> isSigned(row, column - 1))
        ? widest + 1
        : widest;
  }

  private static boolean isSigned(Row row, int column) {
    return column - 1 < row.cells().size() && !row.cells().get(column - 1).sign().isEmpty();
  }

  private int labelled(Text label) {
    return 2 * table.groups().size() + Lines.length(label);
  }

  private int width(Row row, int column) {
    Column head = table.columns().get(column);
    int widest = 0;
    for (Table.Below below : row.below()) {
      widest = Math.max(widest, Lines.length(below.cells().getOrDefault(head.title(), Text.EMPTY)));
    }
    Cell cell = column - 1 < row.cells().size() ? row.cells().get(column - 1) : Cell.of();
    if (cell.span() == 1) {
      for (Text line : cell.lines(Format.TEXT, widest(column))) {
        widest = Math.max(widest, Lines.length(line));
      }
    }
    return widest;
  }

  private void blocks(List<Integer> widths) {
    int from = 1;
    while (from < widths.size()) {
      int to = from + 1;
      int used = widths.get(0) + widths.get(from) + 2;
      while (to < widths.size() && used + widths.get(to) + 2 <= out.width) {
        used += widths.get(to++) + 2;
      }
      if (from > 1) {
        out.gap();
      }
      grid(widths, from, to);
      from = to;
    }
  }

  /** The columns from one to before another. */
  private void grid(List<Integer> widths, int from, int to) {
    new TextGrid(out, table, widths, from, to, cut).write(rows);
  }

  private void stacked() {
    boolean silent = true;
    int widest = 0;
    for (Column column : table.columns().subList(1, table.columns().size())) {
      widest = Math.max(widest, Lines.length(column.title()));
    }
    for (Row row : rows) {
      List<Cell> cells = row.cells();
      if (cells.stream().allMatch(cell -> cell.lines(Format.TEXT, out.width).isEmpty())) {
        continue;
      }
      silent = false;
      String lead = indent;
      for (Text group : row.groups()) {
        out.wrap(lead, group);
        lead += "  ";
      }
      out.wrap(lead, row.label());
      for (int i = 0; i < cells.size(); i++) {
        List<Text> lines = cells.get(i).lines(Format.TEXT, out.width);
        String title = table.columns().get(i + 1).title();
        if (!lines.isEmpty()) {
          out.wrap(
              lead + "  " + title + " ".repeat(widest - Lines.length(title) + 2), joined(lines));
        }
      }
    }
    if (silent) {
      out.wrap(indent, Text.of(table.otherwise()));
    }
  }

  private static Text joined(List<Text> lines) {
    Text joined = lines.get(0);
    for (Text line : lines.subList(1, lines.size())) {
      joined = joined.plus("; ").plus(line);
    }
    return joined;
  }
}
