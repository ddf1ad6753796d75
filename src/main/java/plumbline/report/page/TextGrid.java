package plumbline.report.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import plumbline.report.page.Table.Cell;
import plumbline.report.page.Table.Column;
import plumbline.report.page.Table.Layout;
import plumbline.report.page.Table.Row;

/** Some columns of a table beside each other in a terminal, their widths known. */
final class TextGrid {
  private final Lines out;
  private final Table table;
  private final List<Integer> widths;
  private final int from;
  private final int to;
  private final int cut;
  private final int gap;
  private final int label;
  private List<Text> groups = List.of();

  /**
   * Prepares a grid.
   *
   * @param widths of all columns
   * @param from the first column
   * @param to the column after the last
   * @param cut characters that details lose
   */
  TextGrid(Lines out, Table table, List<Integer> widths, int from, int to, int cut) {
    this.out = out;
    this.table = table;
    this.widths = widths;
    this.from = from;
    this.to = to;
    this.cut = cut;
    int all = widths.subList(from, to).stream().mapToInt(Integer::intValue).sum();
    this.gap = widths.get(0) + all + 2 * (to - from) <= out.width ? 2 : 1;
    this.label = Math.min(widths.get(0), out.width - all - gap * (to - from));
  }

  void write(List<Row> rows) {
    head();
    for (Row row : rows) {
      List<Cell> cells = row.cells().subList(from - 1, Math.min(to - 1, row.cells().size()));
      if (table.layout() == Layout.BLOCKS && cells.stream().allMatch(Cell.NONE::equals)) {
        continue;
      }
      group(row);
      row(2 * table.groups().size(), row.label(), cells);
      row.below().forEach(this::below);
    }
  }

  /** What a row does not share with the one before. */
  private void group(Row row) {
    for (int i = 0; i < row.groups().size(); i++) {
      if (!row.groups()
          .subList(0, i + 1)
          .equals(groups.subList(0, Math.min(i + 1, groups.size())))) {
        out.wrap("  ".repeat(i), row.groups().get(i));
      }
    }
    groups = row.groups();
  }

  private void head() {
    List<Cell> cells = new ArrayList<>();
    for (Column column : table.columns().subList(from, to)) {
      cells.add(
          Cell.of(
              column.title().lines().map(line -> Text.of(line, Tone.STRONG)).toArray(Text[]::new)));
    }
    row(0, Text.of(table.head(), Tone.STRONG), cells);
    int all = widths.subList(from, to).stream().mapToInt(width -> width + gap).sum();
    out.line(out.styled("-".repeat(label + all), Tone.FAINT));
  }

  /** Cells below those of a row; what no column has stands in a line of its own. */
  private void below(Table.Below below) {
    Map<String, Text> others = new HashMap<>(below.cells());
    List<Cell> cells = new ArrayList<>();
    for (Column column : table.columns().subList(from, to)) {
      Text text = others.remove(column.title());
      cells.add(text == null ? Cell.of() : Cell.of(text));
    }
    if (others.size() < below.cells().size()) {
      row(2 * table.groups().size(), Text.of(below.label()), cells);
    }
    below
        .cells()
        .forEach(
            (title, text) -> {
              if (others.containsKey(title)) {
                out.wrap(
                    "  ".repeat(table.groups().size()),
                    Text.of(below.label() + ": " + title + " ").plus(text));
              }
            });
  }

  private void row(int lead, Text text, List<Cell> cells) {
    int height = 1;
    for (int i = 0; i < cells.size(); i++) {
      height = Math.max(height, cells.get(i).lines(Format.TEXT, widest(from + i)).size());
    }
    for (int i = 0; i < height; i++) {
      labelled(lead, i == 0 ? text : Text.EMPTY, line(cells, i));
    }
  }

  /** A label that reaches into what its first cells hold gets a line of its own. */
  private void labelled(int lead, Text text, String line) {
    int used = lead + Lines.length(text);
    int free = line.length() - line.stripLeading().length();
    String before = " ".repeat(lead);
    if (used > label && used >= label + free) {
      out.wrap(before, text);
      out.line(" ".repeat(label) + line);
    } else {
      String rest = used > label ? line.substring(used - label) : " ".repeat(label - used) + line;
      out.line(before + out.styled(text) + rest);
    }
  }

  private String line(List<Cell> cells, int number) {
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
      String words = out.styled(text);
      line.append(" ".repeat(gap - taken));
      boolean right = head.isNumber() && cell.span() == 1 && !hasDetails(column);
      line.append(right ? pad + words : words + pad);
      // A sign stands in the gap.
      taken = number == 0 ? cell.sign().length() : 0;
      line.append(number == 0 ? cell.sign() : "");
      column += cell.span();
    }
    return line.toString();
  }

  private int widest(int column) {
    return table.columns().get(column).widest() - cut;
  }

  /** Details differ in length: beside them figures are aligned at their beginning. */
  private boolean hasDetails(int column) {
    return table.columns().get(column).widest() < Integer.MAX_VALUE;
  }
}
