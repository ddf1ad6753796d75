package plumbline.report;

import java.util.List;
import java.util.stream.Collectors;
import plumbline.report.ReportModel.Mark;
import plumbline.result.Metric;
import plumbline.result.Units;

/** At which load p99 leaves the microseconds, in words. */
final class Crossing {
  private static final double MILLISECOND = 1_000;

  private Crossing() {}

  /**
   * A sentence that ends in a full stop and begins in lower case.
   *
   * @param points rising in load
   */
  static String text(List<LoadPoint> points) {
    List<LoadPoint> measured =
        points.stream().filter(point -> point.median(Metric.P99).isPresent()).toList();
    if (measured.isEmpty()) {
      return "p99 is not known at any load.";
    }
    return said(measured)
        + without(points.stream().filter(point -> point.missed() > 0).toList(), " not sustained")
        + without(points.stream().filter(point -> point.missed() == 0).toList(), " not valid")
        + ".";
  }

  private static String said(List<LoadPoint> measured) {
    int first = 0;
    while (first < measured.size() && !isAbove(measured.get(first))) {
      first++;
    }
    LoadPoint last = measured.get(measured.size() - 1);
    if (first == measured.size()) {
      return "p99 stays in the microseconds at every load that was measured, up to " + at(last);
    }
    LoadPoint reached = measured.get(first);
    String text =
        first == 0
            ? "p99 has left the microseconds already at the lowest load that was measured, "
                + at(reached)
            : "p99 leaves the microseconds between "
                + at(measured.get(first - 1))
                + " and "
                + at(reached);
    List<LoadPoint> back =
        measured.subList(first, measured.size()).stream().filter(point -> !isAbove(point)).toList();
    return text
        + (isSplit(reached) ? ", where rounds lie on both sides of 1" + Units.NO_BREAK + "ms" : "")
        + (back.isEmpty()
            ? ""
            : ", but is back in them at "
                + back.stream().map(Crossing::at).collect(Collectors.joining(", ")));
  }

  private static boolean isAbove(LoadPoint point) {
    return point.median(Metric.P99).orElseThrow() >= MILLISECOND;
  }

  private static boolean isSplit(LoadPoint point) {
    double[] range = point.range(Metric.P99).orElseThrow();
    return range[0] < MILLISECOND && range[1] >= MILLISECOND;
  }

  private static String at(LoadPoint point) {
    return share(point)
        + " ("
        + Units.micros(point.median(Metric.P99).orElseThrow())
        + (point.isOfTheClient(Metric.P99) ? Mark.CLIENT.sign() : "")
        + ")";
  }

  static String share(LoadPoint point) {
    return point.percent() + "" + Units.NO_BREAK + "%";
  }

  /** The loads without figures. */
  private static String without(List<LoadPoint> points, String why) {
    List<LoadPoint> left = points.stream().filter(point -> !point.isUsable()).toList();
    return left.isEmpty()
        ? ""
        : "; "
            + left.stream().map(Crossing::share).collect(Collectors.joining(", "))
            + (left.size() == 1 ? " was" : " were")
            + why;
  }
}
