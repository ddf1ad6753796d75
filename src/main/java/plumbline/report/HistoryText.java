package plumbline.report;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import plumbline.history.History;
import plumbline.history.Trend;
import plumbline.history.Trends;

/** A history for a terminal. */
public final class HistoryText {
  /** Columns that the table takes. */
  public static final int NARROWEST = 80;

  private static final String BARS = "▁▂▃▄▅▆▇█";
  private static final int DRAWN = 24;

  private final TextPage page;
  private final Trends trends;

  private HistoryText(Trends trends, TextPage page) {
    this.trends = trends;
    this.page = page;
  }

  /**
   * Renders a history.
   *
   * @param name of its file
   * @param width columns, at least {@link #NARROWEST}
   * @param color whether to use escape sequences
   */
  public static String render(Trends trends, String name, int width, boolean color) {
    TextPage page = new TextPage(width, color);
    HistoryText text = new HistoryText(trends, page);
    page.heading(name + ": " + HistoryWords.found(trends));
    page.paragraph(HistoryWords.setting(trends), null);
    text.changes();
    text.table();
    if (!trends.trends().isEmpty()) {
      page.blank();
      page.paragraph(HistoryWords.method(trends), TextPage.Style.FAINT);
    }
    return page.text();
  }

  private void changes() {
    History.Entry last = null;
    for (Trends.Found found : trends.changes()) {
      if (!found.first().equals(last)) {
        last = found.first();
        page.blank();
        page.item(
            "", "From " + HistoryWords.commit(last) + " (" + HistoryWords.time(last.time()) + ")");
      }
      Trend trend = found.trend();
      Trend.Step step = found.step();
      page.item("  ", trend.column().benchmark());
      String line =
          String.format(
              Locale.ROOT,
              "    %-11s%10s -> %-10s%8s ",
              HistoryWords.metric(trend.column()),
              HistoryWords.figure(trend.column(), step.from()),
              HistoryWords.figure(trend.column(), step.to()),
              HistoryWords.change(step));
      page.line(line + effect(step) + "   " + HistoryWords.p(step.p()));
    }
  }

  private String effect(Trend.Step step) {
    String text = String.format(Locale.ROOT, "%-6s", step.effect().text());
    return switch (step.effect()) {
      case BETTER -> page.styled(text, TextPage.Style.HOLDS);
      case WORSE -> page.styled(text, TextPage.Style.REFUTED);
      case SPREAD -> text;
    };
  }

  private void table() {
    if (trends.trends().isEmpty()) {
      return;
    }
    page.blank();
    String head = row("Benchmark", "lowest", "highest", "newest", "runs", "the last " + DRAWN);
    page.line(page.styled(head.stripTrailing(), TextPage.Style.BOLD));
    page.line(page.styled("-".repeat(NARROWEST), TextPage.Style.FAINT));
    String benchmark = null;
    for (Trend trend : trends.trends()) {
      if (!trend.column().benchmark().equals(benchmark)) {
        benchmark = trend.column().benchmark();
        page.item("", benchmark);
      }
      List<Double> values = trend.values();
      page.line(
          row(
              "  " + HistoryWords.metric(trend.column()),
              HistoryWords.figure(trend.column(), Collections.min(values)),
              HistoryWords.figure(trend.column(), Collections.max(values)),
              HistoryWords.figure(trend.column(), values.get(values.size() - 1)),
              Integer.toString(values.size()),
              bars(values)));
    }
  }

  private static String row(
      String name, String lowest, String highest, String newest, String runs, String bars) {
    return String.format(
        Locale.ROOT, "%-11s%12s%12s%12s%6s   %s", name, lowest, highest, newest, runs, bars);
  }

  /** The newest values as bars between the lowest and the highest of them. */
  private static String bars(List<Double> values) {
    List<Double> shown = values.subList(Math.max(0, values.size() - DRAWN), values.size());
    double low = Collections.min(shown);
    double high = Collections.max(shown);
    StringBuilder bars = new StringBuilder();
    for (double value : shown) {
      double height = high > low ? (value - low) / (high - low) : 0;
      bars.append(BARS.charAt((int) Math.round(height * (BARS.length() - 1))));
    }
    return bars.toString();
  }
}
