package plumbline.result.file;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import plumbline.problem.BadInputException;

/**
 * The lines of a CSV file, one after another, whatever its line ends and with or without a byte
 * order mark. One line of the file is one record: a line break inside a field is refused, because a
 * quote that was lost would else swallow the lines that follow it.
 */
public final class CsvFile implements AutoCloseable {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Path file;
  private final CsvReader<CsvLine> reader;
  private final Iterator<CsvLine> lines;
  private final EndOfText end;
  private final CsvLine.Handler handler = new CsvLine.Handler();

  private final boolean cutOff;

  private CsvFile(Path file, Reader text, boolean cutOff) {
    this.file = file;
    this.cutOff = cutOff;
    this.end = new EndOfText(text);
    this.reader =
        CsvReader.builder()
            .commentStrategy(CommentStrategy.NONE)
            .skipEmptyLines(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .build(handler, end);
    this.lines = reader.iterator();
  }

  /**
   * Opens a file.
   *
   * @throws BadInputException if it cannot be read
   */
  public static CsvFile open(Path file) {
    try {
      return open(file, Files.newInputStream(file), false);
    } catch (IOException e) {
      throw problem(file, e);
    }
  }

  /**
   * Opens a file that may end within a line, which is then left out.
   *
   * @throws BadInputException if it cannot be read
   */
  static CsvFile openWholeLines(Path file) {
    try {
      WholeLines lines = WholeLines.open(file);
      return open(file, lines, lines.isCutOff());
    } catch (IOException e) {
      throw problem(file, e);
    }
  }

  private static CsvFile open(Path file, InputStream bytes, boolean cutOff) throws IOException {
    // Unlike with a charset alone, bytes that are not UTF-8 are an error.
    BufferedReader text =
        new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()));
    text.mark(1);
    if (text.read() != BYTE_ORDER_MARK) {
      text.reset();
    }
    return new CsvFile(file, text, cutOff);
  }

  /** Whether a last line was left out, because it has no end. */
  boolean isCutOff() {
    return cutOff;
  }

  /**
   * The next line; empty at the end of the file.
   *
   * @throws BadInputException with file and line if it is no CSV, or has no end
   */
  public Optional<CsvLine> next() {
    try {
      if (!lines.hasNext()) {
        return Optional.empty();
      }
      CsvLine line = lines.next();
      // A half-written number still looks like one, so a last line without its end is not trusted.
      if (!lines.hasNext() && !end.isLineEnd()) {
        throw new BadInputException(
            file + ":" + line.number() + ": truncated, the last line has no end");
      }
      if (line.broken()) {
        throw new BadInputException(
            file + ":" + line.number() + ": a line break inside a field; is a quote missing?");
      }
      return Optional.of(line);
    } catch (CsvParseException e) {
      if (e.getCause() instanceof IOException io) {
        throw problem(file, io);
      }
      throw new BadInputException(
          file + ":" + handler.line() + ": not valid CSV, there is a stray quote", e);
    } catch (UncheckedIOException e) {
      throw problem(file, e.getCause());
    }
  }

  private static BadInputException problem(Path file, IOException problem) {
    if (problem instanceof NoSuchFileException) {
      return new BadInputException(file + ": no such file", problem);
    }
    if (problem instanceof CharacterCodingException) {
      return new BadInputException(file + ": is not UTF-8 text", problem);
    }
    return new BadInputException(file + ": cannot be read: " + AtomicFile.reason(problem), problem);
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw problem(file, e);
    }
  }

  /** Remembers the last character that was read. */
  private static final class EndOfText extends FilterReader {
    private int last = '\n';

    EndOfText(Reader in) {
      super(in);
    }

    boolean isLineEnd() {
      return last == '\n' || last == '\r';
    }

    @Override
    public int read() throws IOException {
      int c = super.read();
      last = c < 0 ? last : c;
      return c;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      int count = super.read(buffer, offset, length);
      last = count > 0 ? buffer[offset + count - 1] : last;
      return count;
    }
  }
}
