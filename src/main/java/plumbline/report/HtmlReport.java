package plumbline.report;

import plumbline.claim.Judgement;
import plumbline.report.words.WarningWords;
import plumbline.result.RunData;

/**
 * The report as one self-contained HTML file. Styles, scripts and data are inside; the page's own
 * content security policy forbids every request and every script but the two whose digests it
 * names, so that even a mistake in escaping could not run anything.
 */
public final class HtmlReport {
  private HtmlReport() {}

  /** Renders a run. The same data give the same text. */
  public static String render(RunData data, Judgement judgement) {
    Figures figures = new Figures(data);
    Charts charts =
        Charts.of(
            figures,
            SeriesName.of(data),
            new LoadCurves(data, figures, WarningWords.USUAL).chart());
    PageParts parts = PageParts.with("load.js", "report.js");
    HtmlPage page =
        new HtmlPage(
            ReportModel.of(data, judgement),
            charts,
            parts.policy(),
            parts.styles(),
            parts.plot(),
            parts.script(),
            PageParts.json(charts));
    return PageParts.render("report.jte", page);
  }
}
