package plumbline.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import plumbline.report.CurveSheet.Load;
import plumbline.report.CurveSheet.Shape;
import plumbline.report.ReportModel.Figure;
import plumbline.report.ReportModel.Mark;
import plumbline.report.words.WarningWords;
import plumbline.result.Fault;
import plumbline.result.Metric;
import plumbline.result.RunData;
import plumbline.result.Search;
import plumbline.result.Search.Probe;
import plumbline.result.Search.Share;
import plumbline.result.Series;
import plumbline.result.Units;

/** The load curves of a run, from its searches and what was measured at the loads they gave. */
final class LoadCurves {
  /** A search is no finer than 10 %. */
  private static final double WORTH_SAYING = 1.1;

  private final RunData data;
  private final Figures figures;
  private final WarningWords words;
  private final Map<String, Series> byTag = new HashMap<>();

  LoadCurves(RunData data, Figures figures, WarningWords words) {
    this.data = data;
    this.figures = figures;
    this.words = words;
    data.series().forEach(series -> byTag.put(series.tag(), series));
  }

  private List<Search> searches() {
    return data.manifest().searches().orElse(List.of());
  }

  /** The tables; empty for a run without load curves. */
  Optional<CurveSheet> sheet() {
    return searches().isEmpty()
        ? Optional.empty()
        : Optional.of(new CurveSheet(searches().stream().map(this::shape).toList()));
  }

  /** The chart; empty if there is nothing to draw. */
  Optional<CurveChart> chart() {
    List<CurveChart.Line> lines = new ArrayList<>();
    for (Search search : searches()) {
      List<CurveChart.Point> points = new ArrayList<>();
      for (LoadPoint point : points(search)) {
        OptionalDouble p50 = point.median(Metric.P50);
        OptionalDouble p99 = point.median(Metric.P99);
        if (p50.isPresent() && p99.isPresent()) {
          double[] range = point.range(Metric.P99).orElseThrow();
          points.add(
              new CurveChart.Point(
                  point.rate(),
                  Crossing.share(point),
                  p50.getAsDouble(),
                  p99.getAsDouble(),
                  range[0],
                  range[1]));
        }
      }
      if (!points.isEmpty()) {
        lines.add(new CurveChart.Line(name(search), lines.size(), points));
      }
    }
    return lines.isEmpty() ? Optional.empty() : Optional.of(CurveChart.of(lines));
  }

  private List<LoadPoint> points(Search search) {
    List<LoadPoint> points = new ArrayList<>();
    for (Share share : search.shares()) {
      Series series = byTag.get(share.series());
      if (series != null) {
        points.add(new LoadPoint(data, series, share.percent()));
      }
    }
    return points;
  }

  private String name(Search search) {
    return search.shares().stream()
        .flatMap(share -> Optional.ofNullable(byTag.get(share.series())).stream())
        .findFirst()
        .map(
            series ->
                series.params().isEmpty()
                    ? data.nameOf(series)
                    : data.nameOf(series) + ", " + series.paramsText())
        .orElse(search.shape());
  }

  private Shape shape(Search search) {
    List<LoadPoint> points = points(search);
    return new Shape(
        name(search),
        search.saturation().isPresent() ? rate(search.saturation().getAsInt()) : Units.NONE,
        searched(search),
        Crossing.text(points),
        points.stream().map(this::load).toList());
  }

  private static String rate(double perSecond) {
    return Units.of(perSecond, "ops/s");
  }

  private String searched(Search search) {
    if (search.fault().isPresent()) {
      return "The search failed: " + words.of(search.fault().get()) + ".";
    }
    if (search.saturation().isEmpty()) {
      return "The search did not end; " + search.probes().size() + " rates were tried.";
    }
    int saturation = search.saturation().getAsInt();
    OptionalInt above =
        search.probes().stream().mapToInt(Probe::rate).filter(rate -> rate > saturation).min();
    String text = "A round sustained " + rate(saturation);
    if (above.isPresent()) {
      Probe failed =
          search.probes().stream()
              .filter(probe -> probe.rate() == above.getAsInt())
              .reduce((one, later) -> later)
              .orElseThrow();
      text +=
          " and not "
              + rate(above.getAsInt())
              + " ("
              + failed.fault().map(this::first).orElse("")
              + ")";
    }
    return text + overloaded(search) + "; " + search.probes().size() + " forks searched it.";
  }

  private String first(Fault fault) {
    return fault.warnings().isEmpty() ? fault.reason() : words.of(fault.warnings().get(0));
  }

  /** A system that gets more through when it is late than when it is in time. */
  private static String overloaded(Search search) {
    double most =
        search.probes().stream()
            .flatMapToDouble(probe -> probe.achieved().stream())
            .max()
            .orElse(0);
    return most > WORTH_SAYING * search.saturation().getAsInt()
        ? "; overloaded, it completed up to " + rate(most)
        : "";
  }

  private Load load(LoadPoint point) {
    OptionalDouble achieved = point.achieved();
    return new Load(
        Crossing.share(point),
        Units.rate(point.rate()),
        achieved.isPresent()
            ? String.format(Locale.ROOT, "%.1f", 100 * achieved.getAsDouble())
                + Units.NO_BREAK
                + "%"
            : Units.NONE,
        figure(point, Metric.P50),
        figure(point, Metric.P99),
        figure(point, Metric.P99_9),
        point
            .range(Metric.P99)
            .map(range -> range(range[0], range[1], point.missed()))
            .orElse(Units.NONE),
        point.valid() + "/" + point.planned(),
        point.isUsable() ? "" : point.obstacle());
  }

  private static String range(double least, double most, int missed) {
    return Units.micros(least) + (missed > 0 ? " upwards" : " to " + Units.micros(most));
  }

  private Figure figure(LoadPoint point, Metric metric) {
    OptionalDouble median = point.median(metric);
    return median.isEmpty()
        ? new Figure(Units.NONE, Mark.NONE)
        : new Figure(Units.micros(median.getAsDouble()), mark(point, metric));
  }

  private Mark mark(LoadPoint point, Metric metric) {
    if (figures.isOfThePlatform(point.series(), metric)) {
      return Mark.PLATFORM;
    }
    return point.isOfTheClient(metric) ? Mark.CLIENT : Mark.NONE;
  }
}
