package plumbline.report.curve;

import java.util.List;
import java.util.stream.Collectors;
import plumbline.report.figure.Mark;
import plumbline.report.words.Phrase;
import plumbline.report.words.Wording;
import plumbline.result.Metric;
import plumbline.result.Units;

/** At which load p99 leaves the microseconds, in words. */
final class Crossing {
  private static final double MILLISECOND = 1_000;

  private final Wording wording;

  Crossing(Wording wording) {
    this.wording = wording;
  }

  /**
   * A sentence that ends in a full stop and begins in lower case.
   *
   * @param points rising in load
   */
  String text(List<LoadPoint> points) {
    List<LoadPoint> measured =
        points.stream().filter(point -> point.median(Metric.P99).isPresent()).toList();
    if (measured.isEmpty()) {
      return wording.say(Phrase.CROSSING_UNKNOWN);
    }
    List<LoadPoint> missed = points.stream().filter(point -> point.missed() > 0).toList();
    List<LoadPoint> others = points.stream().filter(point -> point.missed() == 0).toList();
    return said(measured)
        + without(missed, Phrase.CROSSING_NOT_SUSTAINED)
        + without(others, Phrase.CROSSING_NOT_VALID)
        + ".";
  }

  private String said(List<LoadPoint> measured) {
    int first = 0;
    while (first < measured.size() && !isAbove(measured.get(first))) {
      first++;
    }
    if (first == measured.size()) {
      return wording.say(Phrase.CROSSING_NEVER, at(measured.get(first - 1)));
    }
    LoadPoint reached = measured.get(first);
    String text =
        first == 0
            ? wording.say(Phrase.CROSSING_AT_ONCE, at(reached))
            : wording.say(Phrase.CROSSING_BETWEEN, at(measured.get(first - 1)), at(reached));
    if (isSplit(reached)) {
      text += wording.say(Phrase.CROSSING_SPLIT);
    }
    String back =
        measured.subList(first, measured.size()).stream()
            .filter(point -> !isAbove(point))
            .map(Crossing::at)
            .collect(Collectors.joining(", "));
    return back.isEmpty() ? text : text + wording.say(Phrase.CROSSING_BACK, back);
  }

  private static boolean isAbove(LoadPoint point) {
    return point.median(Metric.P99).orElseThrow() >= MILLISECOND;
  }

  private static boolean isSplit(LoadPoint point) {
    double[] range = point.range(Metric.P99).orElseThrow();
    return range[0] < MILLISECOND && range[1] >= MILLISECOND;
  }

  private static String at(LoadPoint point) {
    String median = Units.micros(point.median(Metric.P99).orElseThrow());
    String sign = point.isOfTheClient(Metric.P99) ? Mark.CLIENT.sign() : "";
    return point.share() + " (" + median + sign + ")";
  }

  /** The loads without figures. */
  private String without(List<LoadPoint> points, Phrase why) {
    List<String> left =
        points.stream().filter(point -> !point.isUsable()).map(LoadPoint::share).toList();
    return left.isEmpty()
        ? ""
        : wording.say(why, String.join(", ", left), left.size() == 1 ? "was" : "were");
  }
}
