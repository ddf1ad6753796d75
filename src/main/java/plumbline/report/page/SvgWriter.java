package plumbline.report.page;

import java.util.Locale;
import plumbline.report.page.Picture.Line;
import plumbline.report.page.Picture.Mark;
import plumbline.report.page.Picture.Shape;

/**
 * Writes a picture as an SVG of its own, for a pull request or a README. It has its own background,
 * light or dark as the reader's system is, and needs neither a script nor a font.
 */
public final class SvgWriter {
  private static final int WIDTH = 960;
  private static final int EDGE = 16;
  private static final int NAMES = 290;
  private static final int ANSWER = 84;
  private static final int LINE = 26;
  private static final int HEAD = 46;
  private static final int FOOT = 40;

  private final StringBuilder out = new StringBuilder();
  private final Picture picture;
  private final int from = EDGE + NAMES;
  private final int to;

  private SvgWriter(Picture picture) {
    this.picture = picture;
    this.to = WIDTH - EDGE - 8 - ANSWER * picture.heads().size();
  }

  /** Writes a picture. The same picture gives the same bytes. */
  public static String write(Picture picture) {
    return new SvgWriter(picture).all();
  }

  private String all() {
    int bottom = EDGE + HEAD + LINE * picture.lines().size();
    int height = bottom + FOOT;
    put(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
            + " role=\"img\">\n<title>%s</title>\n<style>\n%s</style>\n",
        WIDTH, height, WIDTH, height, escape(picture.name()), styles());
    put("<rect width=\"100%%\" height=\"100%%\" class=\"paper\"/>\n");
    int number = 0;
    for (Picture.Zone zone : picture.axis().zones()) {
      double left = x(zone.from());
      double width = x(zone.to()) - left;
      put(
          "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" class=\"zone%d\"/>\n",
          left, EDGE, width, bottom - EDGE, number++ % 2);
      text(left + width / 2, EDGE + 17, "middle", "strong", zone.name());
    }
    picture
        .axis()
        .zones()
        .subList(1, picture.axis().zones().size())
        .forEach(
            zone -> put("<path class=\"end\" d=\"M%.1f %dV%d\"/>\n", x(zone.from()), EDGE, bottom));
    picture.axis().ticks().forEach(this::tick);
    for (int i = 0; i < picture.heads().size(); i++) {
      text(
          answer(i),
          EDGE + HEAD - 8,
          "start",
          "tick",
          picture.asks() + " " + picture.heads().get(i));
    }
    for (int i = 0; i < picture.lines().size(); i++) {
      line(picture.lines().get(i), EDGE + HEAD + LINE * i + LINE / 2);
    }
    legend(bottom + FOOT / 2 + 4);
    return out.append("</svg>\n").toString();
  }

  private double x(double value) {
    return from + picture.axis().share(value) * (to - from);
  }

  private double answer(int number) {
    return to + 14 + (double) number * ANSWER;
  }

  private void tick(Picture.Tick tick) {
    boolean isBorder = picture.axis().isBorder(tick);
    String anchor = isBorder ? "start" : picture.axis().share(tick.at()) == 1 ? "end" : "middle";
    text(x(tick.at()) + (isBorder ? 4 : 0), EDGE + HEAD - 8, anchor, "tick", tick.name());
  }

  private void line(Line line, int y) {
    text(EDGE, y + 4, "start", "name", line.name().words(Format.HTML));
    put("<g class=\"%s\"><title>%s</title>", line.style(), escape(line.hint()));
    if (!line.marks().isEmpty()) {
      put(
          "<path class=\"span\" d=\"M%.1f %dH%.1f\"/>",
          x(line.ends().get(0)), y, x(line.ends().get(1)));
    }
    for (double round : line.rounds()) {
      put("<path class=\"round\" d=\"M%.1f %dv12\"/>", x(round), y - 6);
    }
    for (Mark mark : line.marks()) {
      shape(mark.shape(), x(mark.at()), y);
    }
    put("</g>\n");
    for (int i = 0; i < line.answers().size(); i++) {
      for (Text.Span span : line.answers().get(i).in(Format.HTML)) {
        text(answer(i), y + 4, "start", "answer " + span.tone().css(), span.words());
      }
    }
  }

  private void shape(Shape shape, double x, int y) {
    put(
        "<path class=\"mark%s\" transform=\"translate(%.1f %d)\" d=\"%s\"/>",
        shape.isFilled() ? " filled" : "", x, y, shape.path());
  }

  private void legend(int y) {
    double x = from;
    put("<g class=\"floor\">");
    for (Shape shape : Shape.values()) {
      shape(shape, x + 6, y - 4);
      text(x + 17, y, "start", "tick", shape.text());
      x += 68;
    }
    put("<path class=\"round\" d=\"M%.1f %dv12\"/>", x + 6, y - 10);
    text(x + 17, y, "start", "tick", picture.faint());
    put("</g>\n");
  }

  private void text(double x, int y, String anchor, String style, String words) {
    put(
        "<text x=\"%.1f\" y=\"%d\" text-anchor=\"%s\" class=\"%s\">%s</text>\n",
        x, y, anchor, style, escape(words));
  }

  private void put(String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values));
  }

  private static String styles() {
    return HtmlWriter.resource("colors.css") + HtmlWriter.resource("picture.css");
  }

  /** Text that means itself in XML, without what XML cannot hold. */
  private static String escape(String text) {
    return Lines.clean(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
