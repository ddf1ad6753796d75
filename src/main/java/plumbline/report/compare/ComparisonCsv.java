package plumbline.report.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import plumbline.compare.ComparedRow;
import plumbline.compare.Comparison;
import plumbline.compare.Comparison.Omission;
import plumbline.report.words.OmissionWords;
import plumbline.result.Numbers;
import plumbline.result.Series;
import plumbline.result.file.CsvText;

/**
 * A comparison as CSV: a row per figure, then a row for all that was left out, whose verdict is
 * {@code invalid}, {@code unmatched}, {@code sparse} or {@code zero}. Figures are in the unit of
 * their row, changes in percent. A field is empty where there is nothing, such as the ends of an
 * interval for which there are too few rounds.
 */
final class ComparisonCsv {
  private static final List<String> HEADER =
      List.of(
          "side",
          "benchmark",
          "params",
          "system",
          "operation",
          "load",
          "in_flight",
          "target_rate",
          "payload",
          "metric",
          "unit",
          "base_rounds",
          "base_median",
          "base_low",
          "base_high",
          "new_rounds",
          "new_median",
          "new_low",
          "new_high",
          "change",
          "change_low",
          "change_high",
          "p",
          "p_adjusted",
          "verdict",
          "rounds_needed",
          "reason");

  private ComparisonCsv() {}

  static String render(Comparison comparison) {
    List<List<String>> records = new ArrayList<>();
    records.add(HEADER);
    comparison.rows().forEach(row -> records.add(record(row)));
    comparison.omitted().forEach(omission -> records.add(record(omission)));
    return CsvText.of(records);
  }

  private static List<String> record(ComparedRow row) {
    Series series = row.figure().series();
    List<String> fields =
        new ArrayList<>(
            List.of(
                row.side(),
                series.benchmark(),
                series.paramsText(),
                series.system(),
                series.operation(),
                series.load().text(),
                Integer.toString(series.inFlight()),
                series.targetRate().isPresent()
                    ? Numbers.plain(series.targetRate().getAsDouble())
                    : "",
                Integer.toString(series.payload()),
                row.figure().metric().text(),
                row.figure().metric().unit()));
    add(fields, row.base());
    add(fields, row.changed());
    fields.add(percent(row.change().ratio()));
    fields.add(row.change().hasInterval() ? percent(row.change().low()) : "");
    fields.add(row.change().hasInterval() ? percent(row.change().high()) : "");
    fields.add(Numbers.plain(row.p()));
    fields.add(Numbers.plain(row.adjusted()));
    fields.add(row.verdict().text());
    fields.add(row.roundsNeeded() == 0 ? "" : Integer.toString(row.roundsNeeded()));
    fields.add("");
    return fields;
  }

  private static void add(List<String> fields, ComparedRow.Rounds rounds) {
    fields.add(Integer.toString(rounds.count()));
    fields.add(Numbers.plain(rounds.median().median()));
    fields.add(rounds.hasInterval() ? Numbers.plain(rounds.median().low()) : "");
    fields.add(rounds.hasInterval() ? Numbers.plain(rounds.median().high()) : "");
  }

  private static String percent(double ratio) {
    return Numbers.plain(100 * (ratio - 1));
  }

  private static List<String> record(Omission omission) {
    List<String> fields = new ArrayList<>(Collections.nCopies(HEADER.size(), ""));
    fields.set(HEADER.indexOf("side"), omission.side());
    fields.set(HEADER.indexOf("benchmark"), omission.what());
    fields.set(HEADER.indexOf("verdict"), omission.kind().text());
    fields.set(HEADER.indexOf("reason"), OmissionWords.USUAL.of(omission));
    return fields;
  }
}
