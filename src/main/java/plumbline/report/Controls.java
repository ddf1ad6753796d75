package plumbline.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import plumbline.result.ControlIds;
import plumbline.result.Metric;
import plumbline.result.Series;
import plumbline.result.Units;

/** What the controls say that were measured beside the servers, in the same run. */
final class Controls {
  private final Figures figures;
  private final List<SeriesName> names;

  Controls(Figures figures, List<SeriesName> names) {
    this.figures = figures;
    this.names = names;
  }

  private List<SeriesName> ofSystem(String system) {
    return names.stream().filter(name -> name.series().system().equals(system)).toList();
  }

  List<String> floor() {
    List<String> texts = new ArrayList<>();
    for (SeriesName name : ofSystem(ControlIds.LOOPBACK)) {
      OptionalDouble p50 = figures.value(name.series(), Metric.P50);
      if (p50.isPresent()) {
        OptionalDouble p99 = figures.value(name.series(), Metric.P99);
        texts.add(
            "A TCP echo of "
                + name.series().payload()
                + " B over loopback takes "
                + Units.micros(p50.getAsDouble())
                + " at p50"
                + (p99.isPresent() ? " and " + Units.micros(p99.getAsDouble()) + " at p99" : "")
                + ". A round trip over TCP cannot be much faster on this machine.");
      }
    }
    if (texts.isEmpty()) {
      texts.add("Not measured: without the loopback echo, the machine's own share is unknown.");
    }
    return texts;
  }

  /** The p50 of the echo with the same payload, else of any. */
  private OptionalDouble floorFor(Series series) {
    return ofSystem(ControlIds.LOOPBACK).stream()
        .map(SeriesName::series)
        .sorted(Comparator.comparing(echo -> echo.payload() == series.payload() ? 0 : 1))
        .map(echo -> figures.value(echo, Metric.P50))
        .flatMapToDouble(OptionalDouble::stream)
        .filter(floor -> floor > 0)
        .findFirst();
  }

  List<String> overTheFloor() {
    List<String> texts = new ArrayList<>();
    for (SeriesName name : names) {
      OptionalDouble p50 = figures.value(name.series(), Metric.P50);
      OptionalDouble floor = floorFor(name.series());
      boolean compared =
          !name.isControl()
              && !SeriesName.isPart(name.series())
              && !name.client().equals(SeriesName.BARE_SOCKET);
      if (compared && p50.isPresent() && floor.isPresent()) {
        texts.add(
            name.text()
                + ": p50 is "
                + Units.factor(p50.getAsDouble() / floor.getAsDouble())
                + " the floor ("
                + difference(p50.getAsDouble() - floor.getAsDouble())
                + ").");
      }
    }
    return texts;
  }

  private static String difference(double micros) {
    return Units.micros(Math.abs(micros)) + (micros < 0 ? " less" : " more");
  }

  /** A client library against a bare socket that does the same operation with the same payload. */
  List<String> clientShare() {
    List<String> texts = new ArrayList<>();
    for (SeriesName wire : names) {
      if (wire.isControl() || !wire.client().equals(SeriesName.BARE_SOCKET)) {
        continue;
      }
      for (SeriesName library : names) {
        if (library.operation().equals(wire.operation())
            && library.series().payload() == wire.series().payload()
            && library.series().inFlight() == wire.series().inFlight()
            && library.series().load() == wire.series().load()
            && library.series().servers().equals(wire.series().servers())
            && !library.client().equals(SeriesName.BARE_SOCKET)) {
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
    return Optional.of(
        library.operation()
            + library.series().servers().map(set -> " (" + set + ")").orElse("")
            + " at p50: "
            + Units.micros(with.getAsDouble())
            + " with "
            + library.client()
            + ", "
            + Units.micros(without.getAsDouble())
            + " over a bare socket. "
            + (difference > 0
                ? "The client's share is "
                    + Units.micros(difference)
                    + " ("
                    + Units.percent(difference / with.getAsDouble())
                    + ")."
                : "The client adds nothing that can be seen."));
  }

  List<String> recordingCost() {
    List<String> costs = new ArrayList<>();
    for (SeriesName name : ofSystem(ControlIds.INSTRUMENT)) {
      figures
          .costNanos(name.series())
          .ifPresent(cost -> costs.add(name.series().operation() + " " + Units.time(cost)));
    }
    return costs.isEmpty()
        ? List.of("Not measured.")
        : List.of("What the instrument itself takes: " + String.join(", ", costs) + ".");
  }
}
