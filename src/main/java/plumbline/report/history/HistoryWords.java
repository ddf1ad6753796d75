package plumbline.report.history;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import plumbline.history.History;
import plumbline.history.Tracked;
import plumbline.history.Trend;
import plumbline.history.Trends;
import plumbline.report.words.Phrase;
import plumbline.report.words.Wording;
import plumbline.result.Metric;
import plumbline.result.Units;

/** The words of a history. */
final class HistoryWords {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int HASH = 10;

  private HistoryWords() {}

  /** Which runs these are. */
  static String setting(Trends trends) {
    History history = trends.history();
    int runs = history.entries().size();
    if (runs == 0) {
      return "No run yet.";
    }
    String branch = history.entries().get(0).branch();
    String first = time(history.entries().get(0).time());
    String last = time(history.entries().get(runs - 1).time());
    return (branch.isEmpty() ? "" : "Branch " + branch + ": ")
        + Wording.counted(runs, "run")
        + ", "
        + (runs == 1 ? first : first + " to " + last)
        + " UTC. Each figure is the median over the rounds of a run.";
  }

  /** What was found, in one sentence. */
  static String found(Trends trends, Wording wording) {
    int metrics = trends.trends().size();
    int changes = trends.changes().size();
    // Fewer are enough where many metrics change together.
    if (changes == 0 && trends.history().entries().size() < trends.fewestRuns()) {
      return wording.say(Phrase.HISTORY_TOO_SHORT, trends.fewestRuns());
    }
    long changed = trends.trends().stream().filter(t -> !t.changes().isEmpty()).count();
    return changes == 0
        ? wording.say(Phrase.HISTORY_SAME, metrics)
        : wording.say(Phrase.HISTORY_CHANGED, changes, changed, metrics);
  }

  /** How changes are looked for, and how often they are found in vain. */
  static String method(Trends trends) {
    int metrics = trends.trends().size();
    String most =
        trends.level() > 0
            ? "here a p of at most " + plain(trends.level())
            : "a p of at most " + plain(trends.alpha() / metrics) + " in one metric alone";
    return "Changes by E-divisive means (Matteson and James, 2014) with a permutation test for each"
        + " metric, corrected for "
        + Wording.counted(metrics, "metric")
        + " by Benjamini and Hochberg (1995) at "
        + plain(trends.alpha())
        + ": of the metrics that show a change, at most that share is expected to have none, and if"
        + " none has one, that is the probability that any shows one. It takes "
        + most
        + ". A change can be the machine's: one that all benchmarks"
        + " share, the loopback echo and the instrument too, most likely is.";
  }

  static String time(Instant time) {
    return TIME.format(time);
  }

  /** A hash as people write it. */
  static String commit(History.Entry entry) {
    String commit = entry.commit();
    if (commit.isEmpty()) {
      return "-";
    }
    boolean hash = commit.matches("[0-9a-f]{12,}(-dirty)?");
    return hash ? commit.substring(0, HASH) + (commit.endsWith("-dirty") ? "-dirty" : "") : commit;
  }

  static String figure(Tracked column, double value) {
    return column.metric() == Metric.THROUGHPUT ? Units.rate(value) : Units.micros(value);
  }

  /** The name of a metric beside its figures. */
  static String metric(Tracked column) {
    return column.metric() == Metric.THROUGHPUT ? "ops/s" : column.metric().text();
  }

  /** Such as {@code +9.7 %}. */
  static String change(Trend.Step step) {
    String percent = Units.percent(step.change());
    return step.change() > 0 ? "+" + percent : percent;
  }

  /** A number that needs no more than two digits, such as a p. */
  static String plain(double value) {
    return new BigDecimal(value, new MathContext(2)).stripTrailingZeros().toPlainString();
  }
}
