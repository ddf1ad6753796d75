package plumbline.report.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private final List<Row> rows;

  /** How far groups set labels in. */
  private final int lead;

  private int cut;
  private List<Integer> widths;

  // Of the columns that stand beside each other.
  private int gap;
  private int label;

  TextTable(Lines out, Table table, List<Row> rows) {
    this.out = out;
    this.table = table;
    this.rows = rows;
    this.lead = 2 * table.groups().size();
    this.widths = widths();
    while (table.layout() == Layout.GRID && !fits() && cut < MOST_CUT) {
      cut++;
      widths = widths();
    }
  }

  /** Whether all columns can stand beside each other. */
  boolean fits() {
    int columns = widths.stream().skip(1).mapToInt(width -> width + 1).sum();
    return Math.min(NARROWEST_LABEL, widths.get(0)) + columns <= out.width;
  }

  /** All columns beside each other, or as many as there is room for and the others below. */
  void write() {
    int from = 1;
    while (from < widths.size()) {
      int to = from + 1;
      int used = widths.get(0) + widths.get(from) + 2;
      while (to < widths.size()
          && (table.layout() == Layout.GRID || used + widths.get(to) + 2 <= out.width)) {
        used += widths.get(to++) + 2;
      }
      if (from > 1) {
        out.gap();
      }
      grid(from, to);
      from = to;
    }
  }

  private List<Integer> widths() {
    return IntStream.range(0, table.columns().size()).map(this::width).boxed().toList();
  }

  /** From how many characters on a cell of the column loses its detail. */
  private int widest(int column) {
    return table.columns().get(column).widest() - cut;
  }

  /** What a column holds at most. */
  private int width(int column) {
    int widest = Lines.longest(column == 0 ? table.head() : table.columns().get(column).title());
    for (Row row : rows) {
      int width = column == 0 ? lead + Lines.length(row.label()) : width(row, column);
      widest = Math.max(widest, width);
    }
    // A sign stands in the gap to the next column.
    boolean isSigned =
        column > 1 && rows.stream().anyMatch(row -> !cell(row, column - 1).sign().isEmpty());
    return isSigned ? widest + 1 : widest;
  }

  private static Cell cell(Row row, int column) {
    return column - 1 < row.cells().size() ? row.cells().get(column - 1) : Cell.of();
  }

  private int width(Row row, int column) {
    String title = table.columns().get(column).title();
    int widest =
        row.below().stream()
            .mapToInt(below -> Lines.length(below.cells().getOrDefault(title, Text.EMPTY)))
            .max()
            .orElse(0);
    Cell cell = cell(row, column);
    return cell.span() > 1
        ? widest
        : cell.lines(Format.TEXT, widest(column)).stream()
            .mapToInt(Lines::length)
            .reduce(widest, Math::max);
  }

  /** The columns from one to before another. */
  private void grid(int from, int to) {
    int all = widths.subList(from, to).stream().mapToInt(Integer::intValue).sum();
    gap = widths.get(0) + all + 2 * (to - from) <= out.width ? 2 : 1;
    label = Math.min(widths.get(0), out.width - all - gap * (to - from));
    List<Column> columns = table.columns().subList(from, to);
    row(
        from,
        0,
        Text.of(table.head(), Tone.STRONG),
        columns.stream().map(column -> Cell.of(Text.lines(column.title(), Tone.STRONG))).toList());
    out.line(out.styled("-".repeat(label + all + gap * (to - from)), Tone.FAINT));
    List<Text> groups = List.of();
    for (Row row : rows) {
      List<Cell> cells = row.cells().subList(from - 1, Math.min(to - 1, row.cells().size()));
      if (table.layout() == Layout.BLOCKS && cells.stream().allMatch(Cell.NONE::equals)) {
        continue;
      }
      // What a row does not share with the one before.
      for (int i = 0; i < row.groups().size(); i++) {
        List<Text> outer = groups.subList(0, Math.min(i + 1, groups.size()));
        if (!row.groups().subList(0, i + 1).equals(outer)) {
          out.wrap("  ".repeat(i), row.groups().get(i));
        }
      }
      groups = row.groups();
      row(from, lead, row.label(), cells);
      row.below().forEach(below -> below(below, from, columns));
    }
  }

  /** Cells below those of a row; what no column has stands in a line of its own. */
  private void below(Table.Below below, int from, List<Column> columns) {
    Map<String, Text> others = new HashMap<>(below.cells());
    List<Cell> cells =
        columns.stream()
            .map(column -> others.remove(column.title()))
            .map(text -> text == null ? Cell.of() : Cell.of(text))
            .toList();
    if (others.size() < below.cells().size()) {
      row(from, lead, Text.of(below.label()), cells);
    }
    below
        .cells()
        .forEach(
            (title, text) -> {
              if (others.containsKey(title)) {
                Text other = Text.of(below.label() + ": " + title + " ").plus(text);
                out.wrap(" ".repeat(lead), other);
              }
            });
  }

  private void row(int from, int indent, Text text, List<Cell> cells) {
    int height = 1;
    for (int i = 0; i < cells.size(); i++) {
      height = Math.max(height, cells.get(i).lines(Format.TEXT, widest(from + i)).size());
    }
    for (int i = 0; i < height; i++) {
      labelled(indent, i == 0 ? text : Text.EMPTY, line(from, cells, i));
    }
  }

  /** A label that reaches into what its first cells hold gets a line of its own. */
  private void labelled(int indent, Text text, String line) {
    int used = indent + Lines.length(text);
    int free = line.length() - line.stripLeading().length();
    String before = " ".repeat(indent);
    if (used > label && used >= label + free) {
      out.wrap(before, text);
      out.line(" ".repeat(label) + line);
    } else {
      String rest = used > label ? line.substring(used - label) : " ".repeat(label - used) + line;
      out.line(before + out.styled(text) + rest);
    }
  }

  private String line(int from, List<Cell> cells, int number) {
    StringBuilder line = new StringBuilder();
    int column = from;
    int taken = 0;
    for (Cell cell : cells) {
      Column head = table.columns().get(column);
      List<Text> lines = cell.lines(Format.TEXT, widest(column));
      Text text = number < lines.size() ? lines.get(number) : Text.EMPTY;
      int room = gap * (cell.span() - 1);
      for (int width : widths.subList(column, column + cell.span())) {
        room += width;
      }
      String pad = " ".repeat(Math.max(0, room - Lines.length(text)));
      // Details differ in length: beside them figures are aligned at their beginning.
      boolean isRight = head.isNumber() && cell.span() == 1 && head.widest() == Integer.MAX_VALUE;
      line.append(" ".repeat(gap - taken));
      line.append(isRight ? pad + out.styled(text) : out.styled(text) + pad);
      // A sign stands in the gap.
      taken = number == 0 ? cell.sign().length() : 0;
      line.append(number == 0 ? cell.sign() : "");
      column += cell.span();
    }
    return line.toString();
  }
}
