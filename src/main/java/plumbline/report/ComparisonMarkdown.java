package plumbline.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plumbline.compare.ComparedRow;
import plumbline.compare.Comparison;
import plumbline.compare.Comparison.Difference;
import plumbline.compare.Comparison.GateOutcome;
import plumbline.compare.Comparison.Omission;
import plumbline.compare.Verdict;
import plumbline.result.Metric;

/** A comparison in GitHub's Markdown, for a pull request or the summary of a job. */
final class ComparisonMarkdown {
  private final Comparison comparison;
  private final StringBuilder out = new StringBuilder();

  private ComparisonMarkdown(Comparison comparison) {
    this.comparison = comparison;
  }

  static String render(Comparison comparison) {
    return new ComparisonMarkdown(comparison).render();
  }

  private String render() {
    line("## Plumbline comparison").line("");
    comparison.gate().ifPresent(this::gate);
    differences();
    comparison.notes().forEach(note -> line("- " + MarkdownReport.escape(note)));
    if (!comparison.notes().isEmpty()) {
      line("");
    }
    for (Comparison.SideSummary side : comparison.sides()) {
      line(
          "- **"
              + side.name()
              + "**: "
              + MarkdownReport.escape(
                  side.runs().stream()
                      .map(ComparisonWords::run)
                      .collect(Collectors.joining(", "))));
    }
    line("");
    table();
    means();
    omissions();
    ComparisonWords.rules(comparison).forEach(rule -> line("- " + MarkdownReport.escape(rule)));
    ComparisonWords.legend().forEach(text -> line("- " + MarkdownReport.escape(text)));
    return out.toString();
  }

  private void gate(GateOutcome gate) {
    String sentence = MarkdownReport.escape(ComparisonWords.gate(comparison, gate));
    line(gate.state() == GateOutcome.State.PASSED
            ? "**" + sentence + "**"
            : "> [!WARNING]\n> **" + sentence + "**")
        .line("");
    gate.broken().forEach(row -> line("- " + MarkdownReport.escape(ComparisonWords.row(row))));
    if (!gate.broken().isEmpty()) {
      line("");
    }
  }

  private void differences() {
    if (comparison.differences().isEmpty()) {
      line("The conditions are the same, as far as the files tell.").line("");
      return;
    }
    line("The conditions differ:").line("");
    List<String> names = comparison.sides().stream().map(Comparison.SideSummary::name).toList();
    row(Stream.concat(Stream.of("Condition"), names.stream()));
    row(Stream.concat(Stream.of(":---"), names.stream().map(name -> ":---")));
    for (Difference difference : comparison.differences()) {
      row(
          Stream.concat(Stream.of(difference.fact()), difference.values().stream())
              .map(MarkdownReport::escape));
    }
    line("");
  }

  private void table() {
    if (comparison.rows().isEmpty()) {
      line("No row is on both sides: nothing was compared.").line("");
      return;
    }
    boolean several = comparison.sides().size() > 2;
    row(Stream.of("Series", "Metric", "BASE", "NEW", "Change", "Rounds", "p", "Verdict"));
    row(Stream.of(":---", ":---", "---:", "---:", "---:", "---:", "---:", ":---"));
    for (ComparedRow row : comparison.rows()) {
      Metric metric = row.figure().metric();
      boolean unknown = row.verdict() == Verdict.UNKNOWN;
      row(
          Stream.of(
              MarkdownReport.escape(row.figure().name() + (several ? " (" + row.side() + ")" : "")),
              metric.text(),
              MarkdownReport.escape(ComparisonWords.median(metric, row.base())),
              MarkdownReport.escape(ComparisonWords.median(metric, row.changed())),
              MarkdownReport.escape(ComparisonWords.change(row.change())),
              row.base().count() + "+" + row.changed().count(),
              unknown ? "" : MarkdownReport.escape(ComparisonWords.p(row.adjusted())),
              verdict(row)));
    }
    line("");
  }

  private static String verdict(ComparedRow row) {
    String text = MarkdownReport.escape(row.verdictText());
    return row.verdict() == Verdict.WORSE || row.verdict() == Verdict.BETTER
        ? "**" + text + "**"
        : text;
  }

  private void means() {
    if (comparison.means().isEmpty()) {
      return;
    }
    row(Stream.of("Geometric mean of the changes", "Metric", "Side", "Rows", "Change"));
    row(Stream.of(":---", ":---", ":---", "---:", "---:"));
    for (Comparison.Mean mean : comparison.means()) {
      row(
          Stream.of(
              MarkdownReport.escape(mean.system()),
              mean.metric().text(),
              mean.side(),
              Integer.toString(mean.rows()),
              ComparisonWords.mean(mean)));
    }
    line("");
  }

  private void omissions() {
    for (Omission.Kind kind : Omission.Kind.values()) {
      List<Omission> omitted =
          comparison.omitted().stream().filter(omission -> omission.kind() == kind).toList();
      if (!omitted.isEmpty()) {
        line("<details>");
        line("<summary>" + ComparisonWords.heading(kind) + ": " + omitted.size() + "</summary>");
        line("");
        omitted.forEach(
            omission -> line("- " + MarkdownReport.escape(ComparisonWords.omission(omission))));
        line("").line("</details>").line("");
      }
    }
  }

  private void row(Stream<String> cells) {
    line("| " + cells.collect(Collectors.joining(" | ")) + " |");
  }

  private ComparisonMarkdown line(String text) {
    out.append(text).append('\n');
    return this;
  }
}
