package plumbline.report.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import plumbline.report.ReportModel;
import plumbline.report.ReportModel.Figure;
import plumbline.report.ReportModel.Line;
import plumbline.report.ReportModel.LineVerdict;
import plumbline.report.ReportModel.Mark;
import plumbline.report.page.Block;
import plumbline.report.page.Block.Entries;
import plumbline.report.page.Block.Entry;
import plumbline.report.page.Block.Section;
import plumbline.report.page.Table;
import plumbline.report.page.Table.Cell;
import plumbline.report.page.Table.Column;
import plumbline.report.page.Table.Layout;
import plumbline.report.page.Table.Row;
import plumbline.report.page.Text;
import plumbline.report.page.Tone;
import plumbline.result.Metric;
import plumbline.result.Units;

/** The table of figures with its footnotes. */
final class FigureSection {
  private static final String PLATFORM =
      "at least as many pauses of the platform as slower operations were as long: the figure may"
          + " be the machine's, not the server's.";

  private static final String INVALID = "not valid, see the note of its line.";

  private static final String TOO_FEW =
      "not known: fewer than 10 operations lie beyond the percentile, or the load is saturated,"
          + " where latencies are not recorded, or it is a figure that a tool does not print.";

  private FigureSection() {}

  static Section of(ReportModel model) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.words("regime"));
    metrics().forEach(metric -> columns.add(Column.figures(title(metric))));
    columns.add(Column.figures("rounds"));
    return Section.of(
        "figures",
        Text.of("Figures"),
        List.of(
            new Table(
                Layout.GRID,
                List.of("Operation"),
                columns,
                model.lines().stream().map(FigureSection::row).toList(),
                "verdict",
                Block.Limit.NONE,
                "No figures: nothing was measured."),
            new Entries(legend(model))));
  }

  private static Stream<Metric> metrics() {
    return Stream.concat(ReportModel.COLUMNS.stream(), Stream.of(Metric.THROUGHPUT));
  }

  private static String title(Metric metric) {
    return metric == Metric.THROUGHPUT ? "ops/s" : metric.text();
  }

  private static Row row(Line line) {
    Text label = Text.of(line.regime());
    for (int note : line.notes()) {
      label = label.plus(" ").reference("[" + note + "]", anchor(note));
    }
    List<Cell> cells = new ArrayList<>();
    metrics().forEach(metric -> cells.add(cell(line.figure(metric))));
    cells.add(Cell.of(Text.of(line.rounds(), line.isShort() ? Tone.STRONG : Tone.PLAIN)));
    return new Row(
        List.of(Text.of(line.operation())),
        label,
        cells,
        line.verdicts().stream().map(FigureSection::below).toList());
  }

  /** A figure with what restricts it. */
  static Cell cell(Figure figure) {
    return Cell.of(figure.text()).signed(figure.mark().sign());
  }

  private static Table.Below below(LineVerdict verdict) {
    Map<String, Text> cells = new LinkedHashMap<>();
    verdict
        .outcomes()
        .forEach((metric, outcome) -> cells.put(title(metric), Verdicts.text(outcome)));
    return new Table.Below(verdict.claim(), cells);
  }

  /** The marks that occur, each with its meaning, then the footnotes. */
  private static List<Entry> legend(ReportModel model) {
    List<Figure> shown =
        model.lines().stream().flatMap(line -> metrics().map(line::figure)).toList();
    List<Entry> legend = new ArrayList<>();
    if (shown.stream().anyMatch(figure -> figure.mark() == Mark.PLATFORM)) {
      legend.add(entry(Mark.PLATFORM.sign(), PLATFORM, ""));
    }
    if (shown.stream().anyMatch(figure -> figure.mark() == Mark.INVALID)) {
      legend.add(entry(Mark.INVALID.sign(), INVALID, ""));
    }
    if (shown.stream().anyMatch(figure -> figure.text().equals(Units.NONE))) {
      legend.add(entry(Units.NONE, TOO_FEW, ""));
    }
    for (int i = 1; i <= model.footnotes().size(); i++) {
      legend.add(entry("[" + i + "]", model.footnotes().get(i - 1), anchor(i)));
    }
    return legend;
  }

  private static String anchor(int note) {
    return "note-" + note;
  }

  private static Entry entry(String sign, String text, String anchor) {
    return new Entry(Text.of(sign, Tone.SIGN), List.of(Text.of(text)), anchor);
  }
}
