package plumbline.report;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import plumbline.report.CurveSheet.Load;
import plumbline.report.CurveSheet.Shape;
import plumbline.report.ReportModel.Figure;
import plumbline.result.Units;

/** Load curves in GitHub's Markdown. */
final class CurveMarkdown {
  private CurveMarkdown() {}

  static String render(CurveSheet sheet) {
    StringBuilder out = new StringBuilder("### Load curve\n\n");
    out.append(MarkdownReport.escape(sheet.method())).append("\n\n");
    for (Shape shape : sheet.shapes()) {
      out.append("**").append(MarkdownReport.escape(shape.title())).append("**. ");
      out.append(MarkdownReport.escape(shape.search())).append("\n\n");
      if (!shape.loads().isEmpty()) {
        out.append(row(CurveSheet.COLUMNS));
        out.append(row(Collections.nCopies(CurveSheet.COLUMNS.size(), "---:")));
        shape.loads().forEach(load -> out.append(row(cells(load))));
        out.append('\n').append(MarkdownReport.escape(shape.crossing())).append("\n\n");
      }
    }
    return out.toString();
  }

  private static List<String> cells(Load load) {
    boolean shown = load.remark().isEmpty();
    return List.of(
        load.share(),
        load.rate(),
        load.achieved(),
        shown ? signed(load.p50()) : Units.NONE,
        shown ? signed(load.p99()) : Units.NONE,
        shown ? signed(load.tail()) : Units.NONE,
        shown ? load.range() : MarkdownReport.escape(load.remark()),
        load.rounds());
  }

  private static String signed(Figure figure) {
    return MarkdownReport.escape(figure.text() + figure.mark().sign());
  }

  private static String row(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
