package plumbline.report.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.claim.Reading;
import plumbline.claim.Verdict;
import plumbline.report.words.VerdictWords;
import plumbline.result.Metric;

/**
 * A column of the table of a claim: a metric by a reading of its words.
 *
 * @param metric that was judged
 * @param reading by which it was judged
 * @param title the metric, and the reading if the metric has several columns
 */
record ClaimColumn(Metric metric, Optional<String> reading, String title) {

  /** One per metric, or one per reading where these came to different things. */
  static List<ClaimColumn> of(List<Verdict> verdicts, VerdictWords words) {
    List<ClaimColumn> columns = new ArrayList<>();
    for (List<Verdict> all : VerdictWords.by(Verdict::metric, verdicts).values()) {
      Map<Optional<String>, List<Verdict>> readings =
          VerdictWords.by(Verdict::reading, Reading.told(all));
      Metric metric = all.get(0).metric();
      readings.forEach(
          (reading, same) ->
              columns.add(
                  new ClaimColumn(
                      metric,
                      reading,
                      readings.size() == 1
                          ? metric.text()
                          : (metric.text() + " " + words.reading(same.get(0))).strip())));
    }
    return columns;
  }

  boolean isOf(Verdict verdict) {
    return verdict.metric() == metric && verdict.reading().equals(reading);
  }
}
