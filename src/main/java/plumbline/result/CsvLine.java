package plumbline.result;

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
record CsvLine(long number, List<String> fields, boolean broken) {

  /** Whether the line holds nothing at all. */
  boolean isBlank() {
    return fields.size() == 1 && fields.get(0).isBlank();
  }

  /**
   * Makes records of what the parser finds. Most fields of a line are those of the line before, so
   * they are not made anew: a million rows need the memory of a few.
   */
  static final class Handler extends AbstractBaseCsvCallbackHandler<CsvLine> {
    private List<String> before = List.of();
    private List<String> fields = new ArrayList<>();
    private long line;
    private boolean broken;

    @Override
    protected void handleBegin(long startingLineNumber) {
      line = startingLineNumber;
      broken = false;
      before = fields;
      fields = new ArrayList<>(Math.max(8, before.size()));
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
      String last = index < before.size() ? before.get(index) : "";
      fields.add(isSame(last, buffer, offset, length) ? last : new String(buffer, offset, length));
      // Only quotes let a line break in.
      broken |= quoted && fields.get(index).chars().anyMatch(c -> c == '\n' || c == '\r');
    }

    @Override
    protected void handleEmpty() {
      fields.add("");
    }

    /** The line in which the newest record starts, also if it cannot be parsed. */
    long line() {
      return line;
    }

    /** By hand, because it runs for every field of millions. */
    private static boolean isSame(String text, char[] buffer, int offset, int length) {
      if (text.length() != length) {
        return false;
      }
      // What differs from row to row, such as a number, does so towards its end.
      for (int i = length - 1; i >= 0; i--) {
        if (text.charAt(i) != buffer[offset + i]) {
          return false;
        }
      }
      return true;
    }

    @Override
    protected CsvLine buildRecord() {
      return new CsvLine(line, fields, broken);
    }
  }
}
