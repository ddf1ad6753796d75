package plumbline.report;

import java.util.Locale;
import plumbline.compare.SelfTestResult;

/** What a self-test gave, for a terminal of {@value ComparisonText#WIDTH} columns. */
public final class SelfTestText {
  private SelfTestText() {}

  /** Renders a self-test. */
  public static String render(SelfTestResult result) {
    TextPage page = new TextPage(ComparisonText.WIDTH, false);
    page.paragraph(
        String.format(
            Locale.ROOT,
            "The rounds were split into two halves at random %,d times (seed %d), and the halves"
                + " compared as a gate does: p at most %s after Holm's correction over %d rows, and"
                + " worse by more than %s.",
            result.splits(),
            result.seed(),
            Double.toString(result.settings().alpha()),
            result.rows().size(),
            ComparisonWords.percent(result.settings().minEffect())),
        null);
    page.blank();
    if (result.rows().isEmpty()) {
      page.paragraph(
          "Nothing can be told: halves of so few rounds never differ significantly. It takes "
              + 2 * result.roundsNeeded()
              + " valid rounds in all, or fewer rows (--metric, --filter).",
          null);
    } else {
      table(result, page);
    }
    if (!result.untested().isEmpty()) {
      page.blank();
      page.heading("Not tested, too few rounds or a value of 0");
      result.untested().forEach(figure -> page.item("  ", figure));
    }
    return page.text();
  }

  private static void table(SelfTestResult result, TextPage page) {
    page.line(line("", "rounds", "spread", "false alarms", "found 95 times in 100"));
    String before = "";
    for (SelfTestResult.RowResult row : result.rows()) {
      if (!row.figure().name().equals(before)) {
        before = row.figure().name();
        page.item("", before);
      }
      page.line(
          line(
              "  " + row.figure().metric().text(),
              Integer.toString(row.rounds()),
              ComparisonWords.percent(row.spread()),
              share(row.alarms(), result.splits()),
              ComparisonWords.detectable(row.detectable())));
    }
    page.item("", "All rows of a metric: found in half of the rows, and in all");
    for (SelfTestResult.MetricResult metric : result.metrics()) {
      page.line(
          line(
              "  " + metric.metric().text(),
              metric.rows() + (metric.rows() == 1 ? " row" : " rows"),
              "",
              share(metric.splitsWithAlarm(), result.splits()),
              ComparisonWords.detectable(metric.middle())
                  + ", "
                  + ComparisonWords.detectable(metric.worst())));
    }
    page.blank();
    page.paragraph(
        "The gate would have been broken in "
            + share(result.splitsWithAlarm(), result.splits())
            + " of the splits, by nothing.",
        null);
  }

  private static String share(int count, int of) {
    return String.format(Locale.ROOT, "%.1f %%", 100.0 * count / of);
  }

  private static String line(String... cells) {
    return String.format(Locale.ROOT, "%-14s%10s%12s%16s%28s", (Object[]) cells);
  }
}
