package plumbline.report;

import java.nio.file.Path;
import plumbline.history.Made;
import plumbline.history.Trends;
import plumbline.report.compare.ComparisonPage;
import plumbline.report.history.HistoryPage;
import plumbline.report.page.Page;
import plumbline.report.run.IndexPage;
import plumbline.report.run.RunPage;
import plumbline.report.words.Wording;
import plumbline.testing.MadeSettings;

/** Every kind of page that a browser opens. */
enum SamplePage {
  /** Of a run whose every row is valid. */
  RUN,

  /** Of a run that failed. */
  FAILED_RUN,

  /** Of a run of promises, with a matrix of verdicts. */
  PROMISES,

  /** Of a run that searched for saturation. */
  LOAD_CURVE,

  /** Of two runs, with a gate that breaks. */
  COMPARISON,

  /** Of runs over time. */
  HISTORY,

  /** Of a list of runs, one of which cannot be read. */
  INDEX;

  /** Makes the page; what it reads stands in the folder. */
  Page page(Path folder) {
    return switch (this) {
      case RUN -> Sample.COMPLETE.page();
      case FAILED_RUN -> Sample.FAILED.page();
      case PROMISES -> Sample.PROMISES.page();
      case LOAD_CURVE -> RunPage.of(SampleCurve.data(), SampleCurve.judgement());
      case COMPARISON ->
          ComparisonPage.of(
              SampleComparison.everything(folder, MadeSettings.gateWithChanged("Java")),
              Wording.USUAL);
      case HISTORY -> HistoryPage.of(Trends.of(Made.stepped(40, 25), Trends.ALPHA), "quick.csv");
      case INDEX -> index();
    };
  }

  private static Page index() {
    IndexPage index = new IndexPage(Wording.USUAL);
    for (Sample sample : Sample.values()) {
      if (sample != Sample.HOSTILE) {
        index.add("a/report.html", sample.data(), sample.judgement());
        index.add("a%20run/report.html", sample.data(), sample.judgement());
      }
    }
    index.addUnreadable("damaged", "damaged/results.csv:7: value: 'fast' is not a number");
    return index.page();
  }
}
