package plumbline.report;

import java.util.ArrayList;
import java.util.List;
import plumbline.claim.Outcome;
import plumbline.report.ReportModel.ClaimRegime;
import plumbline.report.ReportModel.ClaimVerdict;
import plumbline.report.ReportModel.Entry;
import plumbline.report.ReportModel.Figure;
import plumbline.result.Metric;

/**
 * What the templates of the HTML report are given.
 *
 * @param model what the report says
 * @param charts its curves
 * @param policy the content security policy
 * @param styles style sheets
 * @param plot the chart library's script
 * @param script the page's own script
 * @param json the curves for the script, escaped for HTML
 */
public record HtmlPage(
    ReportModel model,
    Charts charts,
    String policy,
    String styles,
    String plot,
    String script,
    String json) {

  /**
   * A sentence of the headline.
   *
   * @param said the claim, with its colon, or the whole sentence
   * @param found what came out, in pieces; empty if the sentence has no colon
   */
  public record Sentence(String said, List<Piece> found) {}

  /**
   * A piece of a sentence.
   *
   * @param text some words
   * @param outcome the verdict if the text is one, else null
   */
  public record Piece(String text, Outcome outcome) {}

  /** The headline, its verdicts told apart from the words around them. */
  public List<Sentence> headline() {
    return model.headline().stream().map(HtmlPage::sentence).toList();
  }

  private static Sentence sentence(String text) {
    int colon = text.indexOf(": ");
    if (colon < 0) {
      return new Sentence(text, List.of());
    }
    List<Piece> pieces = new ArrayList<>();
    for (String piece :
        text.substring(colon + 2)
            .split("(?<=HOLDS|REFUTED|UNDECIDED)|(?=HOLDS|REFUTED|UNDECIDED)")) {
      Outcome outcome = null;
      for (Outcome known : Outcome.values()) {
        outcome = known.name().equals(piece) ? known : outcome;
      }
      pieces.add(new Piece(piece, outcome));
    }
    return new Sentence(text.substring(0, colon + 1), pieces);
  }

  /** The columns of the table of figures. */
  public List<Metric> columns() {
    return ReportModel.COLUMNS;
  }

  /** The throughput of a line. */
  public Figure throughput(ReportModel.Line line) {
    return line.figure(Metric.THROUGHPUT);
  }

  /** The verdicts of a regime on a metric. */
  public List<ClaimVerdict> verdicts(ClaimRegime regime, String metric) {
    return regime.verdicts().stream().filter(verdict -> verdict.metric().equals(metric)).toList();
  }

  /** The marks under the table of figures. */
  public List<Entry> legend() {
    return ReportText.legend(model);
  }

  /** How to read the report. */
  public List<Entry> howToRead() {
    return ReportText.howToRead();
  }

  /** The CSS class of a verdict. */
  public static String css(Outcome outcome) {
    return switch (outcome) {
      case HOLDS -> "holds";
      case REFUTED -> "refuted";
      case UNDECIDED -> "undecided";
    };
  }

  /** A sign beside the word, so that a verdict does not rest on colour. */
  public static String sign(Outcome outcome) {
    return switch (outcome) {
      case HOLDS -> "\u2713";
      case REFUTED -> "\u2715";
      case UNDECIDED -> "?";
    };
  }

  /** The CSS class that gives a load curve its colour. */
  public static String css(CurveChart.Line line) {
    return "curve hue" + line.hue() % 4;
  }

  /** The CSS class that gives a curve its colour and dashes. */
  public static String css(Charts.Curve curve) {
    return curve.hue() < 0
        ? "curve floor"
        : "curve hue" + curve.hue() % 4 + " shade" + curve.shade() % 4;
  }
}
