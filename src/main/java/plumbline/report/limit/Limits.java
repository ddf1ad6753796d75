package plumbline.report.limit;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.HdrHistogram.Histogram;
import plumbline.report.figure.Figures;
import plumbline.report.figure.SeriesName;
import plumbline.report.page.Block.Entries;
import plumbline.report.page.Block.Entry;
import plumbline.report.words.Phrase;
import plumbline.report.words.WarningWords;
import plumbline.report.words.Wording;
import plumbline.result.Histograms;
import plumbline.result.Metric;
import plumbline.result.Row;
import plumbline.result.RunData;
import plumbline.result.RunManifest.Server;
import plumbline.result.RunManifest.WarmUp;
import plumbline.result.Units;
import plumbline.result.Warning;

/** What limits a result: the controls beside it, and what disturbed it. */
public final class Limits {
  /** A median that moved further than this from the first round to the last is named. */
  private static final double DRIFT = 0.10;

  private final RunData data;
  private final Figures figures;
  private final Wording wording;

  private Limits(Figures figures, Wording wording) {
    this.data = figures.data();
    this.figures = figures;
    this.wording = wording;
  }

  /** An entry for each thing of which something can be said. */
  public static Entries of(Figures figures, Wording wording) {
    return new Limits(figures, wording).entries();
  }

  private Entries entries() {
    Controls controls = new Controls(figures, wording);
    Loads loads = new Loads(figures, wording);
    return Entries.of(
        Entry.of("Floor", controls.floor()),
        Entry.of("Over the floor", controls.overTheFloor()),
        Entry.of("Client share", controls.clientShare()),
        Entry.of("Waking up", controls.wakingUp()),
        Entry.of("Recording cost", controls.recordingCost()),
        Entry.of("Processor time", loads.saturated()),
        Entry.of("Platform pauses", pauses()),
        Entry.of("Taken time", new TakenTime(figures, wording).texts()),
        Entry.of("Load generator", loads.paced()),
        Entry.of("Acknowledgement", loads.ackGaps()),
        Entry.of("What to do", remedies()),
        Entry.of("Drift", drift()),
        Entry.of("Server warm-up", warmUps()),
        Entry.of("Client warm-up", new ClientWarmUps(figures, wording).texts()),
        Entry.of("Notes", data.manifest().notes()));
  }

  private List<String> pauses() {
    Optional<Histogram> all =
        Histograms.merge(
            figures.names().stream().flatMap(name -> figures.pauses(name.series()).stream()));
    if (all.isEmpty() || all.get().getTotalCount() == 0) {
      return List.of(wording.say(Phrase.PAUSES_NOT_WATCHED));
    }
    List<String> dominated = new ArrayList<>();
    for (Metric metric : Figures.LATENCIES) {
      long count =
          figures.names().stream()
              .filter(name -> figures.isOfThePlatform(name.series(), metric))
              .count();
      if (count > 0) {
        dominated.add(
            wording.say(Phrase.PAUSED_LINES, metric.text(), count, figures.names().size()));
      }
    }
    return List.of(
        wording.say(
            Phrase.PAUSES_SEEN,
            Units.time(all.get().getValueAtPercentile(50)),
            Units.time(all.get().getValueAtPercentile(99)),
            Units.time(all.get().getMaxValue())),
        dominated.isEmpty()
            ? wording.say(Phrase.PAUSES_EXPLAIN_NOTHING)
            : wording.say(Phrase.PAUSES_EXPLAIN, String.join(", ", dominated)));
  }

  /** What helps against the warnings that rows carry. */
  private List<String> remedies() {
    WarningWords words = new WarningWords(wording);
    Set<Warning> warnings = EnumSet.noneOf(Warning.class);
    data.rows().forEach(row -> row.warnings().forEach(finding -> warnings.add(finding.warning())));
    return warnings.stream()
        .map(one -> wording.say(Phrase.REMEDY, words.brief(one), words.remedy(one)))
        .toList();
  }

  private List<String> drift() {
    List<String> texts = new ArrayList<>();
    boolean compared = false;
    for (SeriesName name : figures.names()) {
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
            wording.say(
                Phrase.DRIFT,
                name.text(),
                Units.micros(first.value()),
                first.round().orElseThrow(),
                Units.micros(last.value()),
                last.round().orElseThrow(),
                (change > 0 ? "+" : "") + Units.percent(change)));
      }
    }
    return texts.isEmpty() && compared ? List.of(wording.say(Phrase.NO_DRIFT)) : texts;
  }

  private List<String> warmUps() {
    return data.manifest().servers().stream()
        .flatMap(
            server ->
                server.warmUp().stream()
                    .map(
                        warmUp ->
                            wording.say(Phrase.WARMED_UP, title(server), warmUp(warmUp, wording))))
        .toList();
  }

  /** The product with its version, and the set if there are several. */
  public static String title(Server server) {
    return product(server) + server.set().map(set -> " (" + set + ")").orElse("");
  }

  /** The product with its version. */
  public static String product(Server server) {
    return (server.product() + " " + server.version()).stripTrailing();
  }

  /** How a server was warmed, as what follows its name. */
  public static String warmUp(WarmUp warmUp, Wording wording) {
    List<Long> medians = warmUp.windowMedianNanos();
    String moved =
        medians.isEmpty()
            ? ""
            : wording.say(
                Phrase.WARM_UP_MOVED,
                Units.time(medians.get(0)),
                Units.time(medians.get(medians.size() - 1)));
    return wording.say(
        warmUp.settled() ? Phrase.WARM_UP_SETTLED : Phrase.WARM_UP_NOT_SETTLED,
        Units.duration(warmUp.took()),
        Units.count(warmUp.operations()),
        moved,
        warmUp.rule());
  }
}
