package plumbline.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;
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
public record Charts(
    List<Double> nines,
    double low,
    double high,
    Optional<Chart> overview,
    List<Chart> series,
    Optional<CurveChart> load) {

  private static final double STEP = 0.05;
  private static final MathContext DIGITS = new MathContext(4);

  /** Curves start at p11: what the fastest few took says nothing and would stretch the axis. */
  private static final int FIRST = 1;

  private static final double MILLISECOND = 1_000;

  /**
   * A chart.
   *
   * @param id of its element
   * @param title system and operation
   * @param regime what tells it from its neighbours
   * @param summary what the picture shows, for those who cannot see it
   * @param rounds what differs between rounds, in words
   * @param curves the merged one first and then the rounds, or one for each series
   */
  public record Chart(
      String id, String title, String regime, String summary, String rounds, List<Curve> curves) {}

  /**
   * A curve.
   *
   * @param name what it shows
   * @param hue index of the system's colours; negative for a control
   * @param shade index within the system's colours
   * @param bold whether it is the merged curve
   * @param p50 formatted figures, for the legend
   * @param p99 the same
   * @param tail the same, at 99.9 %
   * @param micros latency at each of the nines, shorter where samples are too few
   */
  public record Curve(
      String name,
      int hue,
      int shade,
      boolean bold,
      String p50,
      String p99,
      String tail,
      List<Double> micros) {}

  static Charts of(Figures figures, List<SeriesName> names, Optional<CurveChart> load) {
    List<SeriesName> drawn =
        names.stream()
            .filter(name -> !name.series().system().equals(ControlIds.INSTRUMENT))
            .filter(name -> figures.latencies(name.series()).isPresent())
            .toList();
    Map<SeriesName, int[]> colors = colors(drawn);
    List<Chart> series = new ArrayList<>();
    for (SeriesName name : drawn) {
      List<Curve> curves = new ArrayList<>();
      curves.add(
          curve("merged", colors.get(name), true, figures.latencies(name.series()).orElseThrow()));
      for (Round round : figures.validRounds(name.series())) {
        round
            .latencies()
            .ifPresent(
                histogram ->
                    curves.add(
                        curve("round " + round.number(), colors.get(name), false, histogram)));
      }
      series.add(
          new Chart(
              "chart-" + series.size(),
              name.operation(),
              name.regime(),
              summary(curves.get(0)),
              spread(curves.subList(1, curves.size())),
              curves));
    }
    List<Curve> merged = new ArrayList<>();
    for (SeriesName name : Overview.of(drawn)) {
      merged.add(
          curve(
              name.text(), colors.get(name), true, figures.latencies(name.series()).orElseThrow()));
    }
    return assemble(series, merged, load);
  }

  private static Charts assemble(
      List<Chart> series, List<Curve> merged, Optional<CurveChart> load) {
    int longest =
        series.stream()
            .flatMap(chart -> chart.curves().stream())
            .mapToInt(curve -> curve.micros().size())
            .max()
            .orElse(0);
    List<Double> nines = new ArrayList<>();
    for (int i = 0; i < longest; i++) {
      nines.add(rounded((FIRST + i) * STEP));
    }
    double low = MILLISECOND;
    double high = MILLISECOND * 2;
    for (Chart chart : series) {
      for (Curve curve : chart.curves()) {
        for (double micros : curve.micros()) {
          low = Math.min(low, micros);
          high = Math.max(high, micros);
        }
      }
    }
    Optional<Chart> overview =
        merged.isEmpty()
            ? Optional.empty()
            : Optional.of(new Chart("overview", "", "", overviewSummary(merged), "", merged));
    return new Charts(nines, decadeBelow(low), niceAbove(high), overview, series, load);
  }

  private static double decadeBelow(double micros) {
    return Math.pow(10, Math.floor(Math.log10(Math.max(micros, 1e-3))));
  }

  /** 2, 5 or 10 of a decade: a whole empty decade would press the curves together. */
  private static double niceAbove(double micros) {
    double decade = decadeBelow(micros);
    for (double step : new double[] {2, 5, 10}) {
      if (micros <= step * decade) {
        return step * decade;
      }
    }
    return 10 * decade;
  }

  /** Each system has its hue, each of its series a shade. */
  private static Map<SeriesName, int[]> colors(List<SeriesName> names) {
    List<String> systems =
        names.stream()
            .filter(name -> !name.isControl())
            .map(name -> name.series().system())
            .distinct()
            .toList();
    Map<SeriesName, int[]> colors = new HashMap<>();
    Map<String, Integer> shades = new HashMap<>();
    for (SeriesName name : names) {
      String system = name.series().system();
      int hue = name.isControl() ? -1 : systems.indexOf(system);
      // Parts and bare sockets do not use up the shades of what the overview shows.
      boolean shown = Overview.shows(name);
      int shade = shown ? shades.merge(system, 1, Integer::sum) - 1 : 0;
      colors.put(name, new int[] {hue, shade});
    }
    return colors;
  }

  private static Curve curve(String name, int[] color, boolean bold, Histogram histogram) {
    long samples = histogram.getTotalCount();
    List<Double> micros = new ArrayList<>();
    for (int i = FIRST; samples * Math.pow(10, -i * STEP) >= Metric.SAMPLES_BEYOND; i++) {
      double percentile = 100.0 * (1 - Math.pow(10, -i * STEP));
      micros.add(rounded(histogram.getValueAtPercentile(percentile) / 1_000.0));
    }
    return new Curve(
        name,
        color[0],
        color[1],
        bold,
        at(histogram, Metric.P50),
        at(histogram, Metric.P99),
        at(histogram, Metric.P99_9),
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
    StringBuilder text = new StringBuilder("Latency by percentile, all rounds merged. ");
    curves.forEach(
        curve -> text.append(curve.name()).append(": ").append(summary(curve)).append(". "));
    return text.toString().strip();
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
    if (medians.isEmpty()) {
      return Conditions.rounds(rounds.size());
    }
    return Conditions.rounds(rounds.size())
        + ", p50 from "
        + Units.micros(medians.get(0))
        + " to "
        + Units.micros(medians.get(medians.size() - 1));
  }
}
