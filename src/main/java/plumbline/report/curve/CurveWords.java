package plumbline.report.curve;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import plumbline.report.figure.Figure.Mark;
import plumbline.report.words.Phrase;
import plumbline.report.words.WarningWords;
import plumbline.report.words.Wording;
import plumbline.result.Busiest;
import plumbline.result.Metric;
import plumbline.result.Search;
import plumbline.result.Search.Probe;
import plumbline.result.Units;

/** How a saturation throughput was found, and at which load p99 leaves the microseconds. */
final class CurveWords {
  private static final double MILLISECOND = 1_000;

  /** A search is no finer than 10 %. */
  private static final double WORTH_SAYING = 1.1;

  private final Wording wording;
  private final WarningWords warnings;

  CurveWords(Wording wording) {
    this.wording = wording;
    this.warnings = new WarningWords(wording);
  }

  static String rate(double perSecond) {
    return Units.of(perSecond, "ops/s");
  }

  /** A sentence on how the saturation throughput was found. */
  String searched(Search search) {
    if (search.fault().isPresent()) {
      return wording.say(Phrase.SEARCH_FAILED, warnings.of(search.fault().get()));
    }
    int forks = search.probes().size();
    if (search.saturation().isEmpty()) {
      return wording.say(Phrase.SEARCH_OPEN, forks);
    }
    int saturation = search.saturation().getAsInt();
    String more = above(search, saturation) + overloaded(search, saturation);
    return wording.say(Phrase.SEARCH_FOUND, rate(saturation), more, forks);
  }

  /** The lowest rate that was not sustained, and why not when it failed last. */
  private String above(Search search, int saturation) {
    List<Probe> above =
        search.probes().stream()
            .filter(probe -> probe.rate() > saturation && !probe.sustained())
            .toList();
    OptionalInt lowest = above.stream().mapToInt(Probe::rate).min();
    return above.stream()
        .filter(probe -> probe.rate() == lowest.getAsInt())
        .reduce((one, later) -> later)
        .map(probe -> wording.say(Phrase.SEARCH_ABOVE, rate(probe.rate()), why(probe)))
        .orElse("");
  }

  private String why(Probe probe) {
    String fault =
        probe
            .fault()
            .map(
                one -> one.warnings().isEmpty() ? one.reason() : warnings.of(one.warnings().get(0)))
            .orElse("");
    return fault
        + probe
            .busiest()
            .map(busiest -> wording.say(Phrase.SEARCH_BUSIEST, of(busiest)))
            .orElse("");
  }

  /** What was busy and how much, in two words. */
  String of(Busiest busiest) {
    String percent = String.format(Locale.ROOT, "%.0f", busiest.percent()) + Units.NO_BREAK + "%";
    return wording.say(Phrase.valueOf("BUSIEST_" + busiest.part().name()), percent);
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

  /** Why a load is not usable, in a few words. */
  String obstacle(LoadPoint point) {
    int faulty = point.rounds().size() - point.valid();
    int missed = point.missed();
    if (faulty == 0) {
      return wording.say(
          point.rounds().isEmpty() ? Phrase.LOAD_NOT_MEASURED : Phrase.LOAD_UNFINISHED);
    }
    if (missed == faulty) {
      return wording.say(Phrase.LOAD_NOT_SUSTAINED, faulty, point.planned());
    }
    String also = missed > 0 ? wording.say(Phrase.LOAD_ALSO_NOT_SUSTAINED, missed) : "";
    return wording.say(Phrase.LOAD_NOT_VALID, faulty, point.planned(), also);
  }

  /**
   * At which load p99 leaves the microseconds, and from which on no processor is left: a sentence
   * that ends in a full stop and begins in lower case, and maybe another.
   *
   * @param points rising in load
   */
  String crossing(List<LoadPoint> points) {
    List<LoadPoint> measured =
        points.stream().filter(point -> point.median(Metric.P99).isPresent()).toList();
    if (measured.isEmpty()) {
      return wording.say(Phrase.CROSSING_UNKNOWN) + busy(points);
    }
    List<LoadPoint> missed = points.stream().filter(point -> point.missed() > 0).toList();
    List<LoadPoint> others = points.stream().filter(point -> point.missed() == 0).toList();
    return where(measured)
        + without(missed, Phrase.CROSSING_NOT_SUSTAINED)
        + without(others, Phrase.CROSSING_NOT_VALID)
        + "."
        + busy(points);
  }

  private String busy(List<LoadPoint> points) {
    return points.stream()
        .filter(point -> point.busiest().filter(Busiest::areProcessorsTaken).isPresent())
        .findFirst()
        .map(point -> wording.say(Phrase.CROSSING_BUSY, point.share()))
        .orElse("");
  }

  private String where(List<LoadPoint> measured) {
    int first = 0;
    while (first < measured.size() && !isAbove(measured.get(first))) {
      first++;
    }
    if (first == measured.size()) {
      return wording.say(Phrase.CROSSING_NEVER, at(measured.get(first - 1)));
    }
    LoadPoint reached = measured.get(first);
    double[] range = reached.range(Metric.P99).orElseThrow();
    String back =
        measured.subList(first, measured.size()).stream()
            .filter(point -> !isAbove(point))
            .map(CurveWords::at)
            .collect(Collectors.joining(", "));
    return (first == 0
            ? wording.say(Phrase.CROSSING_AT_ONCE, at(reached))
            : wording.say(Phrase.CROSSING_BETWEEN, at(measured.get(first - 1)), at(reached)))
        + (range[0] < MILLISECOND && range[1] >= MILLISECOND
            ? wording.say(Phrase.CROSSING_SPLIT)
            : "")
        + (back.isEmpty() ? "" : wording.say(Phrase.CROSSING_BACK, back));
  }

  private static boolean isAbove(LoadPoint point) {
    return point.median(Metric.P99).orElseThrow() >= MILLISECOND;
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
    String loads = String.join(", ", left);
    return left.isEmpty() ? "" : wording.say(why, loads, left.size() == 1 ? "was" : "were");
  }
}
