package plumbline.result;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import org.apache.commons.csv.CSVRecord;
import plumbline.input.Suggestion;
import plumbline.load.Load;
import plumbline.problem.BadInputException;

/** One line of {@code results.csv} on its way to a {@link Row}, checked field by field. */
final class CsvRow {
  private final Path file;
  private final long line;
  private final CSVRecord fields;
  private final Map<CsvColumn, Integer> positions;

  CsvRow(Path file, long line, CSVRecord fields, Map<CsvColumn, Integer> positions) {
    this.file = file;
    this.line = line;
    this.fields = fields;
    this.positions = positions;
  }

  /** The metric; empty if it is unknown and that is allowed. */
  Optional<Metric> metric(boolean unknownAllowed) {
    String name = text(CsvColumn.METRIC);
    Optional<Metric> metric = Metric.of(name);
    if (metric.isEmpty() && !unknownAllowed) {
      List<String> known = Arrays.stream(Metric.values()).map(Metric::text).toList();
      throw bad(CsvColumn.METRIC, "there is no '" + name + "'; " + Suggestion.known(name, known));
    }
    return metric;
  }

  Row row(Metric metric) {
    String unit = text(CsvColumn.UNIT);
    if (!unit.equals(metric.unit())) {
      throw bad(
          CsvColumn.UNIT, metric.text() + " is in '" + metric.unit() + "', not '" + unit + "'");
    }
    boolean valid = valid();
    if (metric == Metric.FAILURE && valid) {
      throw bad(CsvColumn.VALID, "a failure cannot be valid");
    }
    return new Row(
        filled(CsvColumn.RUN),
        started(),
        text(CsvColumn.COMMIT),
        text(CsvColumn.PLAN),
        series(),
        round(),
        metric,
        value(metric),
        whole(CsvColumn.SAMPLES, 0, Long.MAX_VALUE),
        valid,
        text(CsvColumn.REASON),
        text(CsvColumn.SERVERS),
        text(CsvColumn.SERVER_VERSION),
        text(CsvColumn.CLIENT_VERSION),
        text(CsvColumn.JAVA),
        text(CsvColumn.HOST));
  }

  String text(CsvColumn column) {
    return fields.get(positions.get(column));
  }

  private Series series() {
    String rate = text(CsvColumn.TARGET_RATE);
    Load load = load();
    return new Series(
        filled(CsvColumn.BENCHMARK),
        params(),
        filled(CsvColumn.SYSTEM),
        filled(CsvColumn.OPERATION),
        load,
        (int) whole(CsvColumn.IN_FLIGHT, load == Load.CLOSED ? 1 : 0, Integer.MAX_VALUE),
        rate.isEmpty()
            ? OptionalDouble.empty()
            : OptionalDouble.of(number(CsvColumn.TARGET_RATE, rate)),
        (int) whole(CsvColumn.PAYLOAD, 0, Integer.MAX_VALUE));
  }

  private SortedMap<String, String> params() {
    try {
      return Series.parseParams(text(CsvColumn.PARAMS));
    } catch (IllegalArgumentException e) {
      throw bad(CsvColumn.PARAMS, e.getMessage());
    }
  }

  private Load load() {
    try {
      return Load.of(text(CsvColumn.LOAD));
    } catch (IllegalArgumentException e) {
      List<String> known = Arrays.stream(Load.values()).map(Load::text).toList();
      throw bad(CsvColumn.LOAD, e.getMessage() + "; known: " + String.join(", ", known));
    }
  }

  private Instant started() {
    String text = text(CsvColumn.STARTED);
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw bad(CsvColumn.STARTED, "'" + text + "' is not a UTC time such as 2026-01-31T12:00:00Z");
    }
  }

  private OptionalInt round() {
    return text(CsvColumn.ROUND).equals("all")
        ? OptionalInt.empty()
        : OptionalInt.of((int) whole(CsvColumn.ROUND, 1, Integer.MAX_VALUE));
  }

  private boolean valid() {
    String text = text(CsvColumn.VALID);
    if (!text.equals("true") && !text.equals("false")) {
      throw bad(CsvColumn.VALID, "'" + text + "' is neither true nor false");
    }
    return text.equals("true");
  }

  private double value(Metric metric) {
    String text = text(CsvColumn.VALUE);
    if (metric != Metric.FAILURE) {
      return number(CsvColumn.VALUE, text);
    }
    if (!text.isEmpty()) {
      throw bad(CsvColumn.VALUE, "a failure has no value, but this has '" + text + "'");
    }
    return Double.NaN;
  }

  private double number(CsvColumn column, String text) {
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw bad(column, "'" + text + "' is not a number");
    }
    if (!Double.isFinite(value) || value < 0) {
      throw bad(column, "'" + text + "' is not a finite number of 0 or more");
    }
    return value;
  }

  private long whole(CsvColumn column, long least, long most) {
    String text = text(column);
    try {
      long value = Long.parseLong(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Said below, as for a number out of range.
    }
    String or = column == CsvColumn.ROUND ? ", nor 'all'" : "";
    throw bad(column, "'" + text + "' is not a whole number of " + least + " or more" + or);
  }

  private String filled(CsvColumn column) {
    String text = text(column);
    if (text.isEmpty()) {
      throw bad(column, "is empty");
    }
    return text;
  }

  private BadInputException bad(CsvColumn column, String what) {
    return new BadInputException(file + ":" + line + ": " + column.header() + ": " + what);
  }
}
