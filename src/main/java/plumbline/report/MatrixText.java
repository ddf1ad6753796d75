package plumbline.report;

import java.util.List;
import java.util.stream.Collectors;
import plumbline.claim.ClaimMatrix;
import plumbline.claim.Outcome;
import plumbline.claim.RegimeKind;
import plumbline.report.words.RegimeWords;
import plumbline.result.Units;

/** Claims by regime in 80 columns: three kinds of regimes beside each other, the others below. */
final class MatrixText {
  private static final int LABEL = 26;
  private static final int CELL = 18;
  private static final int BESIDE = 3;

  private final TextPage page;

  MatrixText(TextPage page) {
    this.page = page;
  }

  void print(ClaimMatrix matrix) {
    page.blank();
    page.heading("Claims by regime");
    page.item("  ", ReportText.MATRIX);
    boolean mixed =
        matrix.lines().stream().flatMap(line -> line.cells().stream()).anyMatch(Cells::isMixed);
    if (mixed) {
      page.item("  ", "Where they differ: H for HOLDS, R for REFUTED, U for UNDECIDED.");
    }
    for (int from = 0; from < matrix.columns().size(); from += BESIDE) {
      block(matrix, from, Math.min(from + BESIDE, matrix.columns().size()));
    }
  }

  private void block(ClaimMatrix matrix, int from, int to) {
    List<RegimeKind> columns = matrix.columns().subList(from, to);
    page.blank();
    line("", columns.stream().map(RegimeWords.USUAL::sending).toList());
    if (columns.stream().anyMatch(kind -> !kind.promise().isEmpty())) {
      line("", columns.stream().map(RegimeWords.USUAL::promise).toList());
    }
    page.line(page.styled("-".repeat(LABEL + CELL * columns.size()), TextPage.Style.FAINT));
    for (ClaimMatrix.Line claim : matrix.lines()) {
      List<ClaimMatrix.Cell> cells = claim.cells().subList(from, to);
      if (cells.stream().anyMatch(cell -> cell.total() > 0)) {
        line(claim.claim(), cells);
      }
    }
  }

  private void line(String label, List<?> cells) {
    StringBuilder row = new StringBuilder();
    for (Object cell : cells) {
      if (cell instanceof ClaimMatrix.Cell verdicts) {
        String text = Cells.text(verdicts);
        String gap = " ".repeat(Math.max(1, CELL - text.length()));
        row.append(
            verdicts
                .common()
                .map(outcome -> page.styled(text, TextPage.Style.of(outcome)))
                .orElse(text));
        row.append(gap);
      } else {
        row.append(String.format("%-" + CELL + "s", cell));
      }
    }
    if (label.length() >= LABEL) {
      page.item("", label);
      page.line(" ".repeat(LABEL) + row);
    } else {
      page.line(String.format("%-" + LABEL + "s", label) + row);
    }
  }

  /** Cells in few characters. */
  private static final class Cells {
    private Cells() {}

    static boolean isMixed(ClaimMatrix.Cell cell) {
      return cell.isMixed();
    }

    static String text(ClaimMatrix.Cell cell) {
      if (cell.total() == 0) {
        return Units.NONE;
      }
      return cell.common()
          .map(Outcome::name)
          .map(name -> name + " " + cell.total())
          .orElseGet(
              () ->
                  "mixed "
                      + cell.counts().entrySet().stream()
                          .map(one -> one.getValue() + one.getKey().name().substring(0, 1))
                          .collect(Collectors.joining(" ")));
    }
  }
}
