package plumbline.report.curve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import plumbline.report.figure.Basis;
import plumbline.report.figure.Figure;
import plumbline.report.figure.Figure.Mark;
import plumbline.report.figure.Figures;
import plumbline.report.page.Block;
import plumbline.report.page.Block.Chart;
import plumbline.report.page.Block.Paragraph;
import plumbline.report.page.Block.Section;
import plumbline.report.page.Table;
import plumbline.report.page.Table.Cell;
import plumbline.report.page.Table.Row;
import plumbline.report.page.Text;
import plumbline.report.page.Tone;
import plumbline.report.words.Phrase;
import plumbline.report.words.Wording;
import plumbline.result.Metric;
import plumbline.result.RunData;
import plumbline.result.Search;
import plumbline.result.Series;
import plumbline.result.Units;

/** The load curves of a run, from its searches and what was measured at the loads they gave. */
public final class CurveSection {
  private static final Table TABLE =
      Table.grid()
          .figures(
              "load",
              "ops/s",
              "of rate",
              "p50",
              "p99",
              "p99.9",
              "p99 of rounds",
              "busiest",
              "rounds");

  /**
   * What a load lacks that was not sustained: all but its rate, what was achieved, what was busy,
   * its rounds.
   */
  private static final int LATENCIES = 4;

  private final Figures figures;
  private final Wording wording;
  private final CurveWords words;
  private final Basis basis;
  private final List<Curve> curves;

  /**
   * One benchmark under rising load.
   *
   * @param name system and operation, with what tells it from others
   * @param search how its saturation throughput was found
   * @param points rising in load; none if the search found no rate
   */
  private record Curve(String name, Search search, List<LoadPoint> points) {
    Optional<String> saturation() {
      return search.saturation().stream().mapToObj(CurveWords::rate).findFirst();
    }
  }

  /** Takes the curves of a run; none, if it searched for no saturation. */
  public CurveSection(Figures figures, Wording wording) {
    this.figures = figures;
    this.wording = wording;
    this.words = new CurveWords(wording);
    this.basis = new Basis(figures, wording);
    Map<String, Series> byTag = new HashMap<>();
    figures.data().series().forEach(series -> byTag.put(series.tag(), series));
    this.curves =
        figures.data().manifest().searches().orElse(List.of()).stream()
            .map(search -> curve(search, byTag))
            .toList();
  }

  private Curve curve(Search search, Map<String, Series> byTag) {
    List<LoadPoint> points =
        search.shares().stream()
            .filter(share -> byTag.containsKey(share.series()))
            .map(share -> new LoadPoint(figures, byTag.get(share.series()), share.percent()))
            .toList();
    String name = points.isEmpty() ? search.shape() : name(points.get(0).series(), figures.data());
    return new Curve(name, search, points);
  }

  private static String name(Series series, RunData data) {
    String params = series.paramsText();
    return params.isEmpty() ? data.nameOf(series) : data.nameOf(series) + ", " + params;
  }

  /** A sentence for each curve; none without curves. */
  public List<String> headline() {
    return curves.stream()
        .map(
            curve ->
                curve.points().isEmpty()
                    ? curve.name() + ": " + words.searched(curve.search())
                    : wording.say(
                        Phrase.CURVE,
                        curve.name(),
                        curve.saturation().orElse(Units.NONE),
                        words.crossing(curve.points())))
        .toList();
  }

  /** The tables with the chart; empty for a run without load curves. */
  public Optional<Section> section() {
    if (curves.isEmpty()) {
      return Optional.empty();
    }
    boolean isMarked =
        curves.stream()
            .flatMap(curve -> curve.points().stream().flatMap(CurveSection::latencies))
            .anyMatch(figure -> figure.mark() == Mark.CLIENT);
    String mark = isMarked ? " " + Mark.CLIENT.sign() + " " + wording.say(Phrase.MARK_CLIENT) : "";
    List<Block> blocks = new ArrayList<>();
    blocks.add(Paragraph.faint(wording.say(Phrase.CURVE_METHOD) + mark));
    chart().map(CurveSection::block).ifPresent(blocks::add);
    curves.forEach(curve -> blocks.add(section(curve, "shape-" + blocks.size())));
    return Optional.of(Section.of("curve", Text.of("Load curve"), blocks));
  }

  private static Chart block(LoadChart chart) {
    return Chart.large(
        "load",
        "solid p99, its bar from the lowest to the highest round; dashed p50",
        chart.summary(),
        List.of(),
        chart.lines().stream()
            .map(line -> new Block.Key("curve hue" + line.hue() % 4, line.name(), List.of(), ""))
            .toList());
  }

  private Section section(Curve curve, String id) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(Paragraph.faint(words.searched(curve.search())));
    if (!curve.points().isEmpty()) {
      blocks.add(TABLE.rows(curve.points().stream().map(this::row).toList()));
      blocks.add(new Paragraph(Text.of(words.crossing(curve.points()))));
    }
    String title =
        curve
            .saturation()
            .map(saturation -> wording.say(Phrase.CURVE_TITLE, curve.name(), saturation))
            .orElse(curve.name());
    return Section.of(id, Text.of(title), blocks);
  }

  private static Stream<Figure> latencies(LoadPoint point) {
    return Stream.of(Metric.P50, Metric.P99, Metric.P99_9).map(point::figure);
  }

  private Row row(LoadPoint point) {
    OptionalDouble achieved = point.achieved();
    String from = basis.ofMedian(point.series());
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.of(Units.rate(point.rate())).value(point.rate()));
    cells.add(
        achieved.isPresent()
            ? Cell.of(percent(100 * achieved.getAsDouble())).value(achieved.getAsDouble())
            : Cell.NONE);
    if (point.isUsable()) {
      latencies(point).map(figure -> figure.cell().about(from)).forEach(cells::add);
      cells.add(point.range(Metric.P99).map(range -> range(range, point)).orElse(Cell.NONE));
    } else {
      cells.add(Cell.of(Text.of(words.obstacle(point), Tone.STRONG)).over(LATENCIES));
    }
    cells.add(point.busiest().map(words::of).map(Cell::of).orElse(Cell.NONE));
    cells.add(Cell.of(figures.rounds(point.series())));
    return Row.of(Text.of(point.share()), cells);
  }

  private static String percent(double value) {
    return String.format(Locale.ROOT, "%.1f", value) + Units.NO_BREAK + "%";
  }

  private Cell range(double[] range, LoadPoint point) {
    return Cell.of(
        point.missed() > 0
            ? wording.say(Phrase.RANGE_UPWARDS, Units.micros(range[0]))
            : Units.bind(Units.said(range[0], range[1], "us")));
  }

  /** The chart; empty if there is nothing to draw. */
  public Optional<LoadChart> chart() {
    List<LoadChart.Line> lines = new ArrayList<>();
    for (Curve curve : curves) {
      List<LoadChart.Point> points =
          curve.points().stream().map(LoadPoint::drawn).flatMap(Optional::stream).toList();
      if (!points.isEmpty()) {
        lines.add(new LoadChart.Line(curve.name(), lines.size(), points));
      }
    }
    return lines.isEmpty() ? Optional.empty() : Optional.of(LoadChart.of(lines));
  }
}
