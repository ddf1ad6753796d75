package plumbline.report.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plumbline.claim.ClaimMatrix;
import plumbline.claim.Verdict;
import plumbline.report.page.Block.Paragraph;
import plumbline.report.page.Block.Section;
import plumbline.report.page.Format;
import plumbline.report.page.Table;
import plumbline.report.page.Table.Cell;
import plumbline.report.page.Table.Row;
import plumbline.report.page.Text;
import plumbline.report.page.Tone;
import plumbline.report.words.Phrase;
import plumbline.report.words.RegimeWords;
import plumbline.report.words.VerdictWords;
import plumbline.report.words.Wording;

/** Claims by regime: how many verdicts there are in each kind of it. */
public final class MatrixSection {
  private MatrixSection() {}

  /** Makes the section; empty if the verdicts are all about one kind of regime. */
  public static Optional<Section> of(List<Verdict> verdicts, Wording wording) {
    return ClaimMatrix.of(verdicts).map(matrix -> section(matrix, wording));
  }

  private static Section section(ClaimMatrix matrix, Wording wording) {
    String[] kinds =
        matrix.columns().stream().map(kind -> RegimeWords.of(kind, wording)).toArray(String[]::new);
    List<Row> rows =
        matrix.lines().stream()
            .map(
                line ->
                    Row.of(
                        label(line),
                        line.cells().stream().map(cell -> cell(cell, wording)).toList()))
            .toList();
    return Section.of(
        "matrix",
        "Claims by regime",
        Paragraph.faint(wording.say(Phrase.MATRIX)),
        Table.blocks().words("Claim").words(kinds).rows(rows));
  }

  private static Text label(ClaimMatrix.Line line) {
    return line.reading()
        .map(Text::of)
        .orElseGet(
            () -> Text.of(line.statement() + " ").only(Format.HTML).plus(line.claim(), Tone.CODE));
  }

  private static Cell cell(ClaimMatrix.Cell cell, Wording wording) {
    List<Text> lines = new ArrayList<>();
    cell.counts()
        .forEach(
            (outcome, count) -> {
              String mixed = cell.isMixed() && lines.isEmpty() ? wording.say(Phrase.MIXED) : "";
              lines.add(Text.of(mixed).plus(count + " " + outcome, VerdictWords.tone(outcome)));
            });
    return lines.isEmpty() ? Cell.NONE : Cell.of(lines.toArray(Text[]::new));
  }
}
