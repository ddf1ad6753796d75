package plumbline.report.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import plumbline.compare.Observation;
import plumbline.compare.SelfTestResult;
import plumbline.report.page.Block;
import plumbline.report.page.Block.Items;
import plumbline.report.page.Block.Paragraph;
import plumbline.report.page.Block.Section;
import plumbline.report.page.Page;
import plumbline.report.page.Table;
import plumbline.report.page.Table.Cell;
import plumbline.report.page.Table.Row;
import plumbline.report.page.Text;
import plumbline.report.page.TextWriter;
import plumbline.report.words.ComparedFigures;
import plumbline.report.words.Wording;
import plumbline.result.Units;

/** What a self-test gave. */
public final class SelfTestPage {
  private static final Text ALL =
      Text.of("All rows of a metric: found in half of the rows, and in all");

  private SelfTestPage() {}

  /** Writes a self-test for a terminal as wide as that of a comparison. */
  public static String text(SelfTestResult result) {
    return TextWriter.write(of(result), ComparisonFormat.WIDTH, false);
  }

  private static Page of(SelfTestResult result) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        paragraph(
            "%ss were split into two halves at random %,d times (seed %d), and the halves"
                + " compared as a gate does: p at most %s after Holm's correction over %s, and"
                + " worse by more than %s.",
            result.observation() == Observation.START ? "Start" : "Round",
            result.splits(),
            result.seed(),
            Double.toString(result.settings().alpha()),
            Wording.counted(result.rows().size(), "row"),
            ComparedFigures.percent(result.settings().minEffect())));
    if (result.rows().isEmpty()) {
      blocks.add(
          paragraph(
              "Nothing can be told: halves of so few never differ significantly. It takes %s in all,"
                  + " or fewer rows (--metric, --filter).",
              Wording.counted(2L * result.needed(), result.observation().text())));
    } else {
      blocks.add(
          Section.of(
              "rows",
              "False alarms",
              table(result),
              paragraph(
                  "The gate would have been broken in %s of the splits, by nothing.",
                  share(result.splitsWithAlarm(), result.splits())),
              paragraph(unseen(result))));
    }
    if (!result.untested().isEmpty()) {
      blocks.add(
          Section.of(
              "untested",
              "Not tested, too few rounds or a value of 0",
              new Items(Text.all(result.untested()))));
    }
    return new Page("Plumbline: self-test", "", "", blocks, "", List.of(), List.of());
  }

  /** What a split of one side at random cannot show. */
  private static String unseen(SelfTestResult result) {
    if (result.observation() == Observation.START) {
      return "What this cannot see: what changes over time, since starts of all times are in both"
          + " halves.";
    }
    return "What this cannot see: how two starts of the servers differ, since rounds of "
        + Wording.counted(result.starts(), "start")
        + " are in both halves. A gate compares starts, "
        + Observation.LEAST_STARTS
        + " or more a side; with "
        + 2 * Observation.LEAST_STARTS
        + " or more in all, this splits them.";
  }

  private static Paragraph paragraph(String format, Object... values) {
    return new Paragraph(Text.of(String.format(Locale.ROOT, format, values)));
  }

  private static Table table(SelfTestResult result) {
    List<Row> rows = new ArrayList<>();
    for (SelfTestResult.RowResult row : result.rows()) {
      rows.add(
          row(
              Text.of(row.figure().name()),
              row.figure().metric().text(),
              Integer.toString(row.observations()),
              ComparedFigures.percent(row.spread()),
              row.correlation().isPresent()
                  ? String.format(Locale.ROOT, "%.2f", row.correlation().getAsDouble())
                  : Units.NONE,
              share(row.alarms(), result.splits()),
              ComparedFigures.detectable(row.detectable())));
    }
    for (SelfTestResult.MetricResult metric : result.metrics()) {
      rows.add(
          row(
              ALL,
              metric.metric().text(),
              Wording.counted(metric.rows(), "row"),
              "",
              "",
              share(metric.splitsWithAlarm(), result.splits()),
              ComparedFigures.detectable(metric.middle())
                  + ", "
                  + ComparedFigures.detectable(metric.worst())));
    }
    return Table.grid("Series")
        .words("metric")
        .figures("n", "spread", "alike in a start", "false alarms", "found 95 times in 100")
        .rows(rows);
  }

  private static Row row(Text series, String metric, String... cells) {
    return new Row(
        List.of(series), Text.of(metric), List.of(cells).stream().map(Cell::of).toList());
  }

  private static String share(int count, int of) {
    return String.format(Locale.ROOT, "%.1f %%", 100.0 * count / of);
  }
}
