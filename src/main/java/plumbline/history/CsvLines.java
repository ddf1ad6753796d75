package plumbline.history;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The only code of this package that knows the CSV library. */
final class CsvLines {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

  private CsvLines() {}

  /**
   * A record.
   *
   * @param number of its last line, from 1
   */
  record Line(long number, List<String> fields) {
    Line {
      fields = List.copyOf(fields);
    }
  }

  /**
   * Reads a text.
   *
   * @throws IOException if it is not CSV, as with a quote that is never closed
   */
  static List<Line> read(String text) throws IOException {
    List<Line> lines = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
      for (CSVRecord record : parser) {
        lines.add(new Line(parser.getCurrentLineNumber(), record.stream().toList()));
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return lines;
  }

  static void write(Writer writer, List<String> fields) throws IOException {
    FORMAT.printRecord(writer, fields.toArray());
  }
}
