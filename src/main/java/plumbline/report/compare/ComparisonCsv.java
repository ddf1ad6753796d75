package plumbline.report.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import plumbline.compare.ComparedRow;
import plumbline.compare.ComparedRow.Observations;
import plumbline.compare.Comparison;
import plumbline.compare.Comparison.Omission;
import plumbline.report.words.ComparisonWords;
import plumbline.report.words.Wording;
import plumbline.result.Numbers;
import plumbline.result.Series;
import plumbline.result.file.CsvText;

/**
 * A comparison as CSV: a row per figure, then a row for all that was left out, whose verdict is the
 * word of its {@link Omission.Kind}. Figures are in the unit of their row, changes in percent. A
 * field is empty where there is nothing, such as the ends of an interval for which there are too
 * few rounds.
 */
final class ComparisonCsv {
  private static final ComparisonWords WORDS = new ComparisonWords(Wording.USUAL);

  /** In the order of the file, where their names are in lower case. The functions keep nothing. */
  @SuppressWarnings("ImmutableEnumChecker")
  private enum Column {
    SIDE(ComparedRow::side, Omission::side),
    BENCHMARK(row -> series(row).benchmark(), Omission::what),
    PARAMS(row -> series(row).paramsText()),
    SYSTEM(row -> series(row).system()),
    OPERATION(row -> series(row).operation()),
    LOAD(row -> series(row).load().text()),
    IN_FLIGHT(row -> series(row).inFlight()),
    TARGET_RATE(row -> series(row).targetRate()),
    PAYLOAD(row -> series(row).payload()),
    METRIC(row -> row.figure().metric().text()),
    UNIT(row -> row.figure().metric().unit()),
    BASE_ROUNDS(row -> row.base().count()),
    BASE_MEDIAN(row -> row.base().median().median()),
    BASE_LOW(row -> end(row.base(), row.base().median().low())),
    BASE_HIGH(row -> end(row.base(), row.base().median().high())),
    NEW_ROUNDS(row -> row.changed().count()),
    NEW_MEDIAN(row -> row.changed().median().median()),
    NEW_LOW(row -> end(row.changed(), row.changed().median().low())),
    NEW_HIGH(row -> end(row.changed(), row.changed().median().high())),
    CHANGE(row -> percent(row.change().ratio())),
    CHANGE_LOW(row -> row.change().hasInterval() ? percent(row.change().low()) : ""),
    CHANGE_HIGH(row -> row.change().hasInterval() ? percent(row.change().high()) : ""),
    P(ComparedRow::p),
    P_ADJUSTED(ComparedRow::adjusted),
    VERDICT(row -> row.verdict().text(), omission -> omission.kind().text()),
    ROUNDS_NEEDED(row -> row.needed() == 0 ? "" : row.needed()),
    REASON(row -> "", WORDS::reason),
    /** What the columns of rounds count. */
    OBSERVATION(row -> row.observation().text());

    private final Function<ComparedRow, Object> row;
    private final Function<Omission, Object> omission;

    Column(Function<ComparedRow, Object> row, Function<Omission, Object> omission) {
      this.row = row;
      this.omission = omission;
    }

    Column(Function<ComparedRow, Object> row) {
      this(row, omission -> "");
    }

    private static Series series(ComparedRow row) {
      return row.figure().series();
    }

    private static Object end(Observations observations, double value) {
      return observations.hasInterval() ? value : "";
    }

    private static double percent(double ratio) {
      return 100 * (ratio - 1);
    }
  }

  private ComparisonCsv() {}

  static String render(Comparison comparison) {
    List<List<String>> records = new ArrayList<>();
    records.add(record(column -> column.name().toLowerCase(Locale.ROOT)));
    comparison.rows().forEach(row -> records.add(record(column -> column.row.apply(row))));
    comparison
        .omitted()
        .forEach(omission -> records.add(record(column -> column.omission.apply(omission))));
    return CsvText.of(records);
  }

  private static List<String> record(Function<Column, Object> value) {
    return Arrays.stream(Column.values()).map(value).map(ComparisonCsv::text).toList();
  }

  private static String text(Object value) {
    if (value instanceof OptionalDouble rate) {
      return rate.isPresent() ? Numbers.plain(rate.getAsDouble()) : "";
    }
    if (value instanceof Double number) {
      // What missed its rate has no figure.
      return Double.isFinite(number) ? Numbers.plain(number) : "";
    }
    return value.toString();
  }
}
