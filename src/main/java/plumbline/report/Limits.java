package plumbline.report;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.HdrHistogram.Histogram;
import plumbline.report.ReportModel.Entry;
import plumbline.report.words.WarningWords;
import plumbline.result.Histograms;
import plumbline.result.Metric;
import plumbline.result.Row;
import plumbline.result.RunData;
import plumbline.result.RunManifest.WarmUp;
import plumbline.result.Units;
import plumbline.result.Warning;

/** What limits a result: the controls beside it, and what disturbed it. */
final class Limits {
  /** A median that moved further than this from the first round to the last is named. */
  private static final double DRIFT = 0.10;

  private final RunData data;
  private final Figures figures;
  private final List<SeriesName> names;
  private final WarningWords words;

  Limits(RunData data, Figures figures, List<SeriesName> names, WarningWords words) {
    this.data = data;
    this.figures = figures;
    this.names = names;
    this.words = words;
  }

  List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    Controls controls = new Controls(figures, names);
    add(entries, "Floor", controls.floor());
    add(entries, "Over the floor", controls.overTheFloor());
    add(entries, "Client share", controls.clientShare());
    add(entries, "Recording cost", controls.recordingCost());
    add(entries, "Processor time", Saturation.texts(figures, names));
    add(entries, "Platform pauses", pauses());
    add(entries, "Load generator", new PacedLoads(figures, names).texts());
    add(entries, "What to do", remedies());
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

  private List<String> pauses() {
    Optional<Histogram> all =
        Histograms.merge(names.stream().flatMap(name -> figures.pauses(name.series()).stream()));
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
            : "What goes beyond the median is a pause. Marked * in the table, since as many pauses"
                + " as slower operations were at least as long: "
                + String.join(", ", dominated)
                + ".");
    return texts;
  }

  /** What helps against the warnings that rows carry. */
  private List<String> remedies() {
    Set<Warning> warnings = EnumSet.noneOf(Warning.class);
    data.rows().forEach(row -> row.warnings().forEach(finding -> warnings.add(finding.warning())));
    return warnings.stream()
        .map(warning -> "Where \"" + words.brief(warning) + "\": " + words.remedy(warning) + ".")
        .toList();
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
                    .map(
                        warmUp ->
                            Conditions.title(server)
                                + " "
                                + warmUp(warmUp)
                                + " That client ran on; each fork's starts cold and warms up for"
                                + " the time that the plan gives it, see run.json."))
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
