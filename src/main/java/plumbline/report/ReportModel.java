package plumbline.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plumbline.claim.ClaimMatrix;
import plumbline.claim.Judgement;
import plumbline.claim.Outcome;
import plumbline.report.words.Wording;
import plumbline.result.Metric;
import plumbline.result.RunData;

/**
 * What every report of a run says, in words and formatted figures. Text, Markdown and HTML are
 * three ways to set it, so that they cannot disagree. It is made from stored data alone: the same
 * data give the same report.
 *
 * @param run the name of the run
 * @param plumbline version of the program that measured
 * @param plan the plan's name
 * @param started start of the run in UTC
 * @param warning one line if the run is not complete; it comes before everything else
 * @param problems what went wrong, one line each
 * @param headline what is true in which regime, a sentence each
 * @param setting the conditions in one line
 * @param lines one per series
 * @param footnotes numbered from 1, named by {@link Line#notes}
 * @param curve response times over load, in a run that searched for saturation
 * @param charts the curves that a picture shows
 * @param matrix claims by kind of regime, if the run has more than one kind
 * @param promises systems at the same promise, if the run compares them
 * @param claims the verdicts, claim by claim
 * @param limits what limits the result
 * @param conditions machine, plan and order
 * @param servers the servers with their effective configuration
 * @param files the other files of the run, by relative name
 */
public record ReportModel(
    String run,
    String plumbline,
    String plan,
    String started,
    Optional<String> warning,
    List<String> problems,
    List<String> headline,
    String setting,
    List<Line> lines,
    List<String> footnotes,
    Optional<CurveSheet> curve,
    Charts charts,
    Optional<ClaimMatrix> matrix,
    Optional<PromiseTable> promises,
    List<Claim> claims,
    List<Entry> limits,
    List<Entry> conditions,
    List<Server> servers,
    List<Entry> files) {

  /** The latencies that a table shows, in the order of its columns. */
  public static final List<Metric> COLUMNS =
      List.of(Metric.P50, Metric.P99, Metric.P99_9, Metric.MAX);

  /** Makes the model of a run, in the usual words. */
  public static ReportModel of(RunData data, Judgement judgement) {
    return of(data, judgement, Wording.USUAL);
  }

  /** Makes the model of a run. */
  public static ReportModel of(RunData data, Judgement judgement, Wording wording) {
    return new ModelBuilder(data, judgement, wording).build();
  }

  /**
   * One line of the table of figures.
   *
   * @param operation system and operation
   * @param regime what tells it from the lines of the same operation
   * @param fullRegime all conditions
   * @param figures by metric; those of {@link #COLUMNS} and the throughput are always there
   * @param validRounds rounds behind the figures
   * @param plannedRounds rounds that were asked for
   * @param notes numbers of footnotes, rising
   * @param verdicts claims that were judged on this series
   */
  public record Line(
      String operation,
      String regime,
      String fullRegime,
      Map<Metric, Figure> figures,
      int validRounds,
      int plannedRounds,
      List<Integer> notes,
      List<LineVerdict> verdicts) {

    /** Valid rounds of planned ones, such as {@code 5/5}. */
    public String rounds() {
      return validRounds + "/" + plannedRounds;
    }

    /** The figure of a metric. */
    public Figure figure(Metric metric) {
      return figures.get(metric);
    }

    /** Whether any round is missing or invalid. */
    public boolean isShort() {
      return validRounds < plannedRounds;
    }
  }

  /**
   * A figure in a table.
   *
   * @param text number and unit, or {@code -}
   * @param mark what restricts it
   */
  public record Figure(String text, Mark mark) {}

  /** What restricts a figure. */
  public enum Mark {
    /** Nothing. */
    NONE(""),
    /** The platform paused for at least as long as this figure, equally often. */
    PLATFORM("*"),
    /** The load generator explains more of it than is allowed. */
    CLIENT("+"),
    /** The row is marked as not valid. */
    INVALID("!");

    private final String sign;

    Mark(String sign) {
      this.sign = sign;
    }

    /** One character, or nothing. */
    public String sign() {
      return sign;
    }
  }

  /**
   * The verdicts of one claim on one series.
   *
   * @param claim the claim's id
   * @param outcomes by metric, in the order of the claim
   */
  public record LineVerdict(String claim, Map<Metric, Outcome> outcomes) {}

  /**
   * A claim with its verdicts.
   *
   * @param id the claim's id
   * @param statement the claim in our own words
   * @param bounds what is claimed, one text per bound that occurs
   * @param common conditions that all its regimes share; may be empty
   * @param interval what the lowest and highest figures of its verdicts are, if all are the same
   * @param ratio whether its figures are ratios, which stand in no other table
   * @param regimes one or more
   */
  public record Claim(
      String id,
      String statement,
      List<String> bounds,
      String common,
      String interval,
      boolean ratio,
      List<ClaimRegime> regimes) {

    /** The judged metrics, each once, in the order of the claim. */
    public Set<String> metrics() {
      Set<String> metrics = new LinkedHashSet<>();
      regimes.forEach(
          regime -> regime.verdicts().forEach(verdict -> metrics.add(verdict.metric())));
      return metrics;
    }
  }

  /**
   * A claim in one regime.
   *
   * @param subject system and operation
   * @param regime what this regime does not share with the others; never empty
   * @param verdicts one per metric
   */
  public record ClaimRegime(String subject, String regime, List<ClaimVerdict> verdicts) {}

  /**
   * One verdict.
   *
   * @param metric the judged metric's name
   * @param bound the bound as text
   * @param outcome the verdict
   * @param estimate the judged figure, or {@code -}
   * @param range lowest to highest, and what these are if the claim does not say it; or empty
   * @param reason why
   * @param evident whether the figures say the reason already
   */
  public record ClaimVerdict(
      String metric,
      String bound,
      Outcome outcome,
      String estimate,
      String range,
      String reason,
      boolean evident) {}

  /**
   * A title with what is said under it.
   *
   * @param title a few words
   * @param texts one or more sentences each
   */
  public record Entry(String title, List<String> texts) {}

  /**
   * A server that took part.
   *
   * @param title system, product and version
   * @param facts how it was run
   * @param configuration effective configuration by key
   */
  public record Server(String title, List<Entry> facts, Map<String, String> configuration) {}
}
