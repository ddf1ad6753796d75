package plumbline.export;

import java.math.BigDecimal;
import java.util.List;
import plumbline.history.Figure;
import plumbline.history.RunSummary;
import plumbline.result.Numbers;

/**
 * Files for the tools {@code customSmallerIsBetter} and {@code customBiggerIsBetter} of <a
 * href="https://github.com/benchmark-action/github-action-benchmark">github-action-benchmark</a>:
 * an array of entries with {@code name}, {@code unit}, {@code value}, {@code range} and {@code
 * extra}. Its tool {@code jmh} would take throughput for smaller-is-better.
 */
final class GithubActionBenchmark {
  private GithubActionBenchmark() {}

  /** One entry; the range is {@code ±} the distance of the farthest round. */
  record Entry(String name, String unit, BigDecimal value, String range, String extra) {}

  /** The text of the file for latencies, or of that for throughput. */
  static String text(RunSummary run, boolean lowerIsBetter) {
    return Json.text(entries(run, lowerIsBetter));
  }

  private static List<Entry> entries(RunSummary run, boolean lowerIsBetter) {
    return run.figures().entrySet().stream()
        .filter(figure -> figure.getKey().metric().lowerIsBetter() == lowerIsBetter)
        .map(
            figure ->
                new Entry(
                    figure.getKey().benchmark() + " " + figure.getKey().metric().text(),
                    figure.getKey().metric().unit(),
                    Json.number(figure.getValue().median()),
                    "± " + Numbers.plain(farthest(figure.getValue())),
                    extra(run, figure.getValue())))
        .toList();
  }

  private static double farthest(Figure figure) {
    return Math.max(figure.high() - figure.median(), figure.median() - figure.low());
  }

  private static String extra(RunSummary run, Figure figure) {
    return String.join(
        "\n",
        "median of " + figure.rounds() + (figure.rounds() == 1 ? " round" : " rounds"),
        "lowest round: " + Numbers.plain(figure.low()),
        "highest round: " + Numbers.plain(figure.high()),
        "plan: " + run.plan(),
        "servers: " + (run.servers().isEmpty() ? "none" : run.servers()));
  }
}
