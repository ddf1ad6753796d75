package plumbline.result.file;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import plumbline.problem.BadInputException;

/**
 * One line of {@code results.csv}, whose fields are checked one by one.
 *
 * @param positions of the columns that the file has
 */
record CsvRow(Path file, Map<CsvColumn, Integer> positions, CsvLine line) {

  String text(CsvColumn column) {
    return line.fields().get(positions.get(column));
  }

  String filled(CsvColumn column) {
    String text = text(column);
    if (text.isEmpty()) {
      throw bad(column, "is empty");
    }
    return text;
  }

  /** What a text stands for; the parser says in an IllegalArgumentException what is wrong. */
  <T> T parsed(CsvColumn column, Function<String, T> parser) {
    try {
      return parser.apply(text(column));
    } catch (IllegalArgumentException e) {
      throw bad(column, shown(e.getMessage(), 300));
    }
  }

  double number(CsvColumn column) {
    String text = text(column);
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw bad(column, "'" + shown(text) + "' is not a number");
    }
    if (!Double.isFinite(value) || value < 0) {
      throw bad(column, "'" + shown(text) + "' is not a finite number of 0 or more");
    }
    // Java also takes 5d, 0x1p3 and spaces around a number.
    if (!text.chars().allMatch(c -> (c >= '0' && c <= '9') || "+-.eE".indexOf(c) >= 0)) {
      throw bad(column, "'" + shown(text) + "' is not a plain number");
    }
    return value;
  }

  long whole(CsvColumn column, long least, long most) {
    String text = text(column);
    try {
      long value = Long.parseLong(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Said below, as for a number out of range.
    }
    String or = column == CsvColumn.ROUND ? ", nor 'all'" : "";
    throw bad(column, "'" + shown(text) + "' is not a whole number of " + least + " or more" + or);
  }

  /** What came from a file must neither move the cursor nor fill the screen. */
  static String shown(String text) {
    return shown(text, 60);
  }

  private static String shown(String text, int most) {
    String clean = text.replaceAll("[\\p{Cc}\\p{Cf}\u2028\u2029]", "?");
    return clean.length() > most ? clean.substring(0, most) + "…" : clean;
  }

  BadInputException bad(CsvColumn column, String what) {
    return new BadInputException(file + ":" + line.number() + ": " + column.header() + ": " + what);
  }
}
