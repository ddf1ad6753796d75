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

  /** What restricts a figure. */
  public enum Mark {
    /** Nothing. */
    NONE(""),
    /** The platform paused for at least as long as this figure, equally often. */
    PLATFORM("*"),
    /** The load generator explains more of it than is allowed. */
    CLIENT("+"),
    /** The row is marked as not valid. */
    INVALID("!");

    private final String sign;

    Mark(String sign) {
      this.sign = sign;
    }

    /** One character, or nothing. */
    public String sign() {
      return sign;
    }
  }
}
