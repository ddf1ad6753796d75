package plumbline.report;

import plumbline.compare.Comparison;

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

  /**
   * Renders a comparison. The same comparison gives the same text.
   *
   * @param color whether the text is for a terminal that knows colours
   */
  public String render(Comparison comparison, boolean color) {
    return switch (this) {
      case TEXT -> ComparisonText.render(comparison, color);
      case CSV -> ComparisonCsv.render(comparison);
      case JSON -> ComparisonJson.render(comparison);
      case MARKDOWN -> ComparisonMarkdown.render(comparison);
      case HTML -> ComparisonHtml.render(comparison);
    };
  }
}
