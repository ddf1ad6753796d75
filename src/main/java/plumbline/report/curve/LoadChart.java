package plumbline.report.curve;

import java.util.List;
import java.util.stream.Collectors;
import plumbline.result.Units;

/**
 * Response time over rate, both on logarithmic axes.
 *
 * @param low lower end of the vertical axis, in microseconds
 * @param high upper end
 * @param lines one per shape
 */
public record LoadChart(double low, double high, List<Line> lines) {
  private static final double MILLISECOND = 1_000;

  /** A shape; the hue is the index of its colour. */
  public record Line(String name, int hue, List<Point> points) {
    /** What the line shows, for those who cannot see it. */
    private String summary() {
      return points.stream()
          .map(
              point ->
                  "at "
                      + point.share()
                      + " "
                      + Units.micros(point.p50())
                      + " and "
                      + Units.micros(point.p99()))
          .collect(Collectors.joining(", ", name + ", p50 and p99: ", "."));
    }
  }

  /**
   * A load.
   *
   * @param rate operations per second that were asked for
   * @param share of the saturation throughput, as text
   * @param p50 median over the rounds, in microseconds
   * @param p99 the same
   * @param least p99 of the fastest round
   * @param most p99 of the slowest round
   * @param operations of all valid rounds
   */
  public record Point(
      double rate,
      String share,
      double p50,
      double p99,
      double least,
      double most,
      long operations) {}

  /** A chart with axes that hold all lines, and the millisecond. */
  static LoadChart of(List<Line> lines) {
    double low = MILLISECOND;
    double high = MILLISECOND;
    for (Line line : lines) {
      for (Point point : line.points()) {
        low = Math.min(low, point.p50());
        high = Math.max(high, point.most());
      }
    }
    return new LoadChart(decadeBelow(low), 10 * decadeBelow(high), lines);
  }

  /** The power of ten that a time in microseconds is not below. */
  public static double decadeBelow(double micros) {
    return Math.pow(10, Math.floor(Math.log10(Math.max(micros, 1e-3))));
  }

  /** What the picture shows, for those who cannot see it. */
  String summary() {
    return lines.stream()
        .map(line -> " " + line.summary())
        .collect(Collectors.joining("", "Response time over rate.", ""));
  }
}
