package plumbline.report.figure;

import plumbline.report.words.Phrase;
import plumbline.report.words.Wording;
import plumbline.result.Metric;
import plumbline.result.Series;
import plumbline.result.Units;

/** From how many rounds and operations a figure comes, as HTML says when one points at it. */
public final class Basis {
  private final Figures figures;
  private final Wording wording;

  public Basis(Figures figures, Wording wording) {
    this.figures = figures;
    this.wording = wording;
  }

  /** Of all figures of a series; operations that nobody counted are not named. */
  public String of(Series series) {
    long operations = figures.operations(series);
    return wording.say(
        Phrase.FROM_ROUNDS,
        figures.validRounds(series).size(),
        figures.data().manifest().plan().rounds(),
        operations > 0 ? wording.say(Phrase.FROM_OPERATIONS, Units.count(operations)) : "");
  }

  /** Of a median over the rounds. */
  public String ofMedian(Series series) {
    return wording.say(Phrase.FROM_MEDIAN, of(series));
  }

  /** Of a figure as {@link Figures} gives it. */
  public String of(Series series, Metric metric) {
    return figures.isMedian(series, metric)
        ? ofMedian(series)
        : wording.say(Phrase.FROM_TOGETHER, of(series));
  }
}
