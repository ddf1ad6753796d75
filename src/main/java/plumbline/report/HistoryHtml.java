package plumbline.report;

import plumbline.history.Trends;

/** A history as one self-contained HTML file, made as {@link HtmlReport} is. */
public final class HistoryHtml {
  private HistoryHtml() {}

  /**
   * Renders a history. The same data give the same text.
   *
   * @param name of its file
   */
  public static String render(Trends trends, String name) {
    return PageParts.render("history.jte", HistoryPage.of(trends, name));
  }
}
