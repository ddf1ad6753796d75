package plumbline.report.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Rows of cells under columns.
 *
 * @param layout how a terminal sets it
 * @param groups heads of what rows share, outermost first; may be empty
 * @param columns the first is that of the labels
 * @param rows those of a group are together
 * @param below head of what is said below rows; empty if nothing is
 * @param limit what a terminal shows of the rows
 * @param otherwise what is said if a format shows no row
 */
public record Table(
    Layout layout,
    List<String> groups,
    List<Column> columns,
    List<Row> rows,
    String below,
    Block.Limit limit,
    String otherwise)
    implements Block {
  private static final int LEAST_SORTED = 7;

  /** How a terminal sets a table; other formats have room. */
  public enum Layout {
    /** Lines and columns; cells below each other if the columns are too many for the width. */
    GRID,
    /** Lines and columns, as many columns as there is room for, and the others below. */
    BLOCKS,
    /** A line for each cell. */
    STACKED
  }

  /** A grid without columns and rows that is shown whole. */
  public static Table grid(String... groups) {
    return of(Layout.GRID, groups);
  }

  /** Blocks without columns and rows that are shown whole. */
  public static Table blocks() {
    return of(Layout.BLOCKS);
  }

  /** A table without columns and rows whose cells stand below each other. */
  public static Table stacked() {
    return of(Layout.STACKED);
  }

  private static Table of(Layout layout, String... groups) {
    return new Table(layout, List.of(groups), List.of(), List.of(), "", Block.Limit.NONE, "");
  }

  /** The same with columns of words after the others. */
  public Table words(String... titles) {
    return columns(titles, false, Integer.MAX_VALUE);
  }

  /** The same with columns of figures after the others. */
  public Table figures(String... titles) {
    return columns(titles, true, Integer.MAX_VALUE);
  }

  /** The same with a column of figures of which a terminal may leave out the detail. */
  public Table details(String title, int widest) {
    return columns(new String[] {title}, true, widest);
  }

  private Table columns(String[] titles, boolean isNumber, int widest) {
    List<Column> all = new ArrayList<>(columns);
    for (String title : titles) {
      all.add(new Column(title, isNumber, widest));
    }
    return new Table(layout, groups, all, rows, below, limit, otherwise);
  }

  /** The same with rows. */
  public Table rows(List<Row> newRows) {
    return new Table(layout, groups, columns, newRows, below, limit, otherwise);
  }

  /** The same with a head of what is said below rows. */
  public Table below(String head) {
    return new Table(layout, groups, columns, rows, head, limit, otherwise);
  }

  /** The same with a limit in a terminal. */
  public Table limit(Block.Limit newLimit) {
    return new Table(layout, groups, columns, rows, below, newLimit, otherwise);
  }

  /** The same with what is said without rows. */
  public Table otherwise(String words) {
    return new Table(layout, groups, columns, rows, below, limit, words);
  }

  /**
   * A column.
   *
   * @param title lines, separated by line feeds
   * @param isNumber whether its cells are aligned to the right
   * @param widest from how many characters on a terminal leaves out the detail of a cell
   */
  public record Column(String title, boolean isNumber, int widest) {}

  /**
   * A row.
   *
   * @param groups what it shares with its neighbours, one per group of the table
   * @param label what tells it from them
   * @param cells under the columns but the first
   * @param below what is said of its cells, below them where there is room for nothing else
   */
  public record Row(List<Text> groups, Text label, List<Cell> cells, List<Below> below) {
    /** A row of which nothing else is said. */
    public Row(List<Text> groups, Text label, List<Cell> cells) {
      this(groups, label, cells, List.of());
    }

    /** A row of words that shares nothing. */
    public static Row of(String label, List<String> words) {
      return of(Text.of(label), words.stream().map(Cell::of).toList());
    }

    /** A row that shares nothing. */
    public static Row of(Text label, List<Cell> cells) {
      return new Row(List.of(), label, cells);
    }
  }

  /** What somebody says of the cells of a row, by the title of their column or by no column's. */
  public record Below(String label, Map<String, Text> cells) {}

  /**
   * A cell.
   *
   * @param lines below each other
   * @param sign at the end of the first line, or empty
   * @param detail after the first line where there is room, or empty
   * @param span columns that it takes
   * @param bar where an estimate lies, if that is drawn
   * @param value by which rows are sorted, in the unit of its column, if that is not the words
   * @param about from what its figure comes, which HTML says on hover, or empty
   */
  public record Cell(
      List<Text> lines,
      String sign,
      String detail,
      int span,
      Optional<Bar> bar,
      OptionalDouble value,
      String about) {
    /** Where nothing is. */
    public static final Cell NONE = of("-");

    /** Words. */
    public static Cell of(String words) {
      return of(Text.of(words));
    }

    /** One or more lines. */
    public static Cell of(Text... lines) {
      return new Cell(
          Arrays.asList(lines), "", "", 1, Optional.empty(), OptionalDouble.empty(), "");
    }

    /** The same with a sign. */
    public Cell signed(String newSign) {
      return new Cell(lines, newSign, detail, span, bar, value, about);
    }

    /** The same with a detail. */
    public Cell detail(String newDetail) {
      return new Cell(lines, sign, newDetail, span, bar, value, about);
    }

    /** The same over several columns. */
    public Cell over(int columns) {
      return new Cell(lines, sign, detail, columns, bar, value, about);
    }

    /** The same with a bar. */
    public Cell bar(Bar newBar) {
      return new Cell(lines, sign, detail, span, Optional.of(newBar), value, about);
    }

    /** The same, sorted by a value. */
    public Cell value(double newValue) {
      return new Cell(lines, sign, detail, span, bar, OptionalDouble.of(newValue), about);
    }

    /** The same with what its figure comes from. */
    public Cell about(String newAbout) {
      return new Cell(lines, sign, detail, span, bar, value, newAbout);
    }

    /** The lines that a format has, the detail at the end of the first. */
    List<Text> lines(Format format, int widest) {
      List<Text> said = new ArrayList<>();
      for (Text line : lines) {
        if (!line.isSilent(format)) {
          said.add(line);
        }
      }
      if (!detail.isEmpty() && !said.isEmpty()) {
        Text first = said.get(0).plus(" " + detail);
        said.set(0, first.words(format).length() <= widest ? first : said.get(0));
      }
      return said;
    }
  }

  /** An interval with an estimate in it, as shares of the width of its cell from 0 to 1. */
  public record Bar(double low, double estimate, double high) {
    /** Where it begins, in percent. */
    public double left() {
      return percent(low);
    }

    /** Where the mark is, in percent. */
    public double mark() {
      return percent(estimate);
    }

    /** How long it is, in percent: long enough to be seen. */
    public double length() {
      return Math.max(0.8, percent(high) - percent(low));
    }

    private static double percent(double share) {
      return Math.round(1_000 * Math.max(0, Math.min(1, share))) / 10.0;
    }
  }

  /**
   * Whether HTML offers to sort and filter the rows: groups stay together, and few need neither.
   */
  public boolean isSortable() {
    return layout == Layout.GRID && groups.size() <= 1 && rows.size() >= LEAST_SORTED;
  }

  /** What stands above the labels where the groups have no column of their own. */
  public String head() {
    List<String> head = new ArrayList<>(groups);
    head.add(columns.get(0).title());
    return head.stream().filter(title -> !title.isEmpty()).collect(Collectors.joining(", "));
  }
}
