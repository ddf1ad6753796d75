package plumbline.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plumbline.history.History;
import plumbline.history.Trend;
import plumbline.history.Trends;

/**
 * What the template of a history is given.
 *
 * @param name of the file
 * @param trends what the page shows
 * @param parts styles and scripts
 * @param benchmarks the charts, by benchmark
 * @param json the curves for the script, escaped for HTML
 */
public record HistoryPage(
    String name, Trends trends, PageParts parts, Map<String, List<Chart>> benchmarks, String json) {

  /**
   * A chart.
   *
   * @param id of its place in the page
   * @param metric its title
   * @param summary the newest figure and where it came from
   */
  public record Chart(String id, String metric, String summary) {}

  /**
   * A row of the table of changes.
   *
   * @param effect better, worse or spread
   * @param css class of the effect
   */
  public record Line(
      String commit,
      String fullCommit,
      String time,
      String benchmark,
      String metric,
      String from,
      String to,
      String change,
      String effect,
      String css,
      String p) {}

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

  static HistoryPage of(Trends trends, String name) {
    Map<String, List<Chart>> benchmarks = new LinkedHashMap<>();
    List<Curve> curves = new ArrayList<>();
    for (Trend trend : trends.trends()) {
      String id = "c" + curves.size();
      double newest = trend.values().get(trend.values().size() - 1);
      int changes = trend.changes().size();
      benchmarks
          .computeIfAbsent(trend.column().benchmark(), benchmark -> new ArrayList<>())
          .add(
              new Chart(
                  id,
                  HistoryWords.metric(trend.column()),
                  HistoryWords.figure(trend.column(), newest)
                      + " in the newest run"
                      + (changes == 0
                          ? ""
                          : changes == 1 ? ", 1 change" : ", " + changes + " changes")));
      curves.add(
          new Curve(
              id,
              trend.column().metric().unit().equals("ops/s"),
              trend.runs(),
              trend.values(),
              trend.changes().stream()
                  .map(step -> new Mark(step.run(), step.effect().text()))
                  .toList(),
              trend.levels()));
    }
    List<Point> points =
        trends.history().entries().stream()
            .map(entry -> new Point(HistoryWords.commit(entry), HistoryWords.time(entry.time())))
            .toList();
    PageParts parts = PageParts.with("history.js");
    return new HistoryPage(
        name, trends, parts, benchmarks, PageParts.json(new Data(points, curves)));
  }

  /** The headline. */
  public String found() {
    return HistoryWords.found(trends);
  }

  /** Which runs. */
  public String setting() {
    return HistoryWords.setting(trends);
  }

  /** How changes were looked for. */
  public String method() {
    return HistoryWords.method(trends);
  }

  /** The table of changes. */
  public List<Line> changes() {
    return trends.changes().stream().map(HistoryPage::line).toList();
  }

  private static Line line(Trends.Found found) {
    Trend trend = found.trend();
    Trend.Step step = found.step();
    History.Entry first = found.first();
    return new Line(
        HistoryWords.commit(first),
        first.commit(),
        HistoryWords.time(first.time()),
        trend.column().benchmark(),
        HistoryWords.metric(trend.column()),
        HistoryWords.figure(trend.column(), step.from()),
        HistoryWords.figure(trend.column(), step.to()),
        HistoryWords.change(step),
        step.effect().text(),
        switch (step.effect()) {
          case BETTER -> "holds";
          case WORSE -> "refuted";
          case SPREAD -> "undecided";
        },
        HistoryWords.p(step.p()).replace("p = ", ""));
  }
}
