package plumbline.history;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** The only code of this package that knows the CSV library. */
final class CsvLines {
  private CsvLines() {}

  /**
   * A record.
   *
   * @param number of its first line, from 1
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
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .commentStrategy(CommentStrategy.NONE)
            .skipEmptyLines(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)) {
      for (CsvRecord record : reader) {
        lines.add(new Line(record.getStartingLineNumber(), record.getFields()));
      }
    } catch (CsvParseException e) {
      throw new IOException("there is a stray quote", e);
    }
    return lines;
  }

  static void write(Writer writer, List<List<String>> lines) throws IOException {
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
    lines.forEach(csv::writeRecord);
    csv.flush();
  }
}
