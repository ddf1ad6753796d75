package plumbline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plumbline.claim.ClaimMatrix;
import plumbline.report.ReportModel.Entry;
import plumbline.report.ReportModel.Figure;
import plumbline.report.ReportModel.Mark;
import plumbline.result.Metric;
import plumbline.result.Units;

/** What every report says in the same words. */
public final class ReportText {
  static final String PLATFORM =
      "at least as many pauses of the platform as slower operations were as long: the figure may"
          + " be the machine's, not the server's.";

  static final String TOO_FEW =
      "not known: fewer than 10 operations lie beyond the percentile, or the load is saturated,"
          + " where latencies are not recorded, or it is a figure that a tool does not print.";

  static final String MEDIANS = "medians over the rounds; ";

  /** What the table of claims by regime is. */
  public static final String MATRIX =
      "How many verdicts there are in each kind of regime, one for each regime and metric. A claim"
          + " whose id continues that of another is in its line.";

  /** What the table of promises is. */
  public static final String PROMISES =
      "p50 and p99 over all valid rounds, and how many rounds were valid. A promise is that of the"
          + " server that acknowledges a write, by its configuration.";

  static final String INVALID = "not valid, see the note of its line.";

  private ReportText() {}

  /** What came out in one kind of regime: {@code 4 HOLDS}, or {@code mixed: 1 HOLDS, 3 REFUTED}. */
  public static String cell(ClaimMatrix.Cell cell) {
    if (cell.total() == 0) {
      return Units.NONE;
    }
    String counts =
        cell.counts().entrySet().stream()
            .map(one -> one.getValue() + " " + one.getKey())
            .collect(Collectors.joining(", "));
    return cell.isMixed() ? "mixed: " + counts : counts;
  }

  /** Explains the figures to somebody who meets them for the first time. */
  public static List<Entry> howToRead() {
    return List.of(
        entry(
            "p50, p99, p99.9",
            "Half of all operations took no longer than p50; 99 of 100 no longer than p99. Users"
                + " meet the tail: a page that needs 100 answers waits for a p99 more often than"
                + " not. No sample was thinned, clamped or left out."),
        entry(
            "Service time",
            "One operation is in flight at a time, and the next starts when it ends (closed load)."
                + " The figures say how long an operation takes when nothing queues. They are not"
                + " response times under load."),
        entry(
            "Response time",
            "A line that says paced was sent at a rate, whatever the server did. Its figures count"
                + " from when an operation was due, so that a stall counts against every operation"
                + " that it delayed."),
        entry(
            "Rounds",
            "In every round each benchmark runs once, in a fresh JVM and in shuffled order. JVMs"
                + " differ from start to start and machines drift, so one round is one observation,"
                + " however many operations it holds."),
        entry(
            "HOLDS, REFUTED",
            "The figure lies inside the claimed bounds, or on one side of them, in so many rounds"
                + " that chance alone would give that in less than 5 % of cases (exact one-sided sign"
                + " test: 5 of 5, 9 of 10). Two bounds closer together than the rounds scatter give"
                + " chance two sides: up to 10 %. The verdicts are not corrected for their number."),
        entry(
            "UNDECIDED",
            "The data cannot tell: rounds disagree, are too few or invalid, the bound is finer than"
                + " the clock, or the platform paused at the bound. The reason stands beside it."),
        entry(
            "What this does not say",
            "Nothing about other machines, networks between machines or replication, and about load"
                + " only where a line says paced or saturated. Absolute figures move with the machine; what carries over is how the figures of"
                + " one run compare."));
  }

  /** The marks of the table of figures that occur, each with its meaning, then the footnotes. */
  public static List<Entry> legend(ReportModel model) {
    List<Figure> shown =
        model.lines().stream()
            .flatMap(
                line ->
                    Stream.concat(ReportModel.COLUMNS.stream(), Stream.of(Metric.THROUGHPUT))
                        .map(line::figure))
            .toList();
    List<Entry> legend = new ArrayList<>();
    if (shown.stream().anyMatch(figure -> figure.mark() == Mark.PLATFORM)) {
      legend.add(entry(Mark.PLATFORM.sign(), PLATFORM));
    }
    if (shown.stream().anyMatch(figure -> figure.mark() == Mark.INVALID)) {
      legend.add(entry(Mark.INVALID.sign(), INVALID));
    }
    if (shown.stream().anyMatch(figure -> figure.text().equals(Units.NONE))) {
      legend.add(entry(Units.NONE, TOO_FEW));
    }
    for (int i = 0; i < model.footnotes().size(); i++) {
      legend.add(entry("[" + (i + 1) + "]", model.footnotes().get(i)));
    }
    return legend;
  }

  private static Entry entry(String title, String text) {
    return new Entry(title, List.of(text));
  }
}
