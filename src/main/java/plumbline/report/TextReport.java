package plumbline.report;

import java.util.ArrayList;
import java.util.List;
import plumbline.claim.Judgement;
import plumbline.claim.Outcome;
import plumbline.report.ReportModel.Claim;
import plumbline.report.ReportModel.ClaimRegime;
import plumbline.report.ReportModel.ClaimVerdict;
import plumbline.report.ReportModel.Entry;
import plumbline.result.RunData;

/** The report for a terminal: the verdict first, then the figures, then what limits them. */
public final class TextReport {
  /** The table of figures is this wide, whatever the terminal. */
  static final int NARROWEST = 80;

  /** Lines longer than this are tiring to read. */
  private static final int WIDEST = 100;

  private static final int MOST_PROBLEMS = 12;

  private final ReportModel model;
  private final TextPage page;

  private TextReport(ReportModel model, int width, boolean color) {
    this.model = model;
    this.page = new TextPage(Math.max(NARROWEST, Math.min(WIDEST, width)), color);
  }

  /**
   * Renders a run.
   *
   * @param width columns of the terminal; less than 80 is taken as 80
   * @param color whether to use ANSI escape sequences
   * @return lines that end in a line feed, none longer than the width
   */
  public static String render(RunData data, Judgement judgement, int width, boolean color) {
    return new TextReport(ReportModel.of(data, judgement), width, color).render();
  }

  private String render() {
    model.warning().ifPresent(warning -> page.paragraph(warning, TextPage.Style.ALARM));
    problems();
    model.headline().forEach(sentence -> page.paragraph(sentence, TextPage.Style.BOLD));
    page.paragraph(model.setting(), TextPage.Style.FAINT);
    page.blank();
    new TextTable(page).print(model);
    footnotes();
    model.curve().ifPresent(new CurveText(page)::print);
    model.matrix().ifPresent(matrix -> new MatrixText(page).print(matrix));
    model.promises().ifPresent(promises -> new PromiseText(page).print(promises));
    claims();
    entries("What limits this result", model.limits());
    files();
    return page.text();
  }

  private void problems() {
    List<String> problems = model.problems();
    for (String problem : problems.subList(0, Math.min(MOST_PROBLEMS, problems.size()))) {
      page.item("  - ", problem);
    }
    if (problems.size() > MOST_PROBLEMS) {
      page.item("  - ", "and " + (problems.size() - MOST_PROBLEMS) + " more, see run.json");
    }
    if (model.warning().isPresent() || !problems.isEmpty()) {
      page.blank();
    }
  }

  private void footnotes() {
    List<Entry> legend = ReportText.legend(model);
    if (!legend.isEmpty()) {
      page.blank();
    }
    for (Entry entry : legend) {
      page.item(String.format("  %-4s ", entry.title()), entry.texts().get(0));
    }
  }

  private void claims() {
    if (model.claims().isEmpty()) {
      return;
    }
    page.blank();
    page.heading("Claims");
    for (Claim claim : model.claims()) {
      page.item("  ", claim.id() + ": " + claim.statement());
      page.item("    ", "claimed: " + String.join("; ", claim.bounds()));
      if (!claim.common().isEmpty()) {
        page.faintItem("    ", "in all regimes: " + claim.common());
      }
      if (!claim.interval().isEmpty()) {
        page.faintItem("    ", ReportText.MEDIANS + "in brackets: " + claim.interval());
      }
      if (claim.regimes().stream().noneMatch(regime -> isShown(claim, regime))) {
        page.item("    ", "decided in every regime, as the table says");
      }
      claim.regimes().forEach(regime -> regime(claim, regime));
    }
  }

  /** Only what the table of figures does not say already: ratios, and verdicts with a reason. */
  private void regime(Claim claim, ClaimRegime regime) {
    if (isShown(claim, regime)) {
      page.item("    ", regime.subject() + ", " + regime.regime());
      regime.verdicts().stream()
          .filter(verdict -> claim.ratio() || !verdict.evident())
          .forEach(this::verdict);
    }
  }

  private static boolean isShown(Claim claim, ClaimRegime regime) {
    return claim.ratio() || !regime.verdicts().stream().allMatch(ClaimVerdict::evident);
  }

  private void verdict(ClaimVerdict verdict) {
    List<String> parts = new ArrayList<>();
    parts.add(
        verdict.range().isEmpty()
            ? verdict.estimate()
            : verdict.estimate() + " (" + verdict.range() + ")");
    if (!verdict.evident()) {
      parts.add(verdict.reason());
    }
    String metric = String.format("      %-6s ", verdict.metric());
    String outcome = pad(verdict.outcome());
    String lead = metric + page.styled(outcome, TextPage.Style.of(verdict.outcome())) + " ";
    page.item(lead, metric.length() + outcome.length() + 1, String.join("; ", parts));
  }

  private static String pad(Outcome outcome) {
    return String.format("%-9s", outcome);
  }

  private void entries(String heading, List<Entry> entries) {
    page.blank();
    page.heading(heading);
    for (Entry entry : entries) {
      String lead = String.format("  %-16s", entry.title());
      for (String text : entry.texts()) {
        page.item(lead, text);
        lead = " ".repeat(18);
      }
    }
  }

  private void files() {
    page.blank();
    page.heading("Files of " + model.run());
    for (Entry file : model.files()) {
      page.item(String.format("  %-17s", file.title()), String.join(" ", file.texts()));
    }
  }
}
