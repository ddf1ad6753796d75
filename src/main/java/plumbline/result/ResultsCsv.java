package plumbline.result;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import plumbline.input.Suggestion;
import plumbline.problem.BadInputException;

/**
 * {@code results.csv}: one row per benchmark, parameters, round and metric, with its conditions.
 *
 * <p>The columns are {@code run, started, commit, plan, benchmark, params, system, operation, load,
 * in_flight, target_rate, payload, round, metric, value, unit, samples, valid, reason, servers,
 * server_version, client_version, java, host}. Latencies are in microseconds, throughput in
 * operations per second, payload in bytes; {@code round} is 1 and up, or {@code all} for the merged
 * histogram; {@code value} is empty only for the metric {@code failure}. The metrics are those of
 * {@link Metric}. {@code in_flight} is 0 where no number bounds it. Of a paced load, {@code p50} to
 * {@code mean} are response times, and {@code service_…} and {@code lag_…} stand beside them. A
 * saturated load has no latencies.
 *
 * <p>Version 1 had the metrics up to {@code pause_max}, and {@code failure}. Version 2 added
 * service times, lags, the achieved rate, processor time, bytes per second, and counts.
 *
 * <p>The version of the schema is {@code schema} in the {@code run.json} beside the file ({@link
 * RunManifest#SCHEMA}); the file itself is recognised by its header. Within a version the columns
 * above are always there. A newer version may add columns, which a reader ignores with a note, and
 * metrics, which a reader ignores with a note if it knows that the file is of a newer version.
 * Columns are found by name, so their order is free.
 */
public final class ResultsCsv {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

  private ResultsCsv() {}

  /**
   * What was read.
   *
   * @param rows in the order of the file
   * @param notes what was ignored, one line each
   */
  public record Contents(List<Row> rows, List<String> notes) {
    public Contents {
      rows = List.copyOf(rows);
      notes = List.copyOf(notes);
    }
  }

  /**
   * Writes a file as a whole.
   *
   * @throws plumbline.problem.CannotMeasureException if it cannot be written
   */
  public static void write(Path file, List<Row> rows) {
    AtomicFile.write(file, writer -> write(writer, rows));
  }

  private static void write(Writer writer, List<Row> rows) throws IOException {
    FORMAT.printRecord(writer, CsvColumn.headers().toArray());
    for (Row row : rows) {
      FORMAT.printRecord(
          writer, Arrays.stream(CsvColumn.values()).map(column -> column.of(row)).toArray());
    }
  }

  /**
   * Reads a file of this version's schema.
   *
   * @throws BadInputException with file, line and column, if anything is not as documented
   */
  public static Contents read(Path file) {
    return read(file, RunManifest.SCHEMA);
  }

  /**
   * Reads a file.
   *
   * @param schema the version that {@code run.json} tells; metrics that this code does not know are
   *     ignored if it is newer than {@link RunManifest#SCHEMA}
   * @throws BadInputException with file, line and column, if anything is not as documented
   */
  public static Contents read(Path file, int schema) {
    String text = text(file);
    if (text.isBlank()) {
      throw new BadInputException(file + ":1: the file is empty");
    }
    // A half-written number still looks like one, so a last line without its end is not trusted.
    if (!text.endsWith("\n")) {
      long line = text.chars().filter(c -> c == '\n').count() + 1;
      throw new BadInputException(file + ":" + line + ": truncated, the last line has no end");
    }
    try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
      return rows(file, parser, schema);
    } catch (UncheckedIOException e) {
      throw damaged(file, e.getCause());
    } catch (IOException e) {
      throw damaged(file, e);
    }
  }

  private static Contents rows(Path file, CSVParser parser, int schema) {
    List<String> notes = new ArrayList<>();
    Map<CsvColumn, Integer> positions = null;
    int width = 0;
    List<Row> rows = new ArrayList<>();
    Map<List<Object>, Long> seen = new HashMap<>();
    Set<String> ignoredMetrics = new LinkedHashSet<>();
    for (CSVRecord record : parser) {
      if (positions == null) {
        positions = positions(file, record, notes);
        width = record.size();
        continue;
      }
      long line = parser.getCurrentLineNumber();
      if (record.size() != width) {
        throw new BadInputException(
            String.format(
                java.util.Locale.ROOT,
                "%s:%d: %s line: %d fields, but the header has %d",
                file,
                line,
                record.size() < width ? "truncated" : "too long a",
                record.size(),
                width));
      }
      CsvRow parsed = new CsvRow(file, line, record, positions);
      Optional<Metric> metric = parsed.metric(schema > RunManifest.SCHEMA);
      if (metric.isEmpty()) {
        ignoredMetrics.add(parsed.text(CsvColumn.METRIC));
        continue;
      }
      Row row = parsed.row(metric.get());
      Long first =
          seen.putIfAbsent(List.of(row.run(), row.series(), row.round(), row.metric()), line);
      if (first != null) {
        throw new BadInputException(
            file + ":" + line + ": the same run, series, round and metric as in line " + first);
      }
      rows.add(row);
    }
    ignoredMetrics.forEach(
        name ->
            notes.add(
                file.getFileName() + ": the metric " + name + " of a newer version was ignored"));
    return new Contents(rows, notes);
  }

  private static Map<CsvColumn, Integer> positions(
      Path file, CSVRecord header, List<String> notes) {
    List<String> names = header.stream().map(String::strip).toList();
    Map<CsvColumn, Integer> positions = new HashMap<>();
    for (CsvColumn column : CsvColumn.values()) {
      int position = names.indexOf(column.header());
      if (position < 0) {
        String close =
            Suggestion.of(column.header(), names)
                .filter(name -> !CsvColumn.headers().contains(name))
                .map(name -> " (is '" + name + "' meant to be it?)")
                .orElse("");
        throw new BadInputException(
            file + ":1: the column " + column.header() + " is missing" + close);
      }
      if (names.lastIndexOf(column.header()) != position) {
        throw new BadInputException(file + ":1: the column " + column.header() + " is there twice");
      }
      positions.put(column, position);
    }
    for (String name : names) {
      if (!CsvColumn.headers().contains(name)) {
        notes.add(file.getFileName() + ": the unknown column '" + name + "' was ignored");
      }
    }
    return positions;
  }

  private static String text(Path file) {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
              .toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (NoSuchFileException e) {
      throw new BadInputException(file + ": no such file", e);
    } catch (CharacterCodingException e) {
      throw new BadInputException(file + ": is not UTF-8 text", e);
    } catch (IOException e) {
      throw new BadInputException(file + ": cannot be read: " + AtomicFile.reason(e), e);
    }
  }

  private static BadInputException damaged(Path file, IOException problem) {
    return new BadInputException(file + ": not valid CSV: " + AtomicFile.reason(problem), problem);
  }
}
