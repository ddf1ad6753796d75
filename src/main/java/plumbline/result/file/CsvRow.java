package plumbline.result.file;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import plumbline.input.Suggestion;
import plumbline.load.Load;
import plumbline.problem.BadInputException;
import plumbline.result.Finding;
import plumbline.result.Metric;
import plumbline.result.Promise;
import plumbline.result.Row;
import plumbline.result.Schema2Promises;
import plumbline.result.Series;

/** One line of {@code results.csv} on its way to a {@link Row}, checked field by field. */
final class CsvRow {
  /** No operation of a benchmark takes a day. */
  private static final double MOST_MICROS = 86_400e6;

  /** No machine does so much. */
  private static final double MOST_PER_SECOND = 1e12;

  private final CsvFields file;
  private final CsvLine line;

  CsvRow(CsvFields file, CsvLine line) {
    this.file = file;
    this.line = line;
  }

  /** The metric; empty if it is unknown and that is allowed. */
  Optional<Metric> metric(boolean unknownAllowed) {
    String name = text(CsvColumn.METRIC);
    Optional<Metric> metric = Metric.of(name);
    if (metric.isEmpty() && !unknownAllowed) {
      List<String> known = Arrays.stream(Metric.values()).map(Metric::text).toList();
      throw bad(
          CsvColumn.METRIC, "there is no '" + shown(name) + "'; " + Suggestion.known(name, known));
    }
    return metric;
  }

  Row row(Metric metric) {
    String unit = text(CsvColumn.UNIT);
    if (!unit.equals(metric.unit())) {
      throw bad(
          CsvColumn.UNIT,
          metric.text() + " is in '" + metric.unit() + "', not '" + shown(unit) + "'");
    }
    boolean valid = valid();
    if (metric == Metric.FAILURE && valid) {
      throw bad(CsvColumn.VALID, "a failure cannot be valid");
    }
    Row row =
        file.isLikeBefore(line) ? another(file.before(), metric, valid) : first(metric, valid);
    file.parsed(row);
    return row;
  }

  private Row first(Metric metric, boolean valid) {
    Series series = file.series(this);
    Schema2Reasons.Told told = told();
    return new Row(
        filled(CsvColumn.RUN),
        file.started(this),
        text(CsvColumn.COMMIT),
        text(CsvColumn.PLAN),
        series,
        round(),
        metric,
        value(metric),
        whole(CsvColumn.SAMPLES, 0, Long.MAX_VALUE),
        valid,
        told.warnings(),
        told.rest(),
        text(CsvColumn.SERVERS),
        promise(series),
        text(CsvColumn.SERVER_VERSION),
        text(CsvColumn.CLIENT_VERSION),
        text(CsvColumn.JAVA),
        text(CsvColumn.HOST));
  }

  /** Of the same series under the same conditions, which are not parsed anew for every row. */
  private Row another(Row before, Metric metric, boolean valid) {
    Schema2Reasons.Told told = told();
    return new Row(
        before.run(),
        before.started(),
        before.commit(),
        before.plan(),
        before.series(),
        round(),
        metric,
        value(metric),
        whole(CsvColumn.SAMPLES, 0, Long.MAX_VALUE),
        valid,
        told.warnings(),
        told.rest(),
        before.servers(),
        before.promise(),
        before.serverVersion(),
        before.clientVersion(),
        before.java(),
        before.host());
  }

  /** What may be wrong with it, which older files have in one column. */
  private Schema2Reasons.Told told() {
    if (file.isOld()) {
      return Schema2Reasons.told(text(CsvColumn.REASON));
    }
    try {
      return new Schema2Reasons.Told(
          Finding.parseAll(text(CsvColumn.WARNINGS)), text(CsvColumn.REASON));
    } catch (IllegalArgumentException e) {
      throw bad(CsvColumn.WARNINGS, shown(e.getMessage(), 300));
    }
  }

  private Optional<Promise> promise(Series series) {
    if (file.isOld()) {
      return Schema2Promises.of(series, text(CsvColumn.SERVERS));
    }
    String id = text(CsvColumn.PROMISE);
    try {
      return id.isEmpty() ? Optional.empty() : Optional.of(Promise.of(id));
    } catch (IllegalArgumentException e) {
      throw bad(CsvColumn.PROMISE, shown(e.getMessage(), 300));
    }
  }

  String text(CsvColumn column) {
    return line.fields().get(file.position(column));
  }

  /** The series, parsed anew. */
  Series series() {
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
      throw bad(CsvColumn.PARAMS, shown(e.getMessage()));
    }
  }

  private Load load() {
    try {
      return Load.of(text(CsvColumn.LOAD));
    } catch (IllegalArgumentException e) {
      List<String> known = Arrays.stream(Load.values()).map(Load::text).toList();
      throw bad(CsvColumn.LOAD, shown(e.getMessage()) + "; known: " + String.join(", ", known));
    }
  }

  /** When the run started, parsed anew. */
  Instant started() {
    String text = text(CsvColumn.STARTED);
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw bad(
          CsvColumn.STARTED,
          "'" + shown(text) + "' is not a UTC time such as 2026-01-31T12:00:00Z");
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
      throw bad(CsvColumn.VALID, "'" + shown(text) + "' is neither true nor false");
    }
    return text.equals("true");
  }

  private double value(Metric metric) {
    String text = text(CsvColumn.VALUE);
    if (metric != Metric.FAILURE) {
      double value = number(CsvColumn.VALUE, text);
      boolean rate = metric == Metric.THROUGHPUT;
      if (value > (rate ? MOST_PER_SECOND : MOST_MICROS)) {
        throw bad(
            CsvColumn.VALUE,
            "'"
                + shown(text)
                + "' "
                + metric.unit()
                + " is more than "
                + (rate ? "any rate" : "a day"));
      }
      return value;
    }
    if (!text.isEmpty()) {
      throw bad(CsvColumn.VALUE, "a failure has no value, but this has '" + shown(text) + "'");
    }
    return Double.NaN;
  }

  private double number(CsvColumn column, String text) {
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw bad(column, "'" + shown(text) + "' is not a number");
    }
    // Java also takes 5d, 0x1p3 and spaces around a number.
    if (Double.isFinite(value) && !isPlain(text)) {
      throw bad(column, "'" + shown(text) + "' is not a plain number");
    }
    if (!Double.isFinite(value) || value < 0) {
      throw bad(column, "'" + shown(text) + "' is not a finite number of 0 or more");
    }
    return value;
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && "+-.eE".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
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
    throw bad(column, "'" + shown(text) + "' is not a whole number of " + least + " or more" + or);
  }

  private String filled(CsvColumn column) {
    String text = text(column);
    if (text.isEmpty()) {
      throw bad(column, "is empty");
    }
    return text;
  }

  /** What came from a file must neither move the cursor nor fill the screen. */
  private static String shown(String text) {
    return shown(text, 60);
  }

  private static String shown(String text, int most) {
    String clean = text.replaceAll("[\\p{Cc}\\p{Cf}\u2028\u2029]", "?");
    return clean.length() > most ? clean.substring(0, most) + "…" : clean;
  }

  private BadInputException bad(CsvColumn column, String what) {
    return new BadInputException(
        file.path() + ":" + line.number() + ": " + column.header() + ": " + what);
  }
}
