package plumbline.result.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import plumbline.result.Round;
import plumbline.result.RoundSum;
import plumbline.result.RowContext;
import plumbline.result.Rows;
import plumbline.result.Series;
import plumbline.result.Subject;

/**
 * {@code results.csv} of a run that is going on. The rows of each round are appended when it ends,
 * in the order of time; when the run ends, the file is put into the order of {@link Rows#inOrder},
 * with the merged rows. A run that was killed has the first without the second.
 *
 * <p>What is kept of a round is where its rows are in the file and its part of the sum, so that a
 * round costs the same however many there were before it.
 */
public final class ResultsWriter {
  private final Path file;
  private final SortedMap<Series, Written> written = new TreeMap<>();
  private long length;

  /** The rows of one round, in bytes of the file. */
  private record Part(int round, long offset, int length) {}

  /** What one series has so far. */
  private record Written(RowContext context, Subject subject, List<Part> parts, RoundSum valid) {}

  /** Prepares a file that is not there yet. */
  public ResultsWriter(Path file) {
    this.file = file;
  }

  /**
   * Appends the rows of a round. When this returns, they are in the file, whatever becomes of this
   * process.
   *
   * @param subject the series of the round with its conditions
   * @throws plumbline.problem.CannotMeasureException if that is not possible
   */
  public void append(RowContext context, Subject subject, Round round) {
    byte[] header = length == 0 ? bytes(ResultsCsv.header()) : new byte[0];
    byte[] rows = bytes(ResultsCsv.lines(Rows.of(context, subject, round)));
    byte[] all = new byte[header.length + rows.length];
    System.arraycopy(header, 0, all, 0, header.length);
    System.arraycopy(rows, 0, all, header.length, rows.length);
    // By one call, so that whoever reads or kills meanwhile rarely meets with half a round.
    try (OutputStream out =
        Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      out.write(all);
    } catch (IOException e) {
      throw AtomicFile.cannotWrite(file, e);
    }
    Written series =
        written.computeIfAbsent(
            round.series(),
            any -> new Written(context, subject, new ArrayList<>(), new RoundSum()));
    series.parts.add(new Part(round.number(), length + header.length, rows.length));
    series.valid.add(round);
    length += all.length;
  }

  /**
   * Puts the rows in order and adds the merged ones. Nothing happens if nothing was appended.
   *
   * @throws plumbline.problem.CannotMeasureException if that is not possible; the file is then left
   *     as it was
   */
  public void finish() {
    if (written.isEmpty()) {
      return;
    }
    AtomicFile.write(file, this::writeInOrder);
  }

  private void writeInOrder(Writer out) throws IOException {
    out.write(ResultsCsv.header());
    try (SeekableByteChannel appended = Files.newByteChannel(file)) {
      for (Written series : written.values()) {
        for (Part part :
            series.parts.stream().sorted(Comparator.comparingInt(Part::round)).toList()) {
          byte[] rows = WholeLines.at(appended, part.offset(), part.length());
          if (rows.length < part.length()) {
            throw new EOFException("it became shorter while this program wrote it");
          }
          out.write(new String(rows, StandardCharsets.UTF_8));
        }
        Optional<Round> sum = series.valid.round();
        if (sum.isPresent()) {
          out.write(ResultsCsv.lines(Rows.merged(series.context, series.subject, sum.get())));
        }
      }
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
