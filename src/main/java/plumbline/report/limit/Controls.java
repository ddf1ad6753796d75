package plumbline.report.limit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import plumbline.report.figure.Figures;
import plumbline.report.figure.SeriesName;
import plumbline.report.words.Phrase;
import plumbline.report.words.Wording;
import plumbline.result.ControlIds;
import plumbline.result.Metric;
import plumbline.result.Series;
import plumbline.result.Units;

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
          .map(p50 -> wording.say(Phrase.FLOOR, echo.payload(), p50, tail.orElse("")))
          .ifPresent(texts::add);
    }
    return texts.isEmpty() ? List.of(wording.say(Phrase.NO_FLOOR)) : texts;
  }

  /** The p50 of the echo with the same payload, else of any. */
  private OptionalDouble floorFor(Series series) {
    return ofSystem(ControlIds.LOOPBACK).stream()
        .sorted(Comparator.comparing(echo -> echo.payload() == series.payload() ? 0 : 1))
        .map(echo -> figures.value(echo, Metric.P50))
        .flatMapToDouble(OptionalDouble::stream)
        .filter(floor -> floor > 0)
        .findFirst();
  }

  List<String> overTheFloor() {
    List<String> texts = new ArrayList<>();
    for (SeriesName name : figures.names()) {
      OptionalDouble p50 = figures.value(name.series(), Metric.P50);
      OptionalDouble floor = floorFor(name.series());
      if (name.isWhole() && p50.isPresent() && floor.isPresent()) {
        double micros = p50.getAsDouble() - floor.getAsDouble();
        texts.add(
            wording.say(
                micros < 0 ? Phrase.UNDER_THE_FLOOR : Phrase.OVER_THE_FLOOR,
                name.text(),
                Units.factor(p50.getAsDouble() / floor.getAsDouble()),
                Units.micros(Math.abs(micros))));
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
            && library.series().servers().equals(wire.series().servers())
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
    if (with.isEmpty() || without.isEmpty() || with.getAsDouble() <= 0) {
      return Optional.empty();
    }
    double difference = with.getAsDouble() - without.getAsDouble();
    String share =
        difference > 0
            ? wording.say(
                Phrase.CLIENT_ADDS,
                Units.micros(difference),
                Units.percent(difference / with.getAsDouble()))
            : wording.say(Phrase.CLIENT_ADDS_NOTHING);
    return Optional.of(
        wording.say(
            Phrase.CLIENT_SHARE,
            library.operation()
                + library.series().servers().map(set -> " (" + set + ")").orElse(""),
            Units.micros(with.getAsDouble()),
            library.client(),
            Units.micros(without.getAsDouble()),
            share));
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
