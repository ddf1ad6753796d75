package plumbline.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.HdrHistogram.Histogram;
import plumbline.report.ReportModel.Entry;
import plumbline.result.Histograms;
import plumbline.result.Metric;
import plumbline.result.Row;
import plumbline.result.RunData;
import plumbline.result.RunManifest.WarmUp;
import plumbline.result.Series;

/** What limits a result: the controls beside it, and what disturbed it. */
final class Limits {
  /** A median that moved further than this from the first round to the last is named. */
  private static final double DRIFT = 0.10;

  private final RunData data;
  private final Figures figures;
  private final List<SeriesName> names;

  Limits(RunData data, Figures figures, List<SeriesName> names) {
    this.data = data;
    this.figures = figures;
    this.names = names;
  }

  List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    add(entries, "Floor", floor());
    add(entries, "Over the floor", overTheFloor());
    add(entries, "Client share", clientShare());
    add(entries, "Recording cost", recordingCost());
    add(entries, "Platform pauses", pauses());
    add(entries, "Drift", drift());
    add(entries, "Server warm-up", warmUps());
    add(entries, "Notes", data.manifest().notes());
    return entries;
  }

  private static void add(List<Entry> entries, String title, List<String> texts) {
    if (!texts.isEmpty()) {
      entries.add(new Entry(title, texts));
    }
  }

  private List<SeriesName> ofSystem(String system) {
    return names.stream().filter(name -> name.series().system().equals(system)).toList();
  }

  private List<String> floor() {
    List<String> texts = new ArrayList<>();
    for (SeriesName name : ofSystem(SeriesName.LOOPBACK)) {
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
                + ". No round trip over TCP is faster on this machine.");
      }
    }
    if (texts.isEmpty()) {
      texts.add("Not measured: without the loopback echo, the machine's own share is unknown.");
    }
    return texts;
  }

  /** The p50 of the echo with the same payload, else of any. */
  private OptionalDouble floorFor(Series series) {
    return ofSystem(SeriesName.LOOPBACK).stream()
        .map(SeriesName::series)
        .sorted(Comparator.comparing(echo -> echo.payload() == series.payload() ? 0 : 1))
        .map(echo -> figures.value(echo, Metric.P50))
        .flatMapToDouble(OptionalDouble::stream)
        .filter(floor -> floor > 0)
        .findFirst();
  }

  private List<String> overTheFloor() {
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
  private List<String> clientShare() {
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

  private List<String> recordingCost() {
    List<String> costs = new ArrayList<>();
    for (SeriesName name : ofSystem(SeriesName.INSTRUMENT)) {
      figures
          .costNanos(name.series())
          .ifPresent(cost -> costs.add(name.series().operation() + " " + Units.time(cost)));
    }
    return costs.isEmpty()
        ? List.of("Not measured.")
        : List.of("What the instrument itself takes: " + String.join(", ", costs) + ".");
  }

  private List<String> pauses() {
    Optional<Histogram> all =
        Histograms.merge(
            names.stream().flatMap(name -> figures.pauses(name.series()).stream()).toList());
    if (all.isEmpty() || all.get().getTotalCount() == 0) {
      return List.of("Not watched.");
    }
    List<String> texts = new ArrayList<>();
    texts.add(
        "A thread that only sleeps, in the same JVMs, woke up late by "
            + Units.time(all.get().getValueAtPercentile(50))
            + " at p50, "
            + Units.time(all.get().getValueAtPercentile(99))
            + " at p99, "
            + Units.time(all.get().getMaxValue())
            + " at most.");
    List<String> dominated = new ArrayList<>();
    for (Metric metric : ReportModel.COLUMNS) {
      long count =
          names.stream().filter(name -> figures.isOfThePlatform(name.series(), metric)).count();
      if (count > 0) {
        dominated.add(metric.text() + " of " + count + " of " + names.size() + " lines");
      }
    }
    texts.add(
        dominated.isEmpty()
            ? "No figure of the table is explained by them."
            : "What goes beyond the median is a pause. No longer than the pauses at the same percentile,"
                + " marked * in the table: "
                + String.join(", ", dominated)
                + ".");
    return texts;
  }

  private List<String> drift() {
    List<String> texts = new ArrayList<>();
    boolean compared = false;
    for (SeriesName name : names) {
      List<Row> rows =
          data.roundRows(name.series(), Metric.P50).stream().filter(Row::valid).toList();
      if (rows.size() < 2) {
        continue;
      }
      compared = true;
      Row first = rows.get(0);
      Row last = rows.get(rows.size() - 1);
      double change = last.value() / first.value() - 1;
      if (Math.abs(change) > DRIFT) {
        texts.add(
            name.text()
                + ": p50 went from "
                + Units.micros(first.value())
                + " in round "
                + first.round().orElseThrow()
                + " to "
                + Units.micros(last.value())
                + " in round "
                + last.round().orElseThrow()
                + " ("
                + (change > 0 ? "+" : "")
                + Units.percent(change)
                + ").");
      }
    }
    if (texts.isEmpty() && compared) {
      texts.add("No p50 moved by more than 10 % from the first round to the last.");
    }
    return texts;
  }

  private List<String> warmUps() {
    return data.manifest().servers().stream()
        .flatMap(
            server ->
                server.warmUp().stream()
                    .map(warmUp -> Conditions.product(server) + " " + warmUp(warmUp)))
        .toList();
  }

  /** How a server was warmed, as what follows its name. */
  static String warmUp(WarmUp warmUp) {
    List<Long> medians = warmUp.windowMedianNanos();
    return (warmUp.settled() ? "settled after " : "did NOT settle within ")
        + Units.duration(warmUp.took())
        + " and "
        + Units.count(warmUp.operations())
        + " operations"
        + (medians.isEmpty()
            ? ""
            : "; p50 went from "
                + Units.time(medians.get(0))
                + " to "
                + Units.time(medians.get(medians.size() - 1)))
        + " (rule: "
        + warmUp.rule()
        + ").";
  }
}
