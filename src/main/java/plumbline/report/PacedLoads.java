package plumbline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import plumbline.load.Load;
import plumbline.result.Metric;
import plumbline.result.Units;

/** What the instrument itself did where it sent at a rate, beside the response times. */
final class PacedLoads {
  private final Figures figures;
  private final List<SeriesName> names;

  PacedLoads(Figures figures, List<SeriesName> names) {
    this.figures = figures;
    this.names = names;
  }

  /** A sentence for each paced series that was measured. */
  List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (SeriesName name : names) {
      OptionalDouble rate = figures.value(name.series(), Metric.RATE_ACHIEVED);
      if (name.series().load() != Load.PACED || rate.isEmpty()) {
        continue;
      }
      texts.add(
          name.text()
              + ": "
              + String.format(Locale.ROOT, "%.2f %%", rate.getAsDouble())
              + " of the rate; sent late by "
              + at(name, Metric.LAG_P50, "p50")
              + at(name, Metric.LAG_P99, ", p99")
              + at(name, Metric.LAG_MAX, ", at most")
              + "; the figures of the table count from when an operation was due, and service time"
              + " from when it was sent: "
              + at(name, Metric.SERVICE_P50, "p50")
              + at(name, Metric.SERVICE_P99, ", p99")
              + ".");
    }
    return texts;
  }

  private String at(SeriesName name, Metric metric, String words) {
    OptionalDouble value = figures.value(name.series(), metric);
    return value.isEmpty() ? "" : words + " " + Units.micros(value.getAsDouble());
  }
}
