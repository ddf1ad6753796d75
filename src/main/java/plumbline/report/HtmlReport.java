package plumbline.report;

import plumbline.claim.Judgement;
import plumbline.result.RunData;

/** placeholder while the templates are written. */
public final class HtmlReport {
  private HtmlReport() {}

  public static String render(RunData data, Judgement judgement) {
    return ReportModel.of(data, judgement).headline();
  }
}
