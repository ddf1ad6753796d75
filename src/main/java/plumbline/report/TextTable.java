package plumbline.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plumbline.claim.Outcome;
import plumbline.report.ReportModel.Figure;
import plumbline.report.ReportModel.Line;
import plumbline.report.ReportModel.LineVerdict;
import plumbline.result.Metric;

/**
 * The table of figures in 80 columns. A verdict stands under the figure that it judges, in the same
 * regime, so that neither can be read without the other.
 */
final class TextTable {
  private static final int LABEL = 24;

  /** Nine for UNDECIDED, one for a mark that is also the gap to the next column. */
  private static final int CELL = 10;

  private static final int ROUNDS = 6;

  private final TextPage page;

  TextTable(TextPage page) {
    this.page = page;
  }

  void print(ReportModel model) {
    Row head = new Row("Operation, regime");
    ReportModel.COLUMNS.forEach(metric -> head.cell(metric.text(), " ", null));
    head.cell("ops/s", " ", null);
    head.rounds("rounds");
    head.print(TextPage.Style.BOLD);
    page.line(page.styled("-".repeat(TextReport.NARROWEST), TextPage.Style.FAINT));
    String operation = null;
    for (Line line : model.lines()) {
      if (!line.operation().equals(operation)) {
        operation = line.operation();
        page.item("", operation);
      }
      figures(line);
      line.verdicts().forEach(this::verdicts);
    }
    if (model.lines().isEmpty()) {
      page.item("", "No figures: nothing was measured.");
    }
  }

  private void figures(Line line) {
    StringBuilder label = new StringBuilder("  " + line.regime());
    line.notes().forEach(note -> label.append(" [").append(note).append(']'));
    Row row = new Row(label.toString());
    for (Metric metric : ReportModel.COLUMNS) {
      Figure figure = line.figure(metric);
      row.cell(figure.text(), figure.mark().sign(), null);
    }
    Figure rate = line.figure(Metric.THROUGHPUT);
    row.cell(rate.text(), rate.mark().sign(), null);
    row.rounds(line.rounds());
    row.print(null);
  }

  private void verdicts(LineVerdict verdict) {
    Row row = new Row("  " + verdict.claim());
    Map<Metric, Outcome> others = new LinkedHashMap<>(verdict.outcomes());
    List<Metric> columns = new ArrayList<>(ReportModel.COLUMNS);
    columns.add(Metric.THROUGHPUT);
    for (Metric metric : columns) {
      Outcome outcome = others.remove(metric);
      row.cell(
          outcome == null ? "" : outcome.name(),
          "",
          outcome == null ? null : TextPage.Style.of(outcome));
    }
    if (others.size() < verdict.outcomes().size()) {
      row.print(null);
    }
    others.forEach(
        (metric, outcome) ->
            page.item("  ", verdict.claim() + ": " + metric.text() + " " + outcome));
  }

  /** A label and cells that are aligned to the right. */
  private final class Row {
    private final String label;
    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder cells = new StringBuilder();

    Row(String label) {
      this.label = TextPage.clean(label);
    }

    void cell(String text, String mark, TextPage.Style style) {
      String gap = " ".repeat(Math.max(0, CELL - 1 - text.length()));
      String end = mark.isEmpty() ? " " : mark;
      plain.append(gap).append(text).append(end);
      cells.append(gap).append(style == null ? text : page.styled(text, style)).append(end);
    }

    void rounds(String text) {
      String gap = " ".repeat(Math.max(0, ROUNDS - text.length()));
      plain.append(gap).append(text);
      cells.append(gap).append(text);
    }

    /** A label that reaches into the first cell gets a line of its own. */
    void print(TextPage.Style style) {
      String indent = label.startsWith("Operation") ? "" : "  ";
      int free = LABEL + plain.length() - plain.toString().stripLeading().length();
      int used = indent.length() + label.length();
      if (used + 1 > free) {
        page.item(indent, label);
        page.line(" ".repeat(LABEL) + cells);
      } else {
        String line =
            indent
                + label
                + " ".repeat(Math.max(0, LABEL - used))
                + (used > LABEL ? cells.substring(used - LABEL) : cells.toString());
        page.line(style == null ? line : page.styled(line.stripTrailing(), style));
      }
    }
  }
}
