package plumbline.report;

import java.util.List;
import plumbline.report.CurveSheet.Load;
import plumbline.report.CurveSheet.Shape;
import plumbline.report.ReportModel.Figure;

/** Load curves for a terminal of 80 columns or more. */
final class CurveText {
  private static final int[] WIDTHS = {6, 9, 9, 10, 10, 10, 19, 7};

  private final TextPage page;

  CurveText(TextPage page) {
    this.page = page;
  }

  void print(CurveSheet sheet) {
    page.blank();
    page.heading("Load curve");
    page.faintItem("  ", sheet.method());
    sheet.shapes().forEach(this::shape);
  }

  private void shape(Shape shape) {
    page.item("  ", shape.title());
    page.faintItem("    ", shape.search());
    if (!shape.loads().isEmpty()) {
      page.line(page.styled(row(CurveSheet.COLUMNS), TextPage.Style.BOLD));
      shape.loads().forEach(load -> page.line(row(load)));
      page.item("    ", shape.crossing());
    }
  }

  private static String row(Load load) {
    if (!load.remark().isEmpty()) {
      return row(List.of(load.share(), load.rate(), load.achieved())) + "   " + load.remark();
    }
    return row(
        List.of(
            load.share(),
            load.rate(),
            load.achieved(),
            signed(load.p50()),
            signed(load.p99()),
            signed(load.tail()),
            load.range(),
            load.rounds()));
  }

  private static String signed(Figure figure) {
    return figure.text() + (figure.mark().sign().isEmpty() ? " " : figure.mark().sign());
  }

  private static String row(List<String> cells) {
    StringBuilder row = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      String cell = TextPage.clean(cells.get(i));
      row.append(" ".repeat(Math.max(1, WIDTHS[i] - cell.length()))).append(cell);
    }
    return row.toString();
  }
}
