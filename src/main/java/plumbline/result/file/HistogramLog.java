package plumbline.result.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;
import plumbline.problem.BadInputException;
import plumbline.result.HistogramKind;
import plumbline.result.Histograms;
import plumbline.result.Round;
import plumbline.result.Series;

/**
 * {@code histograms.hlog}: every histogram of a run in HdrHistogram's log format V1.3, in
 * nanoseconds. The tag is that of the series ({@link Series#tag()}) with {@code ;round=N}, and the
 * kind after it if it is not the latency of the operations, such as {@code ;pauses} for the
 * platform's pauses ({@link HistogramKind}). A kind that this code does not know is left out with a
 * note. HdrHistogram's own tool reads it:
 *
 * <pre>
 * HistogramLogProcessor -i histograms.hlog -tag 'LoopbackEchoBenchmark.echo;payload=100;round=1'
 *     -outputValueUnitRatio 1000</pre>
 *
 * <p>gives the figures of {@code results.csv}, in microseconds.
 */
public final class HistogramLog {
  /** A line: tag, start and length in seconds, maximum, and the histogram, packed. */
  private static final Pattern LINE =
      Pattern.compile(
          "Tag=(?<series>[^,]+);round=(?<round>[1-9][0-9]{0,8})(?:;(?<kind>[a-z_]+))?"
              + "(?:,[0-9.]+){3},(?<histogram>[A-Za-z0-9+/=]+)");

  /** Divides the column of maxima, which is there for the eye: microseconds. */
  private static final double MAX_RATIO = 1_000.0;

  private HistogramLog() {}

  /** Where one histogram is; the line is 1 and up. */
  record Entry(String seriesTag, int round, HistogramKind kind, int line, Place place) {}

  /** Where a line begins, and its length without its end, in bytes. */
  record Place(long offset, int length) {}

  /** The tag of one of a round's histograms. */
  public static String tag(Series series, int round, HistogramKind kind) {
    String suffix = kind == HistogramKind.LATENCY ? "" : ";" + kind.text();
    return series.tag() + ";round=" + round + suffix;
  }

  /**
   * Appends the histograms of a round, and creates the file before the first. To be called before
   * the rows of the round are written. When this returns, they are in the file, whatever becomes of
   * this process.
   *
   * @param started the start of the run, to which times in the log are relative
   * @throws plumbline.problem.CannotMeasureException if that is not possible
   */
  public static void append(Path file, Instant started, Round round) {
    boolean isNew = !Files.exists(file);
    try (PrintStream stream =
        new PrintStream(
            new BufferedOutputStream(
                Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)),
            false,
            StandardCharsets.UTF_8)) {
      HistogramLogWriter writer = new HistogramLogWriter(stream);
      if (isNew) {
        writer.outputComment("[Plumbline: nanoseconds, one tag per series and round]");
        writer.outputLogFormatVersion();
        writer.outputStartTime(started.toEpochMilli());
        writer.outputBaseTime(started.toEpochMilli());
        writer.outputLegend();
      }
      round
          .histograms()
          .forEach((kind, histogram) -> write(writer, started, round, histogram, kind));
      stream.flush();
      // PrintStream keeps errors to itself until asked.
      if (stream.checkError()) {
        throw new IOException("is the disk full?");
      }
    } catch (IOException e) {
      throw AtomicFile.cannotWrite(file, e);
    }
  }

  private static void write(
      HistogramLogWriter writer,
      Instant started,
      Round round,
      Histogram histogram,
      HistogramKind kind) {
    Histogram tagged = histogram.copy();
    tagged.setTag(tag(round.series(), round.number(), kind));
    double from = seconds(started, histogram.getStartTimeStamp());
    double to = Math.max(from, seconds(started, histogram.getEndTimeStamp()));
    writer.outputIntervalHistogram(from, to, tagged, MAX_RATIO);
  }

  /** Seconds since the start of the run; 0 for a histogram that does not know its time. */
  private static double seconds(Instant started, long epochMillis) {
    boolean known = epochMillis > 0 && epochMillis < Long.MAX_VALUE;
    return known ? Math.max(0, (epochMillis - started.toEpochMilli()) / 1_000.0) : 0;
  }

  /**
   * Reads a log, of which there may be more than fits the memory.
   *
   * @param complete whether the run ended in order; if not, a last line that was cut off is left
   *     out, with a note
   * @param entries is given where every histogram is, in the order of the file
   * @return what was left out, one line each
   * @throws BadInputException with the line, if one is damaged or there is no such file
   */
  static List<String> read(Path file, boolean complete, Consumer<Entry> entries) {
    List<String> notes = new ArrayList<>();
    try (WholeLines in = WholeLines.open(file)) {
      int number = 0;
      long offset = 0;
      for (byte[] bytes = in.nextLine(); bytes.length > 0; bytes = in.nextLine()) {
        int current = ++number;
        String line = new String(bytes, StandardCharsets.ISO_8859_1).stripTrailing();
        Place place = new Place(offset, line.length());
        offset += bytes.length;
        if (line.startsWith("#") || line.startsWith("\"") || line.isBlank()) {
          continue;
        }
        Matcher parts = LINE.matcher(line);
        if (histogram(parts).isEmpty()) {
          throw damaged(file, number);
        }
        String name =
            parts.group("kind") == null ? HistogramKind.LATENCY.text() : parts.group("kind");
        HistogramKind.of(name)
            .ifPresentOrElse(
                kind ->
                    entries.accept(
                        new Entry(
                            parts.group("series"),
                            Integer.parseInt(parts.group("round")),
                            kind,
                            current,
                            place)),
                () ->
                    notes.add(
                        file.getFileName()
                            + ": the histogram '"
                            + name
                            + "' of a newer version was ignored"));
      }
      if (in.isCutOff() && complete) {
        throw damaged(file, number + 1);
      }
      if (in.isCutOff()) {
        notes.add(
            file.getFileName()
                + ": line "
                + (number + 1)
                + " was cut off when the run ended; left out");
      }
      return notes;
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /**
   * Reads one histogram again.
   *
   * @throws BadInputException if the file is no longer what it was
   */
  static Histogram read(Path file, Place place) {
    byte[] line;
    try (SeekableByteChannel in = Files.newByteChannel(file)) {
      line = WholeLines.at(in, place.offset(), place.length());
    } catch (IOException e) {
      throw unreadable(file, e);
    }
    return histogram(LINE.matcher(new String(line, StandardCharsets.ISO_8859_1)))
        .orElseThrow(
            () -> new BadInputException(file + ": was changed while this program read it"));
  }

  private static BadInputException damaged(Path file, int line) {
    return new BadInputException(
        file + ":" + line + ": damaged: not a histogram with a tag and a round");
  }

  private static BadInputException unreadable(Path file, IOException problem) {
    return new BadInputException(file + ": cannot be read: " + AtomicFile.reason(problem), problem);
  }

  private static Optional<Histogram> histogram(Matcher line) {
    if (!line.matches()) {
      return Optional.empty();
    }
    try {
      Histogram histogram =
          Histogram.decodeFromCompressedByteBuffer(
              ByteBuffer.wrap(Base64.getDecoder().decode(line.group("histogram"))), 0);
      return Optional.of(histogram)
          .filter(one -> one.getNumberOfSignificantValueDigits() == Histograms.DIGITS)
          .filter(one -> one.getHighestTrackableValue() <= Histograms.HIGHEST.toNanos());
    } catch (DataFormatException | RuntimeException e) {
      // HdrHistogram has no exception of its own for damage: whatever it throws, the caller names
      // the line.
      return Optional.empty();
    }
  }
}
