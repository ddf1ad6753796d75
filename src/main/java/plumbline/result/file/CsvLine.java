package plumbline.result.file;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One record of a CSV file. It is good until the record after the next is read, for its list is
 * used anew: a reader has one at hand and the next one in sight.
 *
 * @param number of the line that it starts in, 1 and up
 * @param fields as they are in the file, without quotes
 * @param same a bit for each of the first 64 fields, set if the record before had the same
 * @param broken whether a field holds a line break, so that this is more than one line
 */
public record CsvLine(long number, List<String> fields, long same, boolean broken) {

  /** Whether the line holds nothing at all. */
  public boolean isBlank() {
    return fields.size() == 1 && fields.get(0).isBlank();
  }

  /**
   * Makes records of what the parser finds. Most fields of a line are those of the line before, so
   * they are not made anew: a million rows need the memory of a few.
   */
  static final class Handler extends AbstractBaseCsvCallbackHandler<CsvLine> {
    private Characters before = new Characters();
    private Characters current = new Characters();
    private List<String> fieldsBefore = new ArrayList<>();
    private List<String> fields = new ArrayList<>();
    private long line;
    private long same;
    private boolean broken;

    @Override
    protected void handleBegin(long startingLineNumber) {
      line = startingLineNumber;
      same = 0;
      broken = false;
      Characters older = before;
      before = current;
      current = older;
      current.clear();
      List<String> olderFields = fieldsBefore;
      fieldsBefore = fields;
      fields = olderFields;
      fields.clear();
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
      current.add(buffer, offset, length);
      if (before.holds(index, buffer, offset, length)) {
        fields.add(fieldsBefore.get(index));
        same |= index < Long.SIZE ? 1L << index : 0;
      } else {
        fields.add(new String(buffer, offset, length));
      }
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
      return new CsvLine(line, fields, same, broken);
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
