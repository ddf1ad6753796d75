package plumbline.result.file;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import plumbline.input.Suggestion;
import plumbline.load.Load;
import plumbline.result.Finding;
import plumbline.result.Metric;
import plumbline.result.Promise;
import plumbline.result.Row;
import plumbline.result.RowContext;
import plumbline.result.Schema2Promises;
import plumbline.result.Series;
import plumbline.result.Subject;

/**
 * Makes rows of the lines of a file. What a figure is of is parsed once for its many rows, most of
 * which follow one another.
 */
final class RowParser {
  /** No operation of a benchmark takes a day. */
  private static final double MOST_MICROS = 86_400e6;

  /** No machine does so much. */
  private static final double MOST_PER_SECOND = 1e12;

  private final boolean old;

  /** The columns that say what a figure is of. */
  private final int[] identity;

  private final Map<List<String>, Identity> known = new HashMap<>();
  private List<String> lastTexts = List.of();
  private Identity last;

  private record Identity(RowContext context, Subject subject) {}

  RowParser(Map<CsvColumn, Integer> positions) {
    // The warnings of the schemas 1 and 2 are sentences.
    old = !positions.containsKey(CsvColumn.WARNINGS);
    identity =
        positions.keySet().stream()
            .filter(column -> !column.isOfAFigure())
            .mapToInt(positions::get)
            .toArray();
  }

  /** The metric; empty if it is unknown and that is allowed. */
  static Optional<Metric> metric(CsvRow row, boolean unknownAllowed) {
    String name = row.text(CsvColumn.METRIC);
    Optional<Metric> metric = Metric.of(name);
    if (metric.isEmpty() && !unknownAllowed) {
      List<String> known = Arrays.stream(Metric.values()).map(Metric::text).toList();
      throw row.bad(
          CsvColumn.METRIC,
          "there is no '" + CsvRow.shown(name) + "'; " + Suggestion.known(name, known));
    }
    return metric;
  }

  Row parse(CsvRow row, Metric metric) {
    String unit = row.text(CsvColumn.UNIT);
    if (!unit.equals(metric.unit())) {
      throw row.bad(
          CsvColumn.UNIT,
          metric.text() + " is in '" + metric.unit() + "', not '" + CsvRow.shown(unit) + "'");
    }
    boolean valid = valid(row);
    if (metric == Metric.FAILURE && valid) {
      throw row.bad(CsvColumn.VALID, "a failure cannot be valid");
    }
    if (!isLikeLast(row.line())) {
      lastTexts = Arrays.stream(identity).mapToObj(row.line().fields()::get).toList();
      last = known.computeIfAbsent(lastTexts, unknown -> identity(row));
    }
    Schema2Reasons.Told told = told(row);
    return new Row(
        last.context(),
        last.subject(),
        row.text(CsvColumn.ROUND).equals("all")
            ? OptionalInt.empty()
            : OptionalInt.of((int) row.whole(CsvColumn.ROUND, 1, Integer.MAX_VALUE)),
        metric,
        value(row, metric),
        row.whole(CsvColumn.SAMPLES, 0, Long.MAX_VALUE),
        valid,
        told.warnings(),
        told.rest());
  }

  private boolean isLikeLast(CsvLine line) {
    for (int i = 0; i < lastTexts.size(); i++) {
      if (!lastTexts.get(i).equals(line.fields().get(identity[i]))) {
        return false;
      }
    }
    return last != null;
  }

  private Identity identity(CsvRow row) {
    RowContext context =
        new RowContext(
            row.filled(CsvColumn.RUN),
            started(row),
            row.text(CsvColumn.COMMIT),
            row.text(CsvColumn.PLAN),
            row.text(CsvColumn.JAVA),
            row.text(CsvColumn.HOST));
    Series series = series(row);
    String servers = row.text(CsvColumn.SERVERS);
    Optional<Promise> promise =
        old
            ? Schema2Promises.of(series, servers)
            : row.parsed(
                CsvColumn.PROMISE,
                id -> id.isEmpty() ? Optional.empty() : Optional.of(Promise.of(id)));
    return new Identity(
        context,
        new Subject(
            series,
            servers,
            promise,
            row.text(CsvColumn.SERVER_VERSION),
            row.text(CsvColumn.CLIENT_VERSION)));
  }

  private static Instant started(CsvRow row) {
    String text = row.text(CsvColumn.STARTED);
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw row.bad(
          CsvColumn.STARTED,
          "'" + CsvRow.shown(text) + "' is not a UTC time such as 2026-01-31T12:00:00Z");
    }
  }

  private static Series series(CsvRow row) {
    Load load = row.parsed(CsvColumn.LOAD, Load::of);
    return new Series(
        row.filled(CsvColumn.BENCHMARK),
        row.parsed(CsvColumn.PARAMS, Series::parseParams),
        row.filled(CsvColumn.SYSTEM),
        row.filled(CsvColumn.OPERATION),
        load,
        (int) row.whole(CsvColumn.IN_FLIGHT, load == Load.CLOSED ? 1 : 0, Integer.MAX_VALUE),
        row.text(CsvColumn.TARGET_RATE).isEmpty()
            ? OptionalDouble.empty()
            : OptionalDouble.of(row.number(CsvColumn.TARGET_RATE)),
        (int) row.whole(CsvColumn.PAYLOAD, 0, Integer.MAX_VALUE));
  }

  private static boolean valid(CsvRow row) {
    String text = row.text(CsvColumn.VALID);
    if (!text.equals("true") && !text.equals("false")) {
      throw row.bad(CsvColumn.VALID, "'" + CsvRow.shown(text) + "' is neither true nor false");
    }
    return text.equals("true");
  }

  private static double value(CsvRow row, Metric metric) {
    String text = row.text(CsvColumn.VALUE);
    if (metric == Metric.FAILURE) {
      if (!text.isEmpty()) {
        throw row.bad(
            CsvColumn.VALUE, "a failure has no value, but this has '" + CsvRow.shown(text) + "'");
      }
      return Double.NaN;
    }
    double value = row.number(CsvColumn.VALUE);
    boolean rate = metric == Metric.THROUGHPUT;
    if (value > (rate ? MOST_PER_SECOND : MOST_MICROS)) {
      String most = rate ? "any rate" : "a day";
      throw row.bad(
          CsvColumn.VALUE,
          "'" + CsvRow.shown(text) + "' " + metric.unit() + " is more than " + most);
    }
    return value;
  }

  /** What may be wrong with it, which older files have in one column. */
  private Schema2Reasons.Told told(CsvRow row) {
    String reason = row.text(CsvColumn.REASON);
    return old
        ? Schema2Reasons.told(reason)
        : new Schema2Reasons.Told(row.parsed(CsvColumn.WARNINGS, Finding::parseAll), reason);
  }
}
