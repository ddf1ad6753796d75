package plumbline.report.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import plumbline.history.History;
import plumbline.history.Tracked;
import plumbline.history.Trend;
import plumbline.history.Trends;
import plumbline.report.page.Block;
import plumbline.report.page.Block.Chart;
import plumbline.report.page.Block.Limit;
import plumbline.report.page.Block.Paragraph;
import plumbline.report.page.Block.Section;
import plumbline.report.page.Format;
import plumbline.report.page.Page;
import plumbline.report.page.Table;
import plumbline.report.page.Table.Cell;
import plumbline.report.page.Table.Row;
import plumbline.report.page.Text;
import plumbline.report.page.Tone;
import plumbline.report.words.Phrase;
import plumbline.report.words.Wording;

/** What a history has to say, in the order in which it is said. */
public final class HistoryPage {
  private static final String BARS = "▁▂▃▄▅▆▇█";
  private static final int DRAWN = 24;

  /** Each takes up to three lines of a terminal. */
  private static final int MOST_CHANGES = 11;

  /** Each takes up to two. */
  private static final int MOST_METRICS = 17;

  private static final String REST = "see --details";

  private HistoryPage() {}

  /** A curve of the script. */
  record Curve(
      String id,
      boolean rate,
      List<Integer> runs,
      List<Double> values,
      List<Mark> marks,
      List<Double> levels) {}

  /** A change in a curve. */
  record Mark(int run, String effect) {}

  /** A run on the horizontal axis. */
  record Point(String commit, String time) {}

  /** What the script is given. */
  record Data(List<Point> runs, List<Curve> curves) {}

  /**
   * Makes the page of a history, for every format. The same data give the same page.
   *
   * @param name of its file
   */
  public static Page of(Trends trends, String name) {
    return of(trends, name, Wording.USUAL);
  }

  /** The same in other words. */
  public static Page of(Trends trends, String name, Wording wording) {
    List<Block> blocks = new ArrayList<>();
    Text found =
        Text.of(name + ": ")
            .only(Format.TEXT)
            .plus(HistoryWords.found(trends, wording), Tone.STRONG);
    blocks.add(new Block.Headline("Plumbline history " + name, List.of(found)));
    blocks.add(Paragraph.faint(HistoryWords.setting(trends)));
    if (!trends.changes().isEmpty()) {
      blocks.add(changes(trends));
    }
    if (!trends.trends().isEmpty()) {
      blocks.add(metrics(trends));
      blocks.add(charts(trends));
      blocks.add(
          Section.of("reading", "How to read this", Paragraph.faint(HistoryWords.method(trends))));
    }
    return new Page(
        "Plumbline: history " + name,
        name,
        "",
        blocks,
        "Made by Plumbline from stored data alone. Charts: uPlot, MIT licence.",
        data(trends),
        List.of("charts.js", "history.js"));
  }

  /** The answers alone, on one screen of a terminal: the changes, or how each metric went. */
  public static Page brief(Trends trends, String name, Wording wording) {
    List<Block> blocks = new ArrayList<>();
    Text found = Text.of(name + ": ").plus(HistoryWords.found(trends, wording), Tone.STRONG);
    blocks.add(new Block.Headline("", List.of(found)));
    blocks.add(Paragraph.faint(HistoryWords.setting(trends)));
    if (!trends.changes().isEmpty()) {
      blocks.add(changeTable(trends).limit(new Limit(MOST_CHANGES, REST)));
    } else if (!trends.trends().isEmpty()) {
      blocks.add(metricTable(trends).limit(new Limit(MOST_METRICS, REST)));
    }
    blocks.add(Paragraph.faint(wording.say(Phrase.HISTORY_DETAILS)));
    return new Page("", "", "", blocks, "", List.of(), List.of());
  }

  private static Section changes(Trends trends) {
    return Section.of(
        "changes",
        "Changes",
        Paragraph.faint(
            "In the order of time; the commit is that of the first run after the change. From and"
                + " to are the medians of the runs before and after."),
        changeTable(trends));
  }

  private static Table changeTable(Trends trends) {
    return Table.grid("Commit", "benchmark")
        .words("metric")
        .figures("from", "to", "change")
        .words("effect")
        .figures("p")
        .rows(trends.changes().stream().map(HistoryPage::change).toList());
  }

  private static Row change(Trends.Found found) {
    Tracked column = found.trend().column();
    Trend.Step step = found.step();
    History.Entry first = found.first();
    Text commit =
        Text.of(
            "From " + HistoryWords.commit(first) + " (" + HistoryWords.time(first.time()) + ")");
    Tone tone =
        switch (step.effect()) {
          case BETTER -> Tone.GOOD;
          case WORSE -> Tone.BAD;
          case SPREAD -> Tone.OPEN;
        };
    return new Row(
        List.of(commit, Text.of(column.benchmark())),
        Text.of(HistoryWords.metric(column)),
        List.of(
            Cell.of(HistoryWords.figure(column, step.from())),
            Cell.of(HistoryWords.figure(column, step.to())),
            Cell.of(HistoryWords.change(step)),
            Cell.of(Text.of(step.effect().text(), tone)),
            Cell.of(HistoryWords.plain(step.p()))));
  }

  private static Section metrics(Trends trends) {
    return Section.of("metrics", "Metrics", metricTable(trends));
  }

  private static Table metricTable(Trends trends) {
    return Table.grid("Benchmark")
        .words("metric")
        .figures("lowest", "highest", "newest", "runs")
        .words("the last " + DRAWN)
        .rows(trends.trends().stream().map(HistoryPage::metric).toList());
  }

  private static Row metric(Trend trend) {
    List<Double> values = trend.values();
    Stream<Cell> figures =
        Stream.of(Collections.min(values), Collections.max(values), newest(trend))
            .map(value -> Cell.of(HistoryWords.figure(trend.column(), value)).value(value));
    Stream<Cell> others = Stream.of(Integer.toString(values.size()), bars(values)).map(Cell::of);
    return new Row(
        List.of(Text.of(trend.column().benchmark())),
        Text.of(HistoryWords.metric(trend.column())),
        Stream.concat(figures, others).toList());
  }

  private static double newest(Trend trend) {
    return trend.values().get(trend.values().size() - 1);
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

  private static Section charts(Trends trends) {
    Map<String, List<Block>> benchmarks = new LinkedHashMap<>();
    for (int i = 0; i < trends.trends().size(); i++) {
      Trend trend = trends.trends().get(i);
      String benchmark = trend.column().benchmark();
      String metric = HistoryWords.metric(trend.column());
      int changes = trend.changes().size();
      String summary =
          HistoryWords.figure(trend.column(), newest(trend))
              + " in the newest run"
              + (changes == 0 ? "" : ", " + Wording.counted(changes, "change"));
      String about = benchmark + ", " + metric + ": " + summary;
      benchmarks
          .computeIfAbsent(benchmark, key -> new ArrayList<>())
          .add(Chart.small("c" + i, Text.of(metric), summary, "", about));
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Paragraph.faint(
            "A dot for each run, in the order of time; scales begin where the figures do, not at"
                + " zero. A line is the median between changes, an upright one the first run after"
                + " a change."));
    benchmarks.forEach(
        (benchmark, charts) ->
            blocks.add(Section.of("charts-" + blocks.size(), Text.of(benchmark), charts)));
    return Section.of("charts", Text.of("Run by run"), blocks).only(Format.HTML);
  }

  private static Data data(Trends trends) {
    List<Curve> curves = new ArrayList<>();
    for (Trend trend : trends.trends()) {
      curves.add(
          new Curve(
              "c" + curves.size(),
              trend.column().metric().unit().equals("ops/s"),
              trend.runs(),
              trend.values(),
              trend.changes().stream()
                  .map(step -> new Mark(step.run(), step.effect().text()))
                  .toList(),
              trend.levels()));
    }
    return new Data(
        trends.history().entries().stream()
            .map(entry -> new Point(HistoryWords.commit(entry), HistoryWords.time(entry.time())))
            .toList(),
        curves);
  }
}
