package plumbline.report.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import plumbline.claim.Reading;
import plumbline.claim.Verdict;
import plumbline.report.figure.Basis;
import plumbline.report.figure.BriefName;
import plumbline.report.figure.Figure;
import plumbline.report.figure.Figures;
import plumbline.report.figure.SeriesName;
import plumbline.report.page.Format;
import plumbline.report.page.Picture;
import plumbline.report.page.Picture.Axis;
import plumbline.report.page.Picture.Line;
import plumbline.report.page.Picture.Mark;
import plumbline.report.page.Picture.Shape;
import plumbline.report.page.Picture.Tick;
import plumbline.report.page.Picture.Zone;
import plumbline.report.page.Text;
import plumbline.report.words.Phrase;
import plumbline.report.words.VerdictWords;
import plumbline.report.words.Wording;
import plumbline.result.ControlIds;
import plumbline.result.Metric;
import plumbline.result.Row;
import plumbline.result.Series;
import plumbline.result.Units;

/**
 * The picture of a run: every operation that was timed on one axis, in microseconds, with the
 * verdict of the headline's claim on it. What the instrument itself takes is far left of the axis,
 * and in the table.
 */
final class TimePicture {
  private static final double MILLISECOND = 1_000;
  private static final double SECOND = 1_000_000;
  private static final int MOST_HEADS = 3;

  private final Figures figures;
  private final Wording wording;
  private final List<SeriesName> names;
  private final BriefName brief;
  private final Basis basis;

  /** By series, the verdicts of one claim by the first reading of its words. */
  private final Map<Series, List<Verdict>> verdicts = new HashMap<>();

  private final SortedSet<Metric> heads = new TreeSet<>();

  private TimePicture(Figures figures, List<Verdict> all, Wording wording) {
    this.figures = figures;
    this.wording = wording;
    this.basis = new Basis(figures, wording);
    this.names =
        figures.names().stream()
            .filter(name -> !name.series().system().equals(ControlIds.INSTRUMENT))
            .filter(name -> !marks(name.series()).isEmpty())
            .toList();
    this.brief = new BriefName(names);
    List<Verdict> first =
        Reading.byFigure(all).stream()
            .map(same -> same.get(0))
            .filter(one -> one.headline() && one.subjects().size() == 1)
            .filter(one -> one.metric().isLatency())
            .toList();
    for (Verdict verdict : first) {
      List<Verdict> own =
          verdicts.computeIfAbsent(verdict.subjects().get(0).series(), key -> new ArrayList<>());
      if (own.isEmpty() || own.get(0).claim().equals(verdict.claim())) {
        own.add(verdict);
        heads.add(verdict.metric());
      }
    }
    while (heads.size() > MOST_HEADS) {
      heads.remove(heads.last());
    }
  }

  /** Makes the picture; empty if no operation was timed. */
  static Optional<Picture> of(Figures figures, List<Verdict> verdicts, Wording wording) {
    TimePicture picture = new TimePicture(figures, verdicts, wording);
    return picture.names.isEmpty() ? Optional.empty() : Optional.of(picture.picture());
  }

  private Picture picture() {
    Map<String, Integer> hues = Charts.hues(names);
    List<Line> lines = names.stream().map(name -> line(name, hues)).toList();
    return new Picture(
        "picture",
        wording.say(Phrase.PICTURE),
        axis(lines),
        heads.isEmpty() ? "" : wording.say(Phrase.PICTURE_ASKS),
        heads.stream().map(Metric::text).toList(),
        lines,
        wording.say(Phrase.PICTURE_ROUNDS),
        readings(),
        Format.ALL);
  }

  /** By which readings the answers are, where claims have several. */
  private String readings() {
    String all =
        names.stream()
            .flatMap(name -> verdicts.getOrDefault(name.series(), List.of()).stream())
            .flatMap(verdict -> verdict.reading().stream())
            .distinct()
            .map(reading -> wording.say(Phrase.AS, reading))
            .collect(Collectors.joining(", "));
    return all.isEmpty() ? "" : wording.say(Phrase.PICTURE_READ, all);
  }

  private Line line(SeriesName name, Map<String, Integer> hues) {
    Series series = name.series();
    List<Double> rounds =
        Stream.of(Metric.P50, Metric.P99)
            .flatMap(metric -> figures.data().roundRows(series, metric).stream())
            .filter(Row::valid)
            .map(Row::value)
            .filter(value -> value > 0)
            .toList();
    return new Line(
        brief.of(name),
        name.isControl() ? "floor" : "hue" + hues.get(series.system()) % 4,
        marks(series),
        rounds,
        heads.stream().map(metric -> answer(series, metric)).toList(),
        basis.of(series));
  }

  private List<Mark> marks(Series series) {
    List<Mark> marks = new ArrayList<>();
    for (Shape shape : Shape.values()) {
      Figures.LATENCIES.stream()
          .filter(metric -> metric.text().equals(shape.text()))
          .filter(metric -> figures.value(series, metric).orElse(0) > 0)
          .forEach(metric -> marks.add(mark(series, metric, shape)));
    }
    return marks;
  }

  private Mark mark(Series series, Metric metric, Shape shape) {
    Figure figure = figures.figure(series, metric);
    return new Mark(
        shape,
        figure.value().getAsDouble(),
        figure.text() + figure.mark().sign(),
        basis.of(series, metric));
  }

  private Text answer(Series series, Metric metric) {
    return verdicts.getOrDefault(series, List.of()).stream()
        .filter(verdict -> verdict.metric() == metric)
        .findFirst()
        .map(
            verdict ->
                Text.of(
                        wording.say(Phrase.valueOf("PICTURE_" + verdict.outcome())),
                        VerdictWords.tone(verdict.outcome()))
                    .only(Format.TEXT)
                    .plus(VerdictWords.text(verdict.outcome()).only(Format.MARKDOWN, Format.HTML)))
        .orElse(Text.EMPTY);
  }

  /** From a microsecond to a second, and further by powers of ten where a figure is. */
  private Axis axis(List<Line> lines) {
    double[] values =
        lines.stream()
            .flatMapToDouble(
                line ->
                    DoubleStream.concat(
                        line.marks().stream().mapToDouble(Mark::at),
                        line.rounds().stream().mapToDouble(Double::doubleValue)))
            .sorted()
            .toArray();
    double low = 1;
    while (low > values[0]) {
      low /= 10;
    }
    double high = SECOND;
    while (high < values[values.length - 1]) {
      high *= 10;
    }
    List<Tick> ticks = new ArrayList<>();
    for (double at = low; at <= high * 1.001; at *= 10) {
      ticks.add(new Tick(at, tick(at)));
    }
    List<Zone> zones = new ArrayList<>();
    if (low < 1) {
      zones.add(new Zone(low, 1, wording.say(Phrase.NANOSECONDS)));
    }
    zones.add(new Zone(1, MILLISECOND, wording.say(Phrase.MICROSECONDS)));
    zones.add(new Zone(MILLISECOND, SECOND, wording.say(Phrase.MILLISECONDS)));
    if (high > SECOND) {
      zones.add(new Zone(SECOND, high, wording.say(Phrase.SECONDS)));
    }
    return new Axis(low, high, ticks, zones);
  }

  private static String tick(double micros) {
    return Units.said(micros, "us").replace(' ', Units.NO_BREAK);
  }
}
