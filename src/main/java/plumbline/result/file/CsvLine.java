package plumbline.result.file;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;

/**
 * One record of a CSV file.
 *
 * @param number of the line that it starts in, 1 and up
 * @param fields as they are in the file, without quotes
 * @param broken whether a field holds a line break, so that this is more than one line
 */
public record CsvLine(long number, List<String> fields, boolean broken) {

  /** Whether the line holds nothing at all. */
  public boolean isBlank() {
    return fields.size() == 1 && fields.get(0).isBlank();
  }

  /** Makes records of what the parser finds. */
  static final class Handler extends AbstractBaseCsvCallbackHandler<CsvLine> {
    private List<String> fields = List.of();
    private long line;
    private boolean broken;

    @Override
    protected void handleBegin(long startingLineNumber) {
      line = startingLineNumber;
      broken = false;
      fields = new ArrayList<>(fields.size());
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
      String field = new String(buffer, offset, length);
      fields.add(field);
      // Only quotes let a line break in.
      broken |= quoted && field.chars().anyMatch(c -> c == '\n' || c == '\r');
    }

    @Override
    protected void handleEmpty() {
      fields.add("");
    }

    /** The line in which the newest record starts, also if it cannot be parsed. */
    long line() {
      return line;
    }

    @Override
    protected CsvLine buildRecord() {
      return new CsvLine(line, fields, broken);
    }
  }
}
