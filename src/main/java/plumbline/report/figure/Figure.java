package plumbline.report.figure;

import java.util.OptionalDouble;
import plumbline.report.page.Table.Cell;
import plumbline.result.Units;

/**
 * A figure as it is shown.
 *
 * @param text number and unit, or {@code -}
 * @param mark what restricts it
 * @param value in the unit of its metric, if there is one
 */
public record Figure(String text, Mark mark, OptionalDouble value) {
  /** Where there is none. */
  public static final Figure NONE = new Figure(Units.NONE, Mark.NONE, OptionalDouble.empty());

  /** Its cell in a table. */
  public Cell cell() {
    Cell cell = Cell.of(text).signed(mark.sign());
    return value.isPresent() ? cell.value(value.getAsDouble()) : cell;
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
