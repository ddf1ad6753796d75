package plumbline.report.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plumbline.report.CurveChart;
import plumbline.report.CurveSheet;
import plumbline.report.CurveSheet.Load;
import plumbline.report.CurveSheet.Shape;
import plumbline.report.ReportModel;
import plumbline.report.page.Block;
import plumbline.report.page.Block.Chart;
import plumbline.report.page.Block.Paragraph;
import plumbline.report.page.Block.Section;
import plumbline.report.page.Table;
import plumbline.report.page.Table.Cell;
import plumbline.report.page.Table.Column;
import plumbline.report.page.Table.Layout;
import plumbline.report.page.Table.Row;
import plumbline.report.page.Text;
import plumbline.report.page.Tone;

/** Response times over load. */
final class CurveSection {
  private static final List<Column> COLUMNS =
      CurveSheet.COLUMNS.stream().map(Column::figures).toList();

  /** What a load has that was not sustained: its rate, what was achieved, and its rounds. */
  private static final int LATENCIES = 4;

  private CurveSection() {}

  static Optional<Section> of(ReportModel model) {
    return model
        .curve()
        .map(
            sheet -> {
              List<Block> blocks = new ArrayList<>();
              blocks.add(Paragraph.faint(sheet.method()));
              model.charts().load().map(CurveSection::chart).ifPresent(blocks::add);
              for (Shape shape : sheet.shapes()) {
                blocks.add(section(shape, "shape-" + blocks.size()));
              }
              return Section.of("curve", Text.of("Load curve"), blocks);
            });
  }

  private static Chart chart(CurveChart chart) {
    return new Chart(
        "load",
        true,
        Text.EMPTY,
        "",
        "solid p99, its bar from the lowest to the highest round; dashed p50",
        chart.summary(),
        List.of(),
        chart.lines().stream()
            .map(line -> new Block.Key("curve hue" + line.hue() % 4, line.name(), List.of()))
            .toList());
  }

  private static Section section(Shape shape, String id) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(Paragraph.faint(shape.search()));
    if (!shape.loads().isEmpty()) {
      List<Row> rows = shape.loads().stream().map(CurveSection::row).toList();
      blocks.add(Table.of(Layout.GRID, List.of(), COLUMNS, rows, ""));
      blocks.add(new Paragraph(Text.of(shape.crossing())));
    }
    return Section.of(id, Text.of(shape.title()), blocks);
  }

  private static Row row(Load load) {
    List<Cell> cells = new ArrayList<>(List.of(Cell.of(load.rate()), Cell.of(load.achieved())));
    if (load.remark().isEmpty()) {
      cells.add(FigureSection.cell(load.p50()));
      cells.add(FigureSection.cell(load.p99()));
      cells.add(FigureSection.cell(load.tail()));
      cells.add(Cell.of(load.range()));
    } else {
      cells.add(Cell.of(Text.of(load.remark(), Tone.STRONG)).over(LATENCIES));
    }
    cells.add(Cell.of(load.rounds()));
    return new Row(List.of(), Text.of(load.share()), cells);
  }
}
