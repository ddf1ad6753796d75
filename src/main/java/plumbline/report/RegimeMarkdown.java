package plumbline.report;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plumbline.claim.ClaimMatrix;
import plumbline.report.words.RegimeWords;

/** Claims by regime, and systems at the same promise, in GitHub's Markdown. */
final class RegimeMarkdown {
  private RegimeMarkdown() {}

  /** Claims by regime. */
  static String render(ClaimMatrix matrix) {
    StringBuilder out = new StringBuilder("### Claims by regime\n\n");
    out.append(
        row(
            "Claim",
            matrix.columns().stream()
                .map(kind -> MarkdownReport.escape(RegimeWords.USUAL.text(kind)))));
    out.append(rule(1 + matrix.columns().size()));
    for (ClaimMatrix.Line line : matrix.lines()) {
      out.append(
          row(
              MarkdownReport.escape(line.claim()),
              line.cells().stream()
                  .map(
                      cell ->
                          ReportText.cell(cell).replaceAll("HOLDS|REFUTED|UNDECIDED", "**$0**"))));
    }
    return out.append('\n').append(ReportText.MATRIX).append("\n\n").toString();
  }

  /** Systems at the same promise. */
  static String render(PromiseTable table) {
    StringBuilder out = new StringBuilder("### At the same promise\n\n");
    out.append(row("Promise", Stream.concat(Stream.of("What"), table.systems().stream())));
    out.append(rule(2 + table.systems().size()));
    for (PromiseTable.Group group : table.groups()) {
      for (PromiseTable.Line line : group.lines()) {
        out.append(
            row(
                group.promise(),
                Stream.concat(
                    Stream.of(line.kind()), line.cells().stream().map(RegimeMarkdown::cell))));
      }
    }
    out.append('\n').append(ReportText.PROMISES).append("\n\n");
    table.notes().forEach(note -> out.append(MarkdownReport.item(note)));
    return out.append('\n').toString();
  }

  private static String cell(PromiseTable.Cell cell) {
    return cell.figures().isEmpty()
        ? cell.absence()
        : cell.figures().stream().map(RegimeMarkdown::figures).collect(Collectors.joining("<br>"));
  }

  private static String figures(PromiseTable.Measured one) {
    return MarkdownReport.escape(one.operation())
        + ": "
        + MarkdownReport.escape(one.p50() + ", " + one.p99())
        + " ("
        + one.rounds()
        + ")";
  }

  private static String rule(int columns) {
    List<String> cells = Collections.nCopies(columns, ":---");
    return row(cells.get(0), cells.stream().skip(1));
  }

  private static String row(String first, Stream<String> others) {
    return Stream.concat(Stream.of(first), others).collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
