package plumbline.result;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.Arrays;
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
    private Characters before = new Characters();
    private Characters current = new Characters();
    private List<String> fieldsBefore = List.of();
    private List<String> fields = new ArrayList<>();
    private long line;
    private boolean broken;

    @Override
    protected void handleBegin(long startingLineNumber) {
      line = startingLineNumber;
      broken = false;
      Characters older = before;
      before = current;
      current = older;
      current.clear();
      fieldsBefore = fields;
      fields = new ArrayList<>(Math.max(8, fieldsBefore.size()));
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
      current.add(buffer, offset, length);
      fields.add(
          before.holds(index, buffer, offset, length)
              ? fieldsBefore.get(index)
              : new String(buffer, offset, length));
      // Only quotes let a line break in.
      broken |= quoted && fields.get(index).chars().anyMatch(c -> c == '\n' || c == '\r');
    }

    @Override
    protected void handleEmpty() {
      current.add(new char[0], 0, 0);
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

  /**
   * The characters of a line's fields, one after another, which are faster to compare than texts.
   */
  private static final class Characters {
    private char[] all = new char[1_024];
    private int[] ends = new int[32];
    private int count;

    void clear() {
      count = 0;
    }

    void add(char[] buffer, int offset, int length) {
      int start = start(count);
      if (start + length > all.length) {
        all = Arrays.copyOf(all, Math.max(2 * all.length, start + length));
      }
      System.arraycopy(buffer, offset, all, start, length);
      if (count == ends.length) {
        ends = Arrays.copyOf(ends, 2 * count);
      }
      ends[count++] = start + length;
    }

    boolean holds(int index, char[] buffer, int offset, int length) {
      return index < count
          && Arrays.equals(all, start(index), ends[index], buffer, offset, offset + length);
    }

    private int start(int index) {
      return index == 0 ? 0 : ends[index - 1];
    }
  }
}
