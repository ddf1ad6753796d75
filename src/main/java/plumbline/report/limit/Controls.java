package plumbline.report.limit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import plumbline.report.figure.Figures;
import plumbline.report.figure.SeriesName;
import plumbline.report.words.Phrase;
import plumbline.report.words.Wording;
import plumbline.result.ControlIds;
import plumbline.result.Metric;
import plumbline.result.Row;
import plumbline.result.Series;
import plumbline.result.Units;
import plumbline.statistics.MedianInterval;

/** What the controls say that were measured beside the servers, in the same run. */
final class Controls {
  private final Figures figures;
  private final Wording wording;

  Controls(Figures figures, Wording wording) {
    this.figures = figures;
    this.wording = wording;
  }

  private List<Series> ofSystem(String system) {
    return figures.names().stream()
        .map(SeriesName::series)
        .filter(series -> series.system().equals(system))
        .toList();
  }

  List<String> floor() {
    List<String> texts = new ArrayList<>();
    for (Series echo : ofSystem(ControlIds.LOOPBACK)) {
      Optional<String> tail =
          figures.micros(echo, Metric.P99).map(p99 -> wording.say(Phrase.FLOOR_TAIL, p99));
      figures
          .micros(echo, Metric.P50)
          .map(p50 -> wording.say(words(echo), echo.payload(), p50, tail.orElse("")))
          .ifPresent(texts::add);
    }
    return texts.isEmpty() ? List.of(wording.say(Phrase.NO_FLOOR)) : texts;
  }

  private static Phrase words(Series echo) {
    return isFloor(echo) ? Phrase.FLOOR : Phrase.SLEEPING_ECHO;
  }

  private static boolean isFloor(Series echo) {
    return echo.operation().equals(ControlIds.SPINNING_ECHO);
  }

  /** The floor with the same payload, else with any; without one, the other echo. */
  private Optional<Series> floorFor(Series series) {
    return ofSystem(ControlIds.LOOPBACK).stream()
        .filter(echo -> echo.keepsAwake() == series.keepsAwake())
        .filter(echo -> figures.value(echo, Metric.P50).orElse(0) > 0)
        .min(
            Comparator.comparing((Series echo) -> isFloor(echo) ? 0 : 1)
                .thenComparing(echo -> echo.payload() == series.payload() ? 0 : 1));
  }

  List<String> overTheFloor() {
    List<String> texts = new ArrayList<>();
    for (SeriesName name : figures.names()) {
      OptionalDouble p50 = figures.value(name.series(), Metric.P50);
      Optional<Series> floor = floorFor(name.series());
      if (name.isWhole() && p50.isPresent() && floor.isPresent()) {
        double least = figures.value(floor.get(), Metric.P50).orElseThrow();
        double micros = p50.getAsDouble() - least;
        texts.add(
            wording.say(
                micros < 0 ? Phrase.UNDER_THE_FLOOR : Phrase.OVER_THE_FLOOR,
                name.text(),
                Units.factor(p50.getAsDouble() / least),
                Units.micros(Math.abs(micros)),
                wording.say(isFloor(floor.get()) ? Phrase.THE_FLOOR : Phrase.THE_ECHO)));
      }
    }
    return texts;
  }

  /** A client library against a bare socket that does the same operation with the same payload. */
  List<String> clientShare() {
    List<String> texts = new ArrayList<>();
    for (SeriesName wire : figures.names()) {
      if (wire.isControl() || !wire.isBareSocket()) {
        continue;
      }
      for (SeriesName library : figures.names()) {
        if (library.operation().equals(wire.operation())
            && library.series().payload() == wire.series().payload()
            && library.series().inFlight() == wire.series().inFlight()
            && library.series().load() == wire.series().load()
            && library.series().param(Series.KEYS).equals(wire.series().param(Series.KEYS))
            && library.series().servers().equals(wire.series().servers())
            && library.series().keepsAwake() == wire.series().keepsAwake()
            && !library.isBareSocket()) {
          share(library, wire).ifPresent(texts::add);
        }
      }
    }
    return texts;
  }

  private Optional<String> share(SeriesName library, SeriesName wire) {
    OptionalDouble with = figures.value(library.series(), Metric.P50);
    OptionalDouble without = figures.value(wire.series(), Metric.P50);
    if (with.isEmpty() || without.isEmpty()) {
      return Optional.empty();
    }
    return difference(library.series(), wire.series())
        .map(
            difference ->
                wording.say(
                    Phrase.CLIENT_SHARE,
                    library.operation()
                        + library.series().servers().map(set -> " (" + set + ")").orElse(""),
                    Units.micros(with.getAsDouble()),
                    library.client(),
                    Units.micros(without.getAsDouble()),
                    difference));
  }

  /** What an operation takes because its processors had fallen asleep, where both were measured. */
  List<String> wakingUp() {
    List<String> texts = new ArrayList<>();
    for (SeriesName name : figures.names()) {
      Series awake = name.series();
      Series usual = awake.without(Set.of(Series.PROCESSORS));
      Series asleep = usual.with(Series.PROCESSORS, Series.DEFAULT_PROCESSORS);
      if (awake.keepsAwake()) {
        difference(asleep, awake)
            .map(difference -> wording.say(Phrase.WAKING_UP, name.text(), difference))
            .ifPresent(texts::add);
      }
    }
    return texts;
  }

  /**
   * By how much the p50 of one series is above that of another: the median of the differences
   * within a round, with their range. Rounds have much in common that would else hide a small
   * difference.
   */
  private Optional<String> difference(Series one, Series other) {
    Map<Integer, Double> others = byRound(other);
    Map<Integer, Double> ones = byRound(one);
    ones.keySet().retainAll(others.keySet());
    if (ones.isEmpty()) {
      return Optional.empty();
    }
    MedianInterval differences =
        MedianInterval.range(
            ones.entrySet().stream()
                .mapToDouble(entry -> entry.getValue() - others.get(entry.getKey()))
                .toArray());
    MedianInterval whole =
        MedianInterval.range(ones.values().stream().mapToDouble(Double::doubleValue).toArray());
    return Optional.of(
        wording.say(
            differences.low() <= 0 && differences.high() >= 0
                ? Phrase.DIFFERENCE_NOT_TOLD
                : Phrase.DIFFERENCE,
            signed(differences.median()),
            signed(differences.low()),
            signed(differences.high()),
            Units.percent(differences.median() / whole.median())));
  }

  private static String signed(double micros) {
    return (micros < 0 ? "-" : "") + Units.micros(Math.abs(micros));
  }

  private Map<Integer, Double> byRound(Series series) {
    Map<Integer, Double> values = new TreeMap<>();
    figures.data().roundRows(series, Metric.P50).stream()
        .filter(Row::valid)
        .forEach(row -> values.put(row.round().orElseThrow(), row.value()));
    return values;
  }

  String recordingCost() {
    List<String> costs = new ArrayList<>();
    for (Series series : ofSystem(ControlIds.INSTRUMENT)) {
      costNanos(series).ifPresent(cost -> costs.add(series.operation() + " " + Units.time(cost)));
    }
    return costs.isEmpty()
        ? wording.say(Phrase.NO_RECORDING_COST)
        : wording.say(Phrase.RECORDING_COST, String.join(", ", costs));
  }

  /** The time that one operation takes: the mean, else what the throughput says. */
  private OptionalDouble costNanos(Series series) {
    OptionalDouble mean = figures.value(series, Metric.MEAN);
    if (mean.isPresent()) {
      return OptionalDouble.of(mean.getAsDouble() * 1_000.0);
    }
    OptionalDouble rate = figures.value(series, Metric.THROUGHPUT);
    return rate.isPresent() && rate.getAsDouble() > 0
        ? OptionalDouble.of(1e9 / rate.getAsDouble())
        : OptionalDouble.empty();
  }
}
