package plumbline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plumbline.claim.Judgement;
import plumbline.report.ReportModel.Claim;
import plumbline.report.ReportModel.ClaimRegime;
import plumbline.report.ReportModel.ClaimVerdict;
import plumbline.report.ReportModel.Entry;
import plumbline.report.ReportModel.Figure;
import plumbline.report.ReportModel.Line;
import plumbline.result.Metric;
import plumbline.result.RunData;
import plumbline.result.Units;

/** The report in GitHub's Markdown, for a pull request or the summary of a job. */
public final class MarkdownReport {
  private final ReportModel model;
  private final StringBuilder out = new StringBuilder();

  private MarkdownReport(ReportModel model) {
    this.model = model;
  }

  /** Renders a run. */
  public static String render(RunData data, Judgement judgement) {
    return new MarkdownReport(ReportModel.of(data, judgement)).render();
  }

  private String render() {
    model
        .warning()
        .ifPresent(warning -> line("> [!WARNING]\n> **" + escape(warning) + "**").line(""));
    line("## Plumbline verdict").line("");
    model
        .headline()
        .forEach(
            sentence ->
                line("- " + escape(sentence).replaceAll("HOLDS|REFUTED|UNDECIDED", "**$0**")));
    line("");
    line(escape(model.setting())).line("");
    if (!model.problems().isEmpty()) {
      line("### Problems").line("");
      model.problems().forEach(problem -> line("- " + escape(problem)));
      line("");
    }
    model.curve().ifPresent(curve -> out.append(CurveMarkdown.render(curve)));
    model.matrix().ifPresent(matrix -> out.append(RegimeMarkdown.render(matrix)));
    model.promises().ifPresent(table -> out.append(RegimeMarkdown.render(table)));
    verdicts();
    figures();
    line("### What limits this result").line("");
    model.limits().forEach(this::bullet);
    line("");
    conditions();
    details(
        "How to read this",
        () -> {
          ReportText.howToRead().forEach(this::bullet);
          line("");
        });
    return out.toString().replace(Units.NO_BREAK, ' ');
  }

  private void verdicts() {
    line("### Verdicts").line("");
    if (model.claims().isEmpty()) {
      line("No claim was judged.").line("");
      return;
    }
    model.claims().forEach(this::claim);
  }

  /** A table per claim: a regime a line, a metric a column. */
  private void claim(Claim claim) {
    line("**" + escape(claim.id()) + "**: " + escape(claim.statement())).line("");
    Set<String> metrics = claim.metrics();
    row(Stream.concat(Stream.of("Regime"), metrics.stream()));
    row(Stream.concat(Stream.of(":---"), metrics.stream().map(metric -> ":---")));
    for (ClaimRegime regime : claim.regimes()) {
      row(
          Stream.concat(
              Stream.of(escape(regime.subject() + ", " + regime.regime())),
              metrics.stream().map(metric -> verdicts(regime, metric))));
    }
    line("");
    line("Claimed: " + escape(String.join("; ", claim.bounds())) + ".");
    if (!claim.common().isEmpty()) {
      line("In all regimes: " + escape(claim.common()) + ".");
    }
    if (!claim.interval().isEmpty()) {
      line("Medians over the rounds; in brackets: " + escape(claim.interval()) + ".");
    }
    line("");
  }

  private static String verdicts(ClaimRegime regime, String metric) {
    return regime.verdicts().stream()
        .filter(verdict -> verdict.metric().equals(metric))
        .map(MarkdownReport::verdict)
        .collect(Collectors.joining("<br>"));
  }

  private static String verdict(ClaimVerdict verdict) {
    return "**"
        + verdict.outcome()
        + "** "
        + escape(verdict.estimate())
        + (verdict.range().isEmpty() ? "" : " (" + escape(verdict.range()) + ")")
        + (verdict.evident() ? "" : "<br>" + escape(verdict.reason()));
  }

  private void figures() {
    line("### Figures").line("");
    List<String> head = new ArrayList<>(List.of("Operation", "Regime"));
    List<String> align = new ArrayList<>(List.of(":---", ":---"));
    ReportModel.COLUMNS.forEach(
        metric -> {
          head.add(metric.text());
          align.add("---:");
        });
    head.addAll(List.of("ops/s", "rounds", "verdict"));
    align.addAll(List.of("---:", "---:", ":---"));
    row(head.toArray(String[]::new));
    row(align.toArray(String[]::new));
    for (Line line : model.lines()) {
      List<String> cells = new ArrayList<>();
      cells.add(escape(line.operation()));
      cells.add(
          escape(line.regime())
              + line.notes().stream()
                  .map(note -> " \\[" + note + "\\]")
                  .collect(Collectors.joining()));
      ReportModel.COLUMNS.forEach(metric -> cells.add(figure(line.figure(metric))));
      cells.add(figure(line.figure(Metric.THROUGHPUT)));
      cells.add(line.isShort() ? "**" + line.rounds() + "**" : line.rounds());
      cells.add(
          line.verdicts().stream()
              .map(
                  verdict ->
                      escape(verdict.claim())
                          + ": "
                          + verdict.outcomes().entrySet().stream()
                              .map(MarkdownReport::outcome)
                              .collect(Collectors.joining(", ")))
              .collect(Collectors.joining("<br>")));
      row(cells.toArray(String[]::new));
    }
    line("");
    ReportText.legend(model)
        .forEach(note -> line("- `" + note.title() + "` " + escape(note.texts().get(0))));
    line("");
  }

  private static String outcome(Map.Entry<Metric, plumbline.claim.Outcome> outcome) {
    return outcome.getKey().text() + " " + outcome.getValue();
  }

  private static String figure(Figure figure) {
    return escape(figure.text() + figure.mark().sign());
  }

  private void conditions() {
    details(
        "Conditions",
        () -> {
          model.conditions().forEach(this::bullet);
          line("");
        });
    for (ReportModel.Server server : model.servers()) {
      details(
          server.title() + ": effective configuration",
          () -> {
            server.facts().forEach(this::bullet);
            line("");
            row("Key", "Value");
            row(":---", ":---");
            server.configuration().forEach((key, value) -> row(escape(key), escape(value)));
            line("");
          });
    }
  }

  private void details(String summary, Runnable body) {
    line("<details>");
    line("<summary>" + escape(summary) + "</summary>").line("");
    body.run();
    line("</details>").line("");
  }

  private void bullet(Entry entry) {
    out.append(item(entry));
  }

  private void row(Stream<String> cells) {
    row(cells.toArray(String[]::new));
  }

  private void row(String... cells) {
    line("| " + String.join(" | ", cells) + " |");
  }

  /** An entry of a list. */
  static String item(Entry entry) {
    if (entry.texts().size() == 1) {
      return "- **" + escape(entry.title()) + "**: " + escape(entry.texts().get(0)) + "\n";
    }
    StringBuilder item = new StringBuilder("- **" + escape(entry.title()) + "**\n");
    entry.texts().forEach(text -> item.append("  - ").append(escape(text)).append('\n'));
    return item.toString();
  }

  private MarkdownReport line(String text) {
    out.append(text).append('\n');
    return this;
  }

  /**
   * Text that means itself in Markdown and in a table: no markup, no HTML, no new line. Entities
   * for what GitHub would otherwise turn into links to people.
   */
  static String escape(String text) {
    return text.replaceAll("[\\p{Cc}\u2028\u2029]", " ")
        .replaceAll("([\\\\`*_\\[\\]|~#])", "\\\\$1")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("@", "&#64;");
  }
}
