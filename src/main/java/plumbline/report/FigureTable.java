package plumbline.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import plumbline.claim.Judgement;
import plumbline.claim.Outcome;
import plumbline.claim.Verdict;
import plumbline.report.ReportModel.Figure;
import plumbline.report.ReportModel.Line;
import plumbline.report.ReportModel.LineVerdict;
import plumbline.report.ReportModel.Mark;
import plumbline.report.words.WarningWords;
import plumbline.result.Metric;
import plumbline.result.Pauses;
import plumbline.result.Row;
import plumbline.result.RunData;
import plumbline.result.Series;
import plumbline.result.Units;

/** The table of figures and its footnotes. */
final class FigureTable {
  private final RunData data;
  private final Judgement judgement;
  private final Figures figures;
  private final WarningWords warnings;
  private final Set<String> footnotes = new LinkedHashSet<>();
  private final List<Line> lines = new ArrayList<>();

  FigureTable(
      RunData data,
      Judgement judgement,
      Figures figures,
      List<SeriesName> names,
      WarningWords warnings) {
    this.data = data;
    this.judgement = judgement;
    this.figures = figures;
    this.warnings = warnings;
    names.forEach(name -> lines.add(line(name)));
  }

  List<Line> lines() {
    return lines;
  }

  List<String> footnotes() {
    return List.copyOf(footnotes);
  }

  private Line line(SeriesName name) {
    Map<Metric, Figure> cells = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.latencies()) {
      cells.put(metric, figure(name.series(), metric));
    }
    cells.put(Metric.THROUGHPUT, figure(name.series(), Metric.THROUGHPUT));
    return new Line(
        name.operation(),
        name.regime(),
        name.fullRegime(),
        cells,
        figures.validRounds(name.series()).size(),
        data.manifest().plan().rounds(),
        notes(name.series()),
        verdicts(name));
  }

  private Figure figure(Series series, Metric metric) {
    OptionalDouble value = figures.value(series, metric);
    if (value.isEmpty()) {
      return new Figure(Units.NONE, Mark.NONE);
    }
    boolean invalid = data.mergedRow(series, metric).filter(row -> !row.valid()).isPresent();
    Mark mark =
        invalid
            ? Mark.INVALID
            : figures.isOfThePlatform(series, metric) ? Mark.PLATFORM : Mark.NONE;
    String text =
        metric == Metric.THROUGHPUT
            ? Units.rate(value.getAsDouble())
            : Units.micros(value.getAsDouble());
    return new Figure(text, mark);
  }

  /** What marks the rows of a series, each remark once however many figures it concerns. */
  private List<Integer> notes(Series series) {
    RowRemarks marks = new RowRemarks(warnings);
    data.rounds(series).forEach(marks::add);
    for (Row row : data.rows(series)) {
      if (row.isMarked() && !Pauses.isMarked(row)) {
        marks.add(row);
      }
    }
    List<String> remarks = new ArrayList<>(marks.lines());
    int planned = data.manifest().plan().rounds();
    int valid = figures.validRounds(series).size();
    if (valid < planned && remarks.isEmpty()) {
      remarks.add(
          (valid == 1 ? "1 round" : valid + " rounds") + " of " + planned + " were measured");
    }
    List<Integer> numbers = new ArrayList<>();
    for (String remark : remarks) {
      footnotes.add(remark);
      numbers.add(new ArrayList<>(footnotes).indexOf(remark) + 1);
    }
    return numbers.stream().sorted().toList();
  }

  private List<LineVerdict> verdicts(SeriesName name) {
    Map<String, Map<Metric, Outcome>> byClaim = new LinkedHashMap<>();
    for (Verdict verdict : judgement.verdicts()) {
      if (concerns(verdict, name)) {
        byClaim
            .computeIfAbsent(verdict.claim(), claim -> new LinkedHashMap<>())
            .put(verdict.metric(), verdict.outcome());
      }
    }
    List<LineVerdict> verdicts = new ArrayList<>();
    byClaim.forEach((claim, outcomes) -> verdicts.add(new LineVerdict(claim, outcomes)));
    return verdicts;
  }

  /** A ratio is about two, and so about none of them. */
  private static boolean concerns(Verdict verdict, SeriesName name) {
    return verdict.subjects().size() == 1
        && verdict.subjects().get(0).series().equals(name.series());
  }
}
