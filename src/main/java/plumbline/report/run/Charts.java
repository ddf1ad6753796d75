package plumbline.report.run;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import plumbline.report.curve.LoadChart;
import plumbline.report.figure.Figures;
import plumbline.report.figure.SeriesName;
import plumbline.report.words.Wording;
import plumbline.result.ControlIds;
import plumbline.result.Metric;
import plumbline.result.Round;
import plumbline.result.Units;

/**
 * The percentile curves of a run. The horizontal axis counts nines: 1 is 90 %, 2 is 99 %, 3 is 99.9
 * %; so that the tail gets as much room as the rest.
 *
 * @param nines the common horizontal positions
 * @param low lower end of the vertical axis in microseconds, common to all charts so that they
 *     compare
 * @param high upper end
 * @param overview merged curves of what the claims are about, and the floor
 * @param series a chart for each series, with its rounds
 * @param load response time over rate, in a run that searched for saturation
 */
record Charts(
    List<Double> nines,
    double low,
    double high,
    Optional<Chart> overview,
    List<Chart> series,
    Optional<LoadChart> load) {

  private static final double STEP = 0.05;
  private static final MathContext DIGITS = new MathContext(4);

  /** Curves start at p11: what the fastest few took says nothing and would stretch the axis. */
  private static final int FIRST = 1;

  private static final double MILLISECOND = 1_000;

  /** A chart: the merged curve first and then the rounds, or one for each series. */
  record Chart(
      String id, String title, String regime, String summary, String rounds, List<Curve> curves) {}

  /**
   * A curve. The hue is that of its system, negative for a control; the shade tells it from others
   * of the system. Latencies are given at each of the nines, fewer where samples are too few.
   *
   * @param operations from which it comes
   */
  record Curve(
      String name,
      int hue,
      int shade,
      boolean bold,
      String p50,
      String p99,
      String tail,
      long operations,
      List<Double> micros) {}

  static Charts of(Figures figures, Optional<LoadChart> load) {
    Map<SeriesName, Histogram> drawn = new LinkedHashMap<>();
    for (SeriesName name : figures.names()) {
      if (!name.series().system().equals(ControlIds.INSTRUMENT)) {
        figures.latencies(name.series()).ifPresent(latencies -> drawn.put(name, latencies));
      }
    }
    Map<SeriesName, Color> colors = colors(drawn.keySet());
    List<Chart> series = new ArrayList<>();
    drawn.forEach(
        (name, latencies) -> {
          Color color = colors.get(name);
          Curve merged = curve("merged", color, true, latencies);
          List<Curve> curves = new ArrayList<>();
          for (Round round : figures.validRounds(name.series())) {
            String title = "round " + round.number();
            round.latencies().ifPresent(one -> curves.add(curve(title, color, false, one)));
          }
          String spread = spread(curves);
          curves.add(0, merged);
          series.add(
              new Chart(
                  "chart-" + series.size(),
                  name.operation(),
                  name.regime(),
                  summary(merged),
                  spread,
                  curves));
        });
    List<Curve> overview =
        overview(drawn.keySet()).stream()
            .map(name -> curve(name.text(), colors.get(name), true, drawn.get(name)))
            .toList();
    DoubleSummaryStatistics micros =
        series.stream()
            .flatMap(chart -> chart.curves().stream())
            .flatMap(curve -> curve.micros().stream())
            .mapToDouble(Double::doubleValue)
            .summaryStatistics();
    int longest =
        series.stream()
            .flatMap(chart -> chart.curves().stream())
            .mapToInt(curve -> curve.micros().size())
            .max()
            .orElse(0);
    return new Charts(
        IntStream.range(FIRST, FIRST + longest).mapToObj(i -> rounded(i * STEP)).toList(),
        LoadChart.decadeBelow(Math.min(MILLISECOND, micros.getMin())),
        niceAbove(Math.max(MILLISECOND * 2, micros.getMax())),
        overview.isEmpty()
            ? Optional.empty()
            : Optional.of(new Chart("overview", "", "", overviewSummary(overview), "", overview)),
        series,
        load);
  }

  /** Whether it is in the one picture that a reader sees first. */
  private static boolean isInOverview(SeriesName name) {
    return name.isWhole() || name.series().system().equals(ControlIds.LOOPBACK);
  }

  /**
   * Which series share that picture: whole operations over the floor, each benchmark with its
   * smallest payload only. A run of parts alone still has a picture.
   */
  private static Collection<SeriesName> overview(Collection<SeriesName> names) {
    Map<String, Integer> smallest = new HashMap<>();
    for (SeriesName name : names) {
      smallest.merge(name.series().benchmark(), name.series().payload(), Math::min);
    }
    List<SeriesName> shown =
        names.stream()
            .filter(Charts::isInOverview)
            .filter(name -> name.series().payload() == smallest.get(name.series().benchmark()))
            .toList();
    return shown.stream().allMatch(SeriesName::isControl) ? names : shown;
  }

  /** 2, 5 or 10 of a decade: a whole empty decade would press the curves together. */
  private static double niceAbove(double micros) {
    double decade = LoadChart.decadeBelow(micros);
    for (double step : new double[] {2, 5, 10}) {
      if (micros <= step * decade) {
        return step * decade;
      }
    }
    return 10 * decade;
  }

  private record Color(int hue, int shade) {}

  /** Each system has its hue, each of its series a shade. */
  private static Map<SeriesName, Color> colors(Collection<SeriesName> names) {
    Map<String, Integer> hues = hues(names);
    Map<String, Integer> shades = new HashMap<>();
    Map<SeriesName, Color> colors = new HashMap<>();
    for (SeriesName name : names) {
      String system = name.series().system();
      int hue = name.isControl() ? -1 : hues.get(system);
      // Parts and bare sockets do not use up the shades of what the overview shows.
      int shade = isInOverview(name) ? shades.merge(system, 1, Integer::sum) - 1 : 0;
      colors.put(name, new Color(hue, shade));
    }
    return colors;
  }

  /** The hue of each system, but for the controls, in the order in which they occur. */
  static Map<String, Integer> hues(Collection<SeriesName> names) {
    Map<String, Integer> hues = new HashMap<>();
    names.stream()
        .filter(name -> !name.isControl())
        .forEach(name -> hues.putIfAbsent(name.series().system(), hues.size()));
    return hues;
  }

  private static Curve curve(String name, Color color, boolean bold, Histogram histogram) {
    long samples = histogram.getTotalCount();
    List<Double> micros = new ArrayList<>();
    for (int i = FIRST; samples * Math.pow(10, -i * STEP) >= Metric.SAMPLES_BEYOND; i++) {
      double percentile = 100.0 * (1 - Math.pow(10, -i * STEP));
      micros.add(rounded(histogram.getValueAtPercentile(percentile) / 1_000.0));
    }
    return new Curve(
        name,
        color.hue(),
        color.shade(),
        bold,
        at(histogram, Metric.P50),
        at(histogram, Metric.P99),
        at(histogram, Metric.P99_9),
        samples,
        micros);
  }

  private static String at(Histogram histogram, Metric metric) {
    return metric.isSupportedBy(histogram.getTotalCount())
        ? Units.time(histogram.getValueAtPercentile(metric.percentile().orElseThrow()))
        : Units.NONE;
  }

  private static double rounded(double value) {
    return new BigDecimal(value, DIGITS).doubleValue();
  }

  private static String summary(Curve curve) {
    return "p50 " + curve.p50() + ", p99 " + curve.p99() + ", p99.9 " + curve.tail();
  }

  private static String overviewSummary(List<Curve> curves) {
    return curves.stream()
        .map(curve -> " " + curve.name() + ": " + summary(curve) + ".")
        .collect(Collectors.joining("", "Latency by percentile, all rounds merged.", ""));
  }

  /** How far apart the rounds lie at p50. */
  private static String spread(List<Curve> rounds) {
    if (rounds.isEmpty()) {
      return "";
    }
    int half = (int) Math.round(-Math.log10(0.5) / STEP) - FIRST;
    List<Double> medians =
        rounds.stream()
            .filter(round -> round.micros().size() > half)
            .map(round -> round.micros().get(half))
            .sorted()
            .toList();
    String count = Wording.counted(rounds.size(), "round");
    return medians.isEmpty()
        ? count
        : count
            + ", p50 from "
            + Units.micros(medians.get(0))
            + " to "
            + Units.micros(medians.get(medians.size() - 1));
  }
}
