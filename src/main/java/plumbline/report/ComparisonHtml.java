package plumbline.report;

import gg.jte.output.StringOutput;
import plumbline.compare.Comparison;

/** A comparison as one self-contained HTML file without any script. */
final class ComparisonHtml {
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action"
          + " 'none'";

  private ComparisonHtml() {}

  static String render(Comparison comparison) {
    StringOutput out = new StringOutput();
    HtmlReport.ENGINE.render(
        "compare.jte",
        new ComparisonPage(
            comparison,
            POLICY,
            HtmlReport.resource("/plumbline/report/report.css")
                + HtmlReport.resource("/plumbline/report/compare.css")),
        out);
    return out.toString();
  }
}
