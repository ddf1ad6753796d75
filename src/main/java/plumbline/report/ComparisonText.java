package plumbline.report;

import java.util.ArrayList;
import java.util.List;
import plumbline.compare.ComparedRow;
import plumbline.compare.Comparison;
import plumbline.compare.Comparison.GateOutcome;
import plumbline.compare.Comparison.Omission;
import plumbline.compare.Verdict;
import plumbline.result.Metric;

/** A comparison for a terminal of {@value #WIDTH} columns. */
public final class ComparisonText {
  /** Columns. */
  public static final int WIDTH = 100;

  /** Another version of a server may have a hundred other settings. */
  private static final int MOST_DIFFERENCES = 20;

  private static final int METRIC = 12;
  private static final int SIDE = 21;
  private static final int CHANGE = 23;
  private static final int COUNT = 6;
  private static final int P = 7;

  private final Comparison comparison;
  private final TextPage page;

  private ComparisonText(Comparison comparison, boolean color) {
    this.comparison = comparison;
    this.page = new TextPage(WIDTH, color);
  }

  /**
   * Renders a comparison.
   *
   * @param color whether escape sequences for colours are wanted
   */
  public static String render(Comparison comparison, boolean color) {
    return new ComparisonText(comparison, color).render();
  }

  private String render() {
    comparison.gate().ifPresent(this::gate);
    differences();
    comparison.notes().forEach(note -> page.item("! ", note));
    if (!comparison.notes().isEmpty()) {
      page.blank();
    }
    for (Comparison.SideSummary side : comparison.sides()) {
      String lead = side.name() + ": ";
      page.item(
          lead,
          side.runs().isEmpty()
              ? "no rounds"
              : String.join(", ", side.runs().stream().map(ComparisonWords::run).toList()));
    }
    ComparisonWords.rules(comparison).forEach(rule -> page.paragraph(rule, null));
    page.blank();
    table();
    means();
    omissions();
    return page.text();
  }

  private void gate(GateOutcome gate) {
    page.paragraph(
        ComparisonWords.gate(comparison, gate),
        gate.state() == GateOutcome.State.PASSED ? TextPage.Style.HOLDS : TextPage.Style.ALARM);
    gate.broken().forEach(row -> page.item("  ", ComparisonWords.row(row)));
    page.blank();
  }

  private void differences() {
    if (comparison.differences().isEmpty()) {
      page.paragraph("The conditions are the same, as far as the files tell.", null);
    } else {
      page.paragraph("The conditions differ:", TextPage.Style.BOLD);
    }
    for (Comparison.Difference difference :
        comparison.differences().stream().limit(MOST_DIFFERENCES).toList()) {
      List<String> values = new ArrayList<>();
      for (int i = 0; i < difference.values().size(); i++) {
        values.add(comparison.sides().get(i).name() + " " + difference.values().get(i));
      }
      page.item("  ", difference.fact() + ": " + String.join("; ", values));
    }
    int more = comparison.differences().size() - MOST_DIFFERENCES;
    if (more > 0) {
      page.item("  ", "and " + more + " more, which the other formats list");
    }
    page.blank();
  }

  private void table() {
    if (comparison.rows().isEmpty()) {
      page.paragraph("No row is on both sides: nothing was compared.", null);
      page.blank();
      return;
    }
    String head =
        cell("", METRIC)
            + cell("BASE", SIDE)
            + cell("NEW", SIDE)
            + cell("change", CHANGE)
            + cell("n", COUNT)
            + cell("p", P);
    page.line(page.styled(head, TextPage.Style.BOLD));
    String before = "";
    // There may be tens of thousands.
    for (Line line : comparison.rows().parallelStream().map(this::line).toList()) {
      if (!line.name().equals(before)) {
        page.item("", line.name());
        before = line.name();
      }
      page.line(line.text());
    }
    page.blank();
    ComparisonWords.legend().forEach(text -> page.faintItem("  ", text));
    page.blank();
  }

  /** A row under the name of its series. */
  private record Line(String name, String text) {}

  private Line line(ComparedRow row) {
    String name =
        row.figure().name() + (comparison.sides().size() > 2 ? " (" + row.side() + ")" : "");
    return new Line(name, text(row));
  }

  private String text(ComparedRow row) {
    Metric metric = row.figure().metric();
    boolean unknown = row.verdict() == Verdict.UNKNOWN;
    String verdict = row.verdictText();
    String figures =
        cell(" " + metric.text(), METRIC)
            + cell(side(metric, row.base()), SIDE)
            + cell(side(metric, row.changed()), SIDE)
            + cell(change(row), CHANGE)
            + cell(row.base().count() + "+" + row.changed().count(), COUNT)
            // Too few rounds have no p worth a column.
            + (unknown ? "" : cell(ComparisonWords.p(row.adjusted()), P));
    return narrowed(figures, WIDTH - verdict.length()) + page.styled(verdict, style(row.verdict()));
  }

  /** Thousands of rounds take more room than their column has: the gaps between columns give it. */
  private static String narrowed(String line, int width) {
    String narrow = line;
    while (narrow.length() > width && narrow.strip().contains("  ")) {
      int gap = narrow.lastIndexOf("  ");
      narrow = narrow.substring(0, gap) + narrow.substring(gap + 1);
    }
    return narrow;
  }

  private static TextPage.Style style(Verdict verdict) {
    return switch (verdict) {
      case BETTER -> TextPage.Style.HOLDS;
      case WORSE -> TextPage.Style.REFUTED;
      default -> TextPage.Style.FAINT;
    };
  }

  /** Where an interval is too wide for its column, the estimate stands alone. */
  private static String side(Metric metric, ComparedRow.Rounds rounds) {
    String full = ComparisonWords.median(metric, rounds);
    return full.length() < SIDE ? full : ComparisonWords.medianOnly(metric, rounds);
  }

  private static String change(ComparedRow row) {
    String full = ComparisonWords.change(row.change());
    return full.length() < CHANGE ? full : ComparisonWords.change(row.change().share()) + " %";
  }

  private static String cell(String text, int width) {
    return text + " ".repeat(Math.max(1, width - text.codePointCount(0, text.length())));
  }

  private void means() {
    if (comparison.means().isEmpty()) {
      return;
    }
    page.heading("Geometric mean of the changes");
    for (Comparison.Mean mean : comparison.means()) {
      page.line(
          cell("  " + mean.metric().text(), METRIC + 1)
              + cell(mean.system(), SIDE)
              + cell(ComparisonWords.mean(mean), P + 2)
              + "of "
              + mean.rows()
              + (mean.rows() == 1 ? " row" : " rows")
              + (comparison.sides().size() > 2 ? " (" + mean.side() + ")" : ""));
    }
    page.blank();
  }

  private void omissions() {
    for (Omission.Kind kind : Omission.Kind.values()) {
      List<Omission> omitted =
          comparison.omitted().stream().filter(omission -> omission.kind() == kind).toList();
      if (!omitted.isEmpty()) {
        page.heading(ComparisonWords.heading(kind));
        omitted.forEach(omission -> page.item("  ", ComparisonWords.omission(omission)));
        page.blank();
      }
    }
  }
}
