package plumbline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import plumbline.claim.ClaimMatrix;
import plumbline.claim.Judgement;
import plumbline.report.ReportModel.Entry;
import plumbline.report.words.Headline;
import plumbline.report.words.VerdictWords;
import plumbline.report.words.WarningWords;
import plumbline.report.words.Wording;
import plumbline.result.RunData;
import plumbline.result.RunManifest;
import plumbline.result.RunManifest.PlanEntry;
import plumbline.result.RunManifest.Problem;
import plumbline.result.Units;

/** Puts the parts of a report together. */
final class ModelBuilder {
  private final RunData data;
  private final Judgement judgement;
  private final RunManifest manifest;
  private final WarningWords warnings;
  private final VerdictWords verdicts;

  ModelBuilder(RunData data, Judgement judgement, Wording wording) {
    this.data = data;
    this.judgement = judgement;
    this.manifest = data.manifest();
    this.warnings = new WarningWords(wording);
    this.verdicts = new VerdictWords(wording, data);
  }

  ReportModel build() {
    List<SeriesName> names = SeriesName.of(data);
    Figures figures = new Figures(data);
    FigureTable table = new FigureTable(data, judgement, figures, names, warnings);
    Conditions conditions = new Conditions(data);
    LoadCurves loads = new LoadCurves(data, figures, warnings);
    Optional<CurveSheet> curve = loads.sheet();
    return new ReportModel(
        manifest.run(),
        manifest.plumbline(),
        manifest.plan().name(),
        conditions.started(),
        warning(),
        problems(),
        headline(curve),
        conditions.setting(),
        table.lines(),
        table.footnotes(),
        curve,
        Charts.of(figures, names, loads.chart()),
        ClaimMatrix.of(judgement.verdicts()),
        Promises.of(data, names, table.lines()),
        new ClaimSheet(verdicts).of(judgement.verdicts()),
        new Limits(data, figures, names, warnings).entries(),
        conditions.entries(),
        conditions.servers(),
        files());
  }

  private List<String> headline(Optional<CurveSheet> curve) {
    if (curve.isPresent() && judgement.verdicts().isEmpty()) {
      return curve.get().shapes().stream().map(CurveSheet.Shape::sentence).toList();
    }
    return new Headline(verdicts).of(judgement.verdicts()).stream().map(Units::bind).toList();
  }

  private Optional<String> warning() {
    String rounds =
        manifest.roundsCompleted()
            + " of "
            + Conditions.rounds(manifest.plan().rounds())
            + " completed";
    String reason = manifest.statusReason().isBlank() ? "" : ": " + manifest.statusReason().strip();
    return switch (manifest.status()) {
      case COMPLETE -> Optional.empty();
      case RUNNING ->
          Optional.of(
              "INCOMPLETE RUN, being measured or killed while it was (" + rounds + ")" + reason);
      case INTERRUPTED ->
          Optional.of("INCOMPLETE RUN, stopped by the user (" + rounds + ")" + reason);
      case FAILED -> Optional.of("FAILED RUN (" + rounds + ")" + reason);
    };
  }

  private List<String> problems() {
    List<String> problems = new ArrayList<>();
    for (Problem problem : manifest.problems()) {
      String where =
          (problem.round() > 0 ? "round " + problem.round() + " " : "") + problem.series();
      String why = warnings.of(problem.fault());
      problems.add(where.isBlank() ? why : where.strip() + ": " + why);
    }
    if (data.rows().isEmpty()) {
      problems.add("nothing was measured");
      return problems;
    }
    Set<String> measured =
        data.rows().stream().map(row -> row.series().tag()).collect(Collectors.toSet());
    for (PlanEntry entry : manifest.plan().entries()) {
      if (!measured.contains(entry.series())) {
        problems.add("never measured: " + entry.series());
      }
    }
    return problems;
  }

  private static List<Entry> files() {
    return List.of(
        file("report.html", "this report with its curves"),
        file("report.md", "for a pull request or a job summary"),
        file("results.csv", "every figure of every round"),
        file("histograms.hlog", "every operation: HdrHistogram log"),
        file("verdicts.json", "the verdicts"),
        file("jmh.json", "standard JMH results"),
        file("run.json", "conditions, servers, problems"),
        file("logs/", "what forks and servers said"));
  }

  private static Entry file(String name, String what) {
    return new Entry(name, List.of(what));
  }
}
