package plumbline.result.file;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.util.List;

/** CSV as {@code results.csv} is written: commas, quotes where needed, line feeds. */
public final class CsvText {
  private CsvText() {}

  /** The text of records, the first of which is the header. */
  public static String of(List<List<String>> records) {
    StringWriter text = new StringWriter();
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).bufferSize(0).build(text);
    records.forEach(csv::writeRecord);
    return text.toString();
  }
}
