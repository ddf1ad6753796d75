package plumbline.report.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Times on a common logarithmic axis, a line for each thing that was measured. All formats show it:
 * a terminal with characters, Markdown as a table, HTML and the file beside it with shapes.
 *
 * @param id unique in the page
 * @param name of the axis and its lines, for those who cannot see them
 * @param axis common to all lines
 * @param asks what the answers at the end of each line are to, in a word
 * @param heads of these answers
 * @param lines in the order of the table of figures
 * @param faint what the faint marks are, for the legend
 * @param note more of that
 * @param in the formats that show it
 */
public record Picture(
    String id,
    String name,
    Axis axis,
    String asks,
    List<String> heads,
    List<Line> lines,
    String faint,
    String note,
    Set<Format> in)
    implements Block {

  public Picture {
    heads = List.copyOf(heads);
    lines = List.copyOf(lines);
  }

  @Override
  public boolean isIn(Format format) {
    return in.contains(format);
  }

  /** The same in some formats. */
  public Picture only(Format... formats) {
    return new Picture(id, name, axis, asks, heads, lines, faint, note, Set.of(formats));
  }

  /**
   * A logarithmic axis.
   *
   * @param low its left end, in the unit of the marks; greater than 0
   * @param high its right end; greater than low
   * @param ticks in ascending order
   * @param zones in ascending order, without gaps
   */
  public record Axis(double low, double high, List<Tick> ticks, List<Zone> zones) {
    /** Where a value lies, as a share of the width from 0 to 1; outside, the nearer end. */
    public double share(double value) {
      double share = Math.log(value / low) / Math.log(high / low);
      return Math.max(0, Math.min(1, share));
    }

    /** Whether a zone begins there. */
    public boolean isBorder(Tick tick) {
      return zones.stream().anyMatch(zone -> zone.from() == tick.at());
    }

    /** Powers of ten from end to end. */
    int decades() {
      return (int) Math.round(Math.log10(high / low));
    }
  }

  /** A named place of the axis. */
  public record Tick(double at, String name) {}

  /** A named part of the axis, by its ends. */
  public record Zone(double from, double to, String name) {}

  /**
   * What was measured of one thing.
   *
   * @param name what it is, and what tells it from its neighbours
   * @param style classes of the style sheet that give its colour
   * @param marks its figures, in ascending order of their shapes
   * @param rounds figures of single rounds, for the faint marks
   * @param answers one per head; empty where nothing was asked
   * @param about from what its figures come
   */
  public record Line(
      Text name,
      String style,
      List<Mark> marks,
      List<Double> rounds,
      List<Text> answers,
      String about) {
    /** Its figures in words. */
    public String said() {
      return marks.stream()
          .map(mark -> mark.shape().text() + " " + mark.text())
          .collect(Collectors.joining(", "));
    }

    /** The same with what they come from, for those who point at it. */
    public String hint() {
      return hint(said(), about);
    }

    private static String hint(String said, String about) {
      return about.isEmpty() ? said : said + ": " + about;
    }

    /** The farthest marks, between which a line is drawn. */
    List<Double> ends() {
      return marks.isEmpty()
          ? List.of()
          : List.of(marks.get(0).at(), marks.get(marks.size() - 1).at());
    }
  }

  /**
   * A figure.
   *
   * @param shape how it is drawn
   * @param at as a value of the axis
   * @param text as words
   * @param about from what it comes
   */
  public record Mark(Shape shape, double at, String text, String about) {
    /** What it is, for those who point at it. */
    public String hint() {
      return Line.hint(shape.text() + " " + text, about);
    }
  }

  /** How a figure is drawn; each figure of a line has a shape of its own. */
  public enum Shape {
    /** Half of all. */
    P50("p50", 'o', "M5 0a5 5 0 1 1-10 0a5 5 0 1 1 10 0z", true),
    /** All but one of a hundred. */
    P99("p99", '|', "M-2 -8h4v16h-4z", true),
    /** All but one of a thousand. */
    P99_9("p99.9", '+', "M0 -5.5L5.5 0L0 5.5L-5.5 0z", false),
    /** The slowest. */
    MAX("max", 'x', "M-4 -4L4 4M-4 4L4 -4", false);

    private final String text;
    private final char character;
    private final String path;
    private final boolean filled;

    Shape(String text, char character, String path, boolean filled) {
      this.text = text;
      this.character = character;
      this.path = path;
      this.filled = filled;
    }

    /** Its name in a legend. */
    public String text() {
      return text;
    }

    /** In a terminal. */
    char character() {
      return character;
    }

    /** As the path of an SVG, around 0. */
    public String path() {
      return path;
    }

    /** Whether it is filled, and not only drawn. */
    public boolean isFilled() {
      return filled;
    }
  }

  /** The same in words, for a format that draws nothing. */
  Table table() {
    List<String> shapes = Arrays.stream(Shape.values()).map(Shape::text).toList();
    return Table.grid()
        .words(name)
        .figures(shapes.toArray(String[]::new))
        .words(heads.stream().map(head -> asks + " " + head).toArray(String[]::new))
        .rows(lines.stream().map(this::row).toList());
  }

  private Table.Row row(Line line) {
    List<Table.Cell> cells = new ArrayList<>();
    for (Shape shape : Shape.values()) {
      cells.add(
          line.marks().stream()
              .filter(mark -> mark.shape() == shape)
              .findFirst()
              .map(mark -> Table.Cell.of(mark.text()))
              .orElse(Table.Cell.NONE));
    }
    for (int i = 0; i < heads.size(); i++) {
      cells.add(Table.Cell.of(i < line.answers().size() ? line.answers().get(i) : Text.EMPTY));
    }
    return Table.Row.of(line.name(), cells);
  }

  /** Where a value lies from the left, in percent, for the styles of HTML. */
  public String percent(double value) {
    return percentOf(axis.share(value));
  }

  /** The same from the right. */
  public String rest(double value) {
    return percentOf(1 - axis.share(value));
  }

  private static String percentOf(double share) {
    return String.format(Locale.ROOT, "%.2f%%", 100 * share);
  }
}
