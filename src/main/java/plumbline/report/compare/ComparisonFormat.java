package plumbline.report.compare;

import plumbline.compare.Comparison;
import plumbline.report.page.HtmlWriter;
import plumbline.report.page.MarkdownWriter;
import plumbline.report.page.TextWriter;
import plumbline.report.words.Wording;

/** The formats of a comparison. */
public enum ComparisonFormat {
  /** A table for a terminal. */
  TEXT,
  /** One row per figure, for a spreadsheet. */
  CSV,
  /** Everything, for a program. */
  JSON,
  /** For a pull request or the summary of a job. */
  MARKDOWN,
  /** For a browser. */
  HTML;

  /** Columns of the text: a row of a comparison says more than that of a run. */
  static final int WIDTH = 100;

  /**
   * Renders a comparison. The same comparison gives the same text.
   *
   * @param color whether the text is for a terminal that knows colours
   */
  public String render(Comparison comparison, boolean color) {
    return switch (this) {
      case TEXT -> TextWriter.write(ComparisonPage.of(comparison, Wording.USUAL), WIDTH, color);
      case CSV -> ComparisonCsv.render(comparison);
      case JSON -> ComparisonJson.render(comparison);
      case MARKDOWN -> MarkdownWriter.write(ComparisonPage.of(comparison, Wording.USUAL));
      case HTML -> HtmlWriter.write(ComparisonPage.of(comparison, Wording.USUAL));
    };
  }
}
