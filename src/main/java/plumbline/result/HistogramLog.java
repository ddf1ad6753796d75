package plumbline.result;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.HdrHistogram.HistogramLogWriter;
import plumbline.problem.BadInputException;

/**
 * {@code histograms.hlog}: every histogram of a run in HdrHistogram's log format V1.3, in
 * nanoseconds. The tag is that of the series ({@link Series#tag()}) with {@code ;round=N}, and the
 * kind after it if it is not the latency of the operations, such as {@code ;pauses} for the
 * platform's pauses ({@link HistogramKind}). A kind that this code does not know is left out with a
 * note. HdrHistogram's own tool reads it:
 *
 * <pre>HistogramLogProcessor -i histograms.hlog -tag 'LoopbackEchoBenchmark.echo;payload=100;round=1'
 *     -outputValueUnitRatio 1000</pre>
 *
 * <p>gives the figures of {@code results.csv}, in microseconds.
 */
public final class HistogramLog {
  private static final Pattern TAG = Pattern.compile("(.+);round=([1-9][0-9]{0,8})(?:;([a-z_]+))?");

  /** Divides the column of maxima, which is there for the eye: microseconds. */
  private static final double MAX_RATIO = 1_000.0;

  private HistogramLog() {}

  /**
   * One histogram of the log.
   *
   * @param seriesTag the tag of the series
   * @param round 1 and up
   * @param kind what it is about
   * @param histogram in nanoseconds
   * @param line where it stands in the file, 1 and up
   */
  public record Entry(
      String seriesTag, int round, HistogramKind kind, Histogram histogram, int line) {}

  /**
   * What was read.
   *
   * @param entries in the order of the file
   * @param notes what was left out, one line each
   */
  public record Contents(List<Entry> entries, List<String> notes) {
    public Contents {
      entries = List.copyOf(entries);
      notes = List.copyOf(notes);
    }
  }

  /** The tag of one of a round's histograms. */
  public static String tag(Series series, int round, HistogramKind kind) {
    String suffix = kind == HistogramKind.LATENCY ? "" : ";" + kind.text();
    return series.tag() + ";round=" + round + suffix;
  }

  /**
   * Appends the histograms of a round, and creates the file before the first. When this returns,
   * they are in the file, whatever becomes of this process.
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
   * Reads a log.
   *
   * @param complete whether the run ended in order; if not, a last line that was cut off is left
   *     out, with a note
   * @throws BadInputException with the line, if one is damaged or there is no such file
   */
  public static Contents read(Path file, boolean complete) {
    String text;
    try {
      text = Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException e) {
      throw new BadInputException(file + ": no such file", e);
    } catch (IOException e) {
      throw new BadInputException(file + ": cannot be read: " + AtomicFile.reason(e), e);
    }
    List<String> lines = text.lines().toList();
    List<Entry> entries = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("#") || line.startsWith("\"") || line.isBlank()) {
        continue;
      }
      boolean cutOff = i == lines.size() - 1 && !text.endsWith("\n");
      Optional<Parsed> entry = cutOff ? Optional.empty() : entry(line, i + 1);
      if (entry.isPresent()) {
        entry.get().entry().ifPresent(entries::add);
        entry.get().note().ifPresent(note -> notes.add(file.getFileName() + ": " + note));
      } else if (cutOff && !complete) {
        notes.add(
            file.getFileName() + ": line " + (i + 1) + " was cut off when the run ended; left out");
      } else {
        throw new BadInputException(
            file + ":" + (i + 1) + ": damaged: not a histogram with a tag and a round");
      }
    }
    return new Contents(entries, notes);
  }

  /** A line that is whole: an entry, or a note why it was left out. */
  private record Parsed(Optional<Entry> entry, Optional<String> note) {}

  private static Optional<Parsed> entry(String line, int number) {
    try (HistogramLogReader reader =
        new HistogramLogReader(
            new ByteArrayInputStream((line + "\n").getBytes(StandardCharsets.ISO_8859_1)))) {
      if (!(reader.nextIntervalHistogram() instanceof Histogram histogram)
          || histogram.getTag() == null) {
        return Optional.empty();
      }
      Matcher tag = TAG.matcher(histogram.getTag());
      if (!tag.matches()
          || histogram.getNumberOfSignificantValueDigits() != Histograms.DIGITS
          || histogram.getHighestTrackableValue() > Histograms.HIGHEST.toNanos()) {
        return Optional.empty();
      }
      String name = tag.group(3) == null ? HistogramKind.LATENCY.text() : tag.group(3);
      int round = Integer.parseInt(tag.group(2));
      Optional<Entry> entry =
          HistogramKind.of(name)
              .map(kind -> new Entry(tag.group(1), round, kind, histogram, number));
      return Optional.of(
          new Parsed(
              entry,
              entry.isPresent()
                  ? Optional.empty()
                  : Optional.of("the histogram '" + name + "' of a newer version was ignored")));
    } catch (RuntimeException e) {
      // HdrHistogram has no exception of its own for damage: whatever it throws, the caller names
      // the line.
      return Optional.empty();
    }
  }
}
