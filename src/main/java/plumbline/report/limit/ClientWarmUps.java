package plumbline.report.limit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import plumbline.report.figure.Figures;
import plumbline.report.figure.SeriesName;
import plumbline.report.words.Phrase;
import plumbline.report.words.Wording;
import plumbline.result.Count;
import plumbline.result.Metric;
import plumbline.result.Row;
import plumbline.result.RunData;
import plumbline.result.Units;

/** How the client of each fork warmed up, and whether it had come to rest. */
final class ClientWarmUps {
  /** The windows of a warm-up are not cut to the millisecond. */
  private static final double WHOLE = 0.98;

  private final Figures figures;
  private final RunData data;
  private final Wording wording;

  ClientWarmUps(Figures figures, Wording wording) {
    this.figures = figures;
    this.data = figures.data();
    this.wording = wording;
  }

  /** Nothing of a run whose warm-ups took a fixed time. */
  List<String> texts() {
    List<String> texts = new ArrayList<>();
    data.manifest().plan().warmUpRule().ifPresent(rule -> add(texts, rule));
    return texts;
  }

  private void add(List<String> texts, String rule) {
    LongSummaryStatistics took = new LongSummaryStatistics();
    List<String> limited = new ArrayList<>();
    List<String> compiling = new ArrayList<>();
    for (SeriesName name : figures.names()) {
      List<Row> rows = data.roundRows(name.series(), Metric.WARMUP_TIME);
      if (name.isControl() || rows.isEmpty()) {
        continue;
      }
      rows.forEach(row -> took.accept(nanos(row)));
      double limit = limit(name) * WHOLE;
      long reached = rows.stream().filter(row -> nanos(row) >= limit).count();
      if (reached > 0) {
        limited.add(wording.say(Phrase.ROUNDS_OF, name.text(), reached, rows.size()));
      }
      figures.compiling(name.series()).stream()
          .mapToObj(share -> name.text() + " " + Units.percent(share))
          .forEach(compiling::add);
    }
    if (took.getCount() == 0) {
      return;
    }
    texts.add(
        wording.say(
            Phrase.CLIENTS_WARMED_UP,
            Units.duration(Duration.ofNanos(took.getMin())),
            Units.duration(Duration.ofNanos(took.getMax())),
            rule));
    if (!limited.isEmpty()) {
      texts.add(wording.say(Phrase.CLIENTS_AT_THE_LIMIT, String.join("; ", limited)));
    }
    if (!compiling.isEmpty()) {
      texts.add(wording.say(Phrase.COMPILING, String.join("; ", compiling)));
    }
  }

  private static long nanos(Row row) {
    return Count.WARMUP_TIME.fromUnit(row.value());
  }

  private double limit(SeriesName name) {
    return data.manifest().plan().entries().stream()
        .filter(entry -> entry.series().equals(name.series().tag()))
        .mapToDouble(entry -> entry.warmup().toNanos())
        .findFirst()
        .orElse(Double.POSITIVE_INFINITY);
  }
}
