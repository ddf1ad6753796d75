package plumbline.report.curve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import plumbline.report.figure.Figure;
import plumbline.report.figure.Figures;
import plumbline.report.figure.Mark;
import plumbline.report.page.Block;
import plumbline.report.page.Block.Chart;
import plumbline.report.page.Block.Paragraph;
import plumbline.report.page.Block.Section;
import plumbline.report.page.Table;
import plumbline.report.page.Table.Cell;
import plumbline.report.page.Table.Column;
import plumbline.report.page.Table.Layout;
import plumbline.report.page.Table.Row;
import plumbline.report.page.Text;
import plumbline.report.page.Tone;
import plumbline.report.words.Phrase;
import plumbline.report.words.WarningWords;
import plumbline.report.words.Wording;
import plumbline.result.Fault;
import plumbline.result.Metric;
import plumbline.result.RunData;
import plumbline.result.Search;
import plumbline.result.Search.Probe;
import plumbline.result.Series;
import plumbline.result.Units;

/** The load curves of a run, from its searches and what was measured at the loads they gave. */
public final class CurveSection {
  /** A search is no finer than 10 %. */
  private static final double WORTH_SAYING = 1.1;

  private static final List<Column> COLUMNS =
      List.of("load", "ops/s", "achieved", "p50", "p99", "p99.9", "p99 of rounds", "rounds")
          .stream()
          .map(Column::figures)
          .toList();

  /** What a load lacks that was not sustained: all but its rate, what was achieved, its rounds. */
  private static final int LATENCIES = 4;

  private final RunData data;
  private final Figures figures;
  private final Wording wording;
  private final List<Curve> curves;

  /**
   * One benchmark under rising load.
   *
   * @param name system and operation, with what tells it from others
   * @param search how its saturation throughput was found
   * @param points rising in load; none if the search found no rate
   */
  private record Curve(String name, Search search, List<LoadPoint> points) {}

  /** Takes the curves of a run; none, if it searched for no saturation. */
  public CurveSection(Figures figures, Wording wording) {
    this.data = figures.data();
    this.figures = figures;
    this.wording = wording;
    Map<String, Series> byTag = new HashMap<>();
    data.series().forEach(series -> byTag.put(series.tag(), series));
    this.curves =
        data.manifest().searches().orElse(List.of()).stream()
            .map(search -> curve(search, byTag))
            .toList();
  }

  private Curve curve(Search search, Map<String, Series> byTag) {
    List<LoadPoint> points =
        search.shares().stream()
            .filter(share -> byTag.containsKey(share.series()))
            .map(share -> new LoadPoint(data, byTag.get(share.series()), share.percent(), wording))
            .toList();
    String name = points.isEmpty() ? search.shape() : name(points.get(0).series());
    return new Curve(name, search, points);
  }

  private String name(Series series) {
    String params = series.paramsText();
    return params.isEmpty() ? data.nameOf(series) : data.nameOf(series) + ", " + params;
  }

  /** A sentence for each curve. */
  public List<String> headline() {
    return curves.stream()
        .map(
            curve ->
                curve.points().isEmpty()
                    ? curve.name() + ": " + searched(curve.search())
                    : wording.say(
                        Phrase.CURVE, curve.name(), saturation(curve.search()), crossing(curve)))
        .toList();
  }

  private String crossing(Curve curve) {
    return new Crossing(wording).text(curve.points());
  }

  /** The tables with the chart; empty for a run without load curves. */
  public Optional<Section> section() {
    if (curves.isEmpty()) {
      return Optional.empty();
    }
    List<Block> blocks = new ArrayList<>();
    chart().ifPresent(chart -> blocks.add(block(chart)));
    // The first is the method, which depends on what the tables have.
    boolean isMarked = false;
    for (Curve curve : curves) {
      List<Row> rows = new ArrayList<>();
      for (LoadPoint point : curve.points()) {
        List<Figure> latencies =
            List.of(Metric.P50, Metric.P99, Metric.P99_9).stream()
                .map(metric -> figure(point, metric))
                .toList();
        isMarked |= latencies.stream().anyMatch(figure -> figure.mark() == Mark.CLIENT);
        rows.add(row(point, latencies));
      }
      blocks.add(section(curve, rows, "shape-" + (blocks.size() + 1)));
    }
    String method = wording.say(Phrase.CURVE_METHOD);
    String marks = isMarked ? " " + Mark.CLIENT.sign() + " " + wording.say(Phrase.MARK_CLIENT) : "";
    blocks.add(0, Paragraph.faint(method + marks));
    return Optional.of(Section.of("curve", Text.of("Load curve"), blocks));
  }

  private static Chart block(LoadChart chart) {
    return new Chart(
        "load",
        true,
        Text.EMPTY,
        "",
        "solid p99, its bar from the lowest to the highest round; dashed p50",
        chart.summary(),
        List.of(),
        chart.lines().stream()
            .map(line -> new Block.Key("curve hue" + line.hue() % 4, line.name(), List.of()))
            .toList());
  }

  private Section section(Curve curve, List<Row> rows, String id) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(Paragraph.faint(searched(curve.search())));
    if (!rows.isEmpty()) {
      blocks.add(Table.of(Layout.GRID, List.of(), COLUMNS, rows, ""));
      blocks.add(new Paragraph(Text.of(crossing(curve))));
    }
    String saturation = saturation(curve.search());
    return Section.of(
        id,
        Text.of(
            saturation.equals(Units.NONE)
                ? curve.name()
                : wording.say(Phrase.CURVE_TITLE, curve.name(), saturation)),
        blocks);
  }

  private Row row(LoadPoint point, List<Figure> latencies) {
    OptionalDouble achieved = point.achieved();
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.of(Units.rate(point.rate())));
    cells.add(achieved.isPresent() ? Cell.of(percent(100 * achieved.getAsDouble())) : Cell.NONE);
    if (point.isUsable()) {
      latencies.forEach(figure -> cells.add(figure.cell()));
      cells.add(point.range(Metric.P99).map(range -> range(range, point)).orElse(Cell.NONE));
    } else {
      cells.add(Cell.of(Text.of(point.obstacle(), Tone.STRONG)).over(LATENCIES));
    }
    cells.add(Cell.of(figures.rounds(point.series())));
    return new Row(List.of(), Text.of(point.share()), cells);
  }

  private static String percent(double value) {
    return String.format(Locale.ROOT, "%.1f", value) + Units.NO_BREAK + "%";
  }

  private Cell range(double[] range, LoadPoint point) {
    String least = Units.micros(range[0]);
    return Cell.of(
        point.missed() > 0
            ? wording.say(Phrase.RANGE_UPWARDS, least)
            : least + " to " + Units.micros(range[1]));
  }

  private Figure figure(LoadPoint point, Metric metric) {
    OptionalDouble median = point.median(metric);
    if (median.isEmpty()) {
      return Figure.NONE;
    }
    Mark client = point.isOfTheClient(metric) ? Mark.CLIENT : Mark.NONE;
    return new Figure(
        Units.micros(median.getAsDouble()),
        figures.isOfThePlatform(point.series(), metric) ? Mark.PLATFORM : client);
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

  private static String rate(double perSecond) {
    return Units.of(perSecond, "ops/s");
  }

  private static String saturation(Search search) {
    return search.saturation().isPresent() ? rate(search.saturation().getAsInt()) : Units.NONE;
  }

  /** How the saturation throughput was found, a sentence. */
  private String searched(Search search) {
    if (search.fault().isPresent()) {
      return wording.say(Phrase.SEARCH_FAILED, new WarningWords(wording).of(search.fault().get()));
    }
    if (search.saturation().isEmpty()) {
      return wording.say(Phrase.SEARCH_OPEN, search.probes().size());
    }
    int saturation = search.saturation().getAsInt();
    return wording.say(
        Phrase.SEARCH_FOUND,
        rate(saturation),
        above(search, saturation) + overloaded(search, saturation),
        search.probes().size());
  }

  /** The lowest rate that was not sustained, and why not when it was tried last. */
  private String above(Search search, int saturation) {
    OptionalInt above =
        search.probes().stream().mapToInt(Probe::rate).filter(rate -> rate > saturation).min();
    if (above.isEmpty()) {
      return "";
    }
    Probe failed =
        search.probes().stream()
            .filter(probe -> probe.rate() == above.getAsInt())
            .reduce((one, later) -> later)
            .orElseThrow();
    return wording.say(
        Phrase.SEARCH_ABOVE, rate(above.getAsInt()), failed.fault().map(this::first).orElse(""));
  }

  private String first(Fault fault) {
    return fault.warnings().isEmpty()
        ? fault.reason()
        : new WarningWords(wording).of(fault.warnings().get(0));
  }

  /** A system that gets more through when it is late than when it is in time. */
  private String overloaded(Search search, int saturation) {
    double most =
        search.probes().stream()
            .flatMapToDouble(probe -> probe.achieved().stream())
            .max()
            .orElse(0);
    return most > WORTH_SAYING * saturation
        ? wording.say(Phrase.SEARCH_OVERLOADED, rate(most))
        : "";
  }
}
