package plumbline.report.limit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plumbline.report.figure.Figures;
import plumbline.report.figure.SeriesName;
import plumbline.report.words.Phrase;
import plumbline.report.words.Wording;
import plumbline.result.Metric;
import plumbline.result.RunData;
import plumbline.result.Units;

/** Processor time that the scheduler or a hypervisor kept from the thread that measures. */
final class TakenTime {
  private final Figures figures;
  private final Wording wording;

  TakenTime(Figures figures, Wording wording) {
    this.figures = figures;
    this.wording = wording;
  }

  /** The line that had most of each, with its share of the measured time. */
  List<String> texts() {
    List<String> texts = new ArrayList<>();
    most(Metric.RUN_QUEUE_WAIT, 1)
        .map(text -> wording.say(Phrase.WAITED_TO_RUN, text))
        .ifPresent(texts::add);
    most(Metric.STOLEN_TIME, figures.data().manifest().environment().logicalCpus())
        .map(text -> wording.say(Phrase.TAKEN_BY_HYPERVISOR, text))
        .ifPresent(texts::add);
    return texts;
  }

  private Optional<String> most(Metric taken, int processors) {
    RunData data = figures.data();
    SeriesName worst = null;
    double most = -1;
    for (SeriesName name : figures.names()) {
      double measured = data.merged(name.series(), Metric.MEASURED_TIME).orElse(0);
      double share =
          data.merged(name.series(), taken).orElse(-1) / (Math.max(1, processors) * measured);
      if (measured > 0 && share > most) {
        most = share;
        worst = name;
      }
    }
    return worst == null || most < 0
        ? Optional.empty()
        : Optional.of(wording.say(Phrase.SHARE_OF_LINE, Units.percent(most), worst.text()));
  }
}
