package plumbline.report.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import plumbline.report.page.Picture.Line;
import plumbline.report.page.Picture.Mark;
import plumbline.report.page.Picture.Shape;

/**
 * A picture in a terminal: each mark a character, from p50 to the maximum a line of dashes, and the
 * ends of the zones as colons. Of marks in the same place the first is shown.
 */
final class TextPicture {
  private static final char ROUND = '.';
  private static final char SPAN = '-';
  private static final char END_OF_ZONE = ':';

  /** Codes of a terminal's colours, by the style of a line. */
  private static final Map<String, String> COLORS =
      Map.of("hue0", "33", "hue1", "36", "hue2", "35", "hue3", "34");

  /** Fewer columns for a power of ten would put too many marks into one place. */
  private static final int NARROWEST_DECADE = 4;

  private static final int ANSWER = 3;

  private final Lines out;
  private final Picture picture;
  private final int label;
  private final int axis;

  TextPicture(Lines out, Picture picture) {
    this.out = out;
    this.picture = picture;
    int answers = picture.heads().stream().mapToInt(head -> room(head) + 1).sum();
    int free = out.width - Math.max(answers, Lines.length(picture.asks()) + 1) - 1;
    int decades = picture.axis().decades();
    int widest =
        picture.lines().stream()
            .mapToInt(line -> Lines.length(line.name()))
            .reduce(Lines.length(legend()), Math::max);
    int decade = Math.max(NARROWEST_DECADE, (free - widest) / decades);
    this.axis = decade * decades + 1;
    this.label = Math.max(1, free - axis);
  }

  private static int room(String head) {
    return Math.max(ANSWER, Lines.length(head));
  }

  private static String legend() {
    List<String> shapes = new ArrayList<>();
    for (Shape shape : Shape.values()) {
      shapes.add(shape.character() + " " + shape.text());
    }
    return String.join("  ", shapes);
  }

  void write() {
    List<Text> asks = picture.asks().isEmpty() ? List.of() : List.of(Text.of(picture.asks()));
    row(Text.EMPTY, plain(zones(), Tone.STRONG), asks);
    List<Text> heads = picture.heads().stream().map(Text::of).toList();
    row(Text.of(legend()), plain(ticks(), Tone.PLAIN), heads);
    for (Line line : picture.lines()) {
      row(line.name(), marks(line), line.answers());
    }
  }

  private String plain(StringBuilder places, Tone tone) {
    return out.styled(places.toString(), tone);
  }

  private void row(Text name, String places, List<Text> answers) {
    StringBuilder line = new StringBuilder();
    String words = Lines.clean(name.words(Format.TEXT));
    line.append(
        Lines.length(words) <= label
            ? out.styled(name) + " ".repeat(label - Lines.length(words))
            : words.substring(0, words.offsetByCodePoints(0, label - 1)) + "~");
    line.append(' ').append(places);
    for (int i = 0; i < answers.size(); i++) {
      Text answer = answers.get(i);
      line.append(' ').append(out.styled(answer));
      line.append(" ".repeat(Math.max(0, room(picture.heads().get(i)) - Lines.length(answer))));
    }
    out.line(line.toString());
  }

  private StringBuilder empty() {
    return new StringBuilder(" ".repeat(axis));
  }

  private int column(double value) {
    return (int) Math.round(picture.axis().share(value) * (axis - 1));
  }

  /** {@code |--- microseconds ---|--- milliseconds ---|}. */
  private StringBuilder zones() {
    StringBuilder places = empty();
    for (Picture.Zone zone : picture.axis().zones()) {
      int from = column(zone.from());
      int to = column(zone.to());
      for (int i = from; i <= to; i++) {
        places.setCharAt(i, i == from || i == to ? '|' : SPAN);
      }
      String name = " " + zone.name() + " ";
      if (name.length() < to - from) {
        int at = from + (to - from - name.length() + 1) / 2;
        places.replace(at, at + name.length(), name);
      }
    }
    return places;
  }

  /** Names of ticks, those of the ends of zones first and others where there is room. */
  private StringBuilder ticks() {
    StringBuilder places = empty();
    List<Picture.Tick> ticks = new ArrayList<>(picture.axis().ticks());
    double high = picture.axis().high();
    ticks.sort(Comparator.comparing(tick -> !picture.axis().isBorder(tick) && tick.at() != high));
    for (Picture.Tick tick : ticks) {
      String name = Lines.clean(tick.name());
      int at = Math.max(0, column(tick.at()) - name.length() / 2);
      at = Math.min(at, axis - name.length());
      int end = at + name.length();
      String around = places.substring(Math.max(0, at - 1), Math.min(axis, end + 1));
      if (around.isBlank()) {
        places.replace(at, end, name);
      }
    }
    return places;
  }

  /** What is drawn first is overdrawn by what says more. */
  private String marks(Line line) {
    StringBuilder places = empty();
    if (!line.ends().isEmpty()) {
      for (int i = column(line.ends().get(0)); i <= column(line.ends().get(1)); i++) {
        places.setCharAt(i, SPAN);
      }
    }
    picture
        .axis()
        .zones()
        .subList(1, picture.axis().zones().size())
        .forEach(zone -> places.setCharAt(column(zone.from()), END_OF_ZONE));
    line.rounds().forEach(round -> places.setCharAt(column(round), ROUND));
    List<Mark> marks = new ArrayList<>(line.marks());
    Collections.reverse(marks);
    marks.forEach(mark -> places.setCharAt(column(mark.at()), mark.shape().character()));
    String drawn = places.toString().stripTrailing();
    return out.colored(drawn, COLORS.getOrDefault(line.style(), ""))
        + " ".repeat(axis - drawn.length());
  }
}
