package plumbline.report.compare;

import plumbline.compare.Comparison;
import plumbline.report.page.HtmlWriter;
import plumbline.report.page.MarkdownWriter;
import plumbline.report.page.TextWriter;
import plumbline.report.words.Wording;

/** The formats of a comparison. */
public enum ComparisonFormat {
  /** The answers for a terminal, or all of it. */
  TEXT,
  /** One row per figure, for a spreadsheet. */
  CSV,
  /** Everything, for a program. */
  JSON,
  /** For a pull request or the summary of a job. */
  MARKDOWN,
  /** For a browser. */
  HTML;

  /** Columns of a terminal. */
  static final int WIDTH = 80;

  /** Columns of all that there is to say: a row of a comparison says more than that of a run. */
  private static final int WIDE = 100;

  /**
   * Renders a comparison. The same comparison gives the same text.
   *
   * @param details whether a terminal shows all of it; the other formats always do
   * @param color whether the text is for a terminal that knows colours
   */
  public String render(Comparison comparison, boolean details, boolean color) {
    return switch (this) {
      case TEXT ->
          details
              ? TextWriter.write(ComparisonPage.of(comparison, Wording.USUAL), WIDE, color)
              : TextWriter.write(ComparisonPage.brief(comparison, Wording.USUAL), WIDTH, color);
      case CSV -> ComparisonCsv.render(comparison);
      case JSON -> ComparisonJson.render(comparison);
      case MARKDOWN -> MarkdownWriter.write(ComparisonPage.of(comparison, Wording.USUAL));
      case HTML -> HtmlWriter.write(ComparisonPage.of(comparison, Wording.USUAL));
    };
  }
}
