package plumbline.result.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import plumbline.input.Suggestion;
import plumbline.problem.BadInputException;
import plumbline.result.Finding;
import plumbline.result.Metric;
import plumbline.result.Promise;
import plumbline.result.Row;
import plumbline.result.RunManifest;

/**
 * {@code results.csv}: one row per benchmark, parameters, round and metric, with its conditions.
 *
 * <p>The columns are {@code run, started, commit, plan, benchmark, params, system, operation, load,
 * in_flight, target_rate, payload, round, metric, value, unit, samples, valid, warnings, reason,
 * servers, promise, server_version, client_version, java, host}. Latencies are in microseconds,
 * throughput in operations per second, payload in bytes; {@code round} is 1 and up, or {@code all}
 * for the merged histogram; {@code value} is empty only for the metric {@code failure}. The metrics
 * are those of {@link Metric}. {@code in_flight} is 0 where no number bounds it. Of a paced load,
 * {@code p50} to {@code mean} are response times, and {@code service_…} and {@code lag_…} stand
 * beside them. A saturated load has no latencies. {@code warnings} are those of {@link Finding},
 * {@code reason} is for what they do not say, and {@code promise} is one of {@link Promise}, empty
 * where a benchmark does not ask for it.
 *
 * <p>Version 1 had the metrics up to {@code pause_max}, and {@code failure}. Version 2 added
 * service times, lags, the achieved rate, processor time, memory, bytes per second, and counts.
 * Version 3 added the columns {@code warnings}, which were sentences in {@code reason} before, and
 * {@code promise}, which followed from {@code servers}.
 *
 * <p>The version of the schema is {@code schema} in the {@code run.json} beside the file ({@link
 * RunManifest#SCHEMA}); a file alone is recognised by its header. Within a version the columns
 * above are always there. A newer version may add columns, which a reader ignores with a note, and
 * metrics, which a reader ignores with a note if it knows that the file is of a newer version.
 * Columns are found by name, so their order is free.
 */
public final class ResultsCsv {
  private static final Pattern LINE_BREAK = Pattern.compile("\\R");

  private ResultsCsv() {}

  /**
   * Writes a file as a whole.
   *
   * @throws plumbline.problem.CannotMeasureException if it cannot be written
   */
  public static void write(Path file, List<Row> rows) {
    AtomicFile.write(
        file,
        writer -> {
          writer.write(header());
          writer.write(lines(rows));
        });
  }

  /** The first line of a file. */
  static String header() {
    return CsvText.of(List.of(CsvColumn.headers()));
  }

  /** Rows as lines, without a header. */
  static String lines(List<Row> rows) {
    return CsvText.of(
        rows.stream()
            .map(
                row ->
                    Arrays.stream(CsvColumn.values())
                        .map(column -> oneLine(column.of(row)))
                        .toList())
            .toList());
  }

  /** Readers take one line of the file as one row. */
  private static String oneLine(String text) {
    return LINE_BREAK.matcher(text).replaceAll(" ");
  }

  /**
   * Reads a file row by row, of which there may be more than fit the memory.
   *
   * @param schema the version that {@code run.json} tells, if there is one; metrics that this code
   *     does not know are ignored if it is newer than {@link RunManifest#SCHEMA}
   * @param complete whether the run ended in order; if not, a last round that was not written whole
   *     is left out, with a note
   * @param rows is given every row, in the order of the file
   * @return what was ignored, one line each
   * @throws BadInputException with file, line and column, if anything is not as documented; rows
   *     before it were given away
   */
  public static List<String> read(
      Path file, OptionalInt schema, boolean complete, Consumer<Row> rows) {
    List<String> notes = new ArrayList<>();
    Set<String> ignoredMetrics = new LinkedHashSet<>();
    SeenRounds seen = new SeenRounds();
    RoundInSight round = new RoundInSight(rows);
    Consumer<Row> sink = complete ? rows : round::add;
    long number = 1;
    try (CsvFile csv = complete ? CsvFile.open(file) : CsvFile.openWholeLines(file)) {
      Optional<CsvLine> header = csv.next();
      if (header.isEmpty() && !complete) {
        return List.of(file.getFileName() + ": was cut off in its first line");
      }
      if (header.isEmpty() || header.get().isBlank()) {
        throw new BadInputException(file + ":1: the file is empty, or its first line is");
      }
      Map<CsvColumn, Integer> positions = positions(file, header.get().fields(), schema, notes);
      RowParser parser = new RowParser(positions);
      for (Optional<CsvLine> next = csv.next(); next.isPresent(); next = csv.next()) {
        CsvLine line = next.get();
        checkWidth(file, line, header.get().fields().size());
        CsvRow fields = new CsvRow(file, positions, line);
        Optional<Metric> metric = RowParser.metric(fields, schema.orElse(0) > RunManifest.SCHEMA);
        if (metric.isEmpty()) {
          ignoredMetrics.add(fields.text(CsvColumn.METRIC));
          continue;
        }
        Row row = parser.parse(fields, metric.get());
        Long same = seen.add(row, line.number());
        if (same != null) {
          throw new BadInputException(
              file
                  + ":"
                  + line.number()
                  + ": the same run, series, round and metric as in line "
                  + same);
        }
        sink.accept(row);
        number = line.number();
      }
      if (csv.isCutOff()) {
        notes.add(
            String.format(
                Locale.ROOT,
                "%s: line %d was cut off when the run ended; left out, with its round",
                file.getFileName(),
                number + 1));
        round.drop();
      } else if (positions.containsKey(CsvColumn.WARNINGS) && round.isPartial()) {
        // Older versions replaced the file as a whole.
        notes.add(
            String.format(
                Locale.ROOT,
                "%s: the round that ends in line %d is not whole, since the run was killed; left out",
                file.getFileName(),
                number));
        round.drop();
      }
    }
    round.giveAway();
    ignoredMetrics.forEach(
        name ->
            notes.add(
                file.getFileName() + ": the metric " + name + " of a newer version was ignored"));
    return List.copyOf(notes);
  }

  private static void checkWidth(Path file, CsvLine line, int width) {
    int found = line.fields().size();
    if (found != width) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "%s:%d: %s: %s, but the header has %d",
              file,
              line.number(),
              line.isBlank()
                  ? "an empty line"
                  : found < width ? "truncated line" : "too long a line",
              found + (found == 1 ? " field" : " fields"),
              width));
    }
  }

  /**
   * Without a {@code run.json}, a file that has none of the new columns is taken for an old one.
   */
  private static boolean isOld(List<String> names, OptionalInt schema) {
    return schema.isPresent()
        ? schema.getAsInt() < 3
        : Arrays.stream(CsvColumn.values())
            .filter(CsvColumn::isNewInSchema3)
            .noneMatch(column -> names.contains(column.header()));
  }

  private static Map<CsvColumn, Integer> positions(
      Path file, List<String> header, OptionalInt schema, List<String> notes) {
    List<String> names = header.stream().map(String::strip).toList();
    Map<CsvColumn, Integer> positions = new EnumMap<>(CsvColumn.class);
    boolean old = isOld(names, schema);
    for (CsvColumn column : CsvColumn.values()) {
      int position = names.indexOf(column.header());
      if (old && column.isNewInSchema3()) {
        continue;
      }
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
}
