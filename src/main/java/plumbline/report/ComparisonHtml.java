package plumbline.report;

import plumbline.compare.Comparison;

/** A comparison as one self-contained HTML file without any script. */
final class ComparisonHtml {
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action"
          + " 'none'";

  private ComparisonHtml() {}

  static String render(Comparison comparison) {
    return PageParts.render(
        "compare.jte",
        new ComparisonPage(
            comparison,
            POLICY,
            PageParts.resource("/plumbline/report/report.css")
                + PageParts.resource("/plumbline/report/compare.css")));
  }
}
