package plumbline.result.file;

import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import plumbline.result.Finding;
import plumbline.result.Metric;
import plumbline.result.Numbers;
import plumbline.result.Promise;
import plumbline.result.Row;

/** The columns of {@code results.csv}, in the order of the file. */
enum CsvColumn {
  RUN(row -> row.context().run()),
  STARTED(row -> DateTimeFormatter.ISO_INSTANT.format(row.context().started())),
  COMMIT(row -> row.context().commit()),
  PLAN(row -> row.context().plan()),
  BENCHMARK(row -> row.series().benchmark()),
  PARAMS(row -> row.series().paramsText()),
  SYSTEM(row -> row.series().system()),
  OPERATION(row -> row.series().operation()),
  LOAD(row -> row.series().load().text()),
  IN_FLIGHT(row -> Integer.toString(row.series().inFlight())),
  TARGET_RATE(
      row ->
          row.series().targetRate().isPresent()
              ? Numbers.plain(row.series().targetRate().getAsDouble())
              : ""),
  PAYLOAD(row -> Integer.toString(row.series().payload())),
  ROUND(row -> row.isMerged() ? "all" : Integer.toString(row.round().getAsInt())),
  METRIC(row -> row.metric().text()),
  VALUE(row -> row.metric() == Metric.FAILURE ? "" : Numbers.plain(row.value())),
  UNIT(row -> row.metric().unit()),
  SAMPLES(row -> Long.toString(row.samples())),
  VALID(row -> Boolean.toString(row.valid())),
  WARNINGS(row -> Finding.text(row.warnings())),
  REASON(Row::reason),
  SERVERS(row -> row.subject().servers()),
  PROMISE(row -> row.subject().promise().map(Promise::id).orElse("")),
  SERVER_VERSION(row -> row.subject().serverVersion()),
  CLIENT_VERSION(row -> row.subject().clientVersion()),
  JAVA(row -> row.context().java()),
  HOST(row -> row.context().host());

  private static final Set<CsvColumn> OF_A_FIGURE = EnumSet.range(ROUND, REASON);

  // Method references without state.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Function<Row, String> field;

  CsvColumn(Function<Row, String> field) {
    this.field = field;
  }

  /** The name in the header. */
  String header() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The text of this column in a row. */
  String of(Row row) {
    return field.apply(row);
  }

  /** Whether files of the schemas 1 and 2 lack it. */
  boolean isNewInSchema3() {
    return this == WARNINGS || this == PROMISE;
  }

  /** Whether it differs from row to row of one series and round; the others say of what it is. */
  boolean isOfAFigure() {
    return OF_A_FIGURE.contains(this);
  }

  static List<String> headers() {
    return Arrays.stream(values()).map(CsvColumn::header).toList();
  }
}
