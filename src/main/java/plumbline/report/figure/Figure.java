package plumbline.report.figure;

import plumbline.report.page.Table.Cell;
import plumbline.result.Units;

/**
 * A figure as it is shown.
 *
 * @param text number and unit, or {@code -}
 * @param mark what restricts it
 */
public record Figure(String text, Mark mark) {
  /** Where there is none. */
  public static final Figure NONE = new Figure(Units.NONE, Mark.NONE);

  /** Its cell in a table. */
  public Cell cell() {
    return Cell.of(text).signed(mark.sign());
  }
}
