package plumbline.report.limit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plumbline.load.Load;
import plumbline.report.figure.Figures;
import plumbline.report.figure.SeriesName;
import plumbline.report.words.Phrase;
import plumbline.report.words.Wording;
import plumbline.result.Metric;
import plumbline.result.Units;

/** What the instrument itself did where it sent at a rate, or as fast as it could. */
final class Loads {
  private final Figures figures;
  private final Wording wording;

  Loads(Figures figures, Wording wording) {
    this.figures = figures;
    this.wording = wording;
  }

  private OptionalDouble value(SeriesName name, Metric metric) {
    return figures.value(name.series(), metric);
  }

  private List<SeriesName> of(Load load) {
    return figures.names().stream().filter(name -> name.series().load() == load).toList();
  }

  /** The processor time that each operation takes, where that is known. */
  List<String> saturated() {
    List<String> texts = new ArrayList<>();
    for (SeriesName name : of(Load.SATURATED)) {
      OptionalDouble client = value(name, Metric.CLIENT_CPU);
      if (client.isPresent()) {
        OptionalDouble bytes = value(name, Metric.THROUGHPUT_MB);
        OptionalDouble server = value(name, Metric.SERVER_CPU);
        texts.add(
            wording.say(
                Phrase.PROCESSOR_TIME,
                name.text(),
                bytes.isEmpty()
                    ? ""
                    : wording.say(Phrase.PAYLOAD, Units.of(bytes.getAsDouble(), "MB/s")),
                Units.micros(client.getAsDouble()),
                server.isEmpty()
                    ? wording.say(Phrase.UNKNOWN_TIME)
                    : Units.micros(server.getAsDouble())));
      }
    }
    return texts;
  }

  /** How well a rate was kept; without histograms of lag, only how much of it was achieved. */
  List<String> paced() {
    List<String> texts = new ArrayList<>();
    for (SeriesName name : of(Load.PACED)) {
      OptionalDouble rate = value(name, Metric.RATE_ACHIEVED);
      if (rate.isEmpty()) {
        continue;
      }
      String lag =
          listed(
              at(name, Metric.LAG_P50, "p50"),
              at(name, Metric.LAG_P99, "p99"),
              at(name, Metric.LAG_MAX, "at most"));
      String service =
          listed(at(name, Metric.SERVICE_P50, "p50"), at(name, Metric.SERVICE_P99, "p99"));
      texts.add(
          wording.say(
              Phrase.PACED,
              name.text(),
              String.format(Locale.ROOT, "%.2f %%", rate.getAsDouble()),
              lag.isEmpty() ? "" : wording.say(Phrase.PACED_LAG, lag),
              service.isEmpty() ? "" : wording.say(Phrase.PACED_SERVICE, service)));
    }
    return texts;
  }

  private String at(SeriesName name, Metric metric, String words) {
    OptionalDouble value = value(name, metric);
    return value.isEmpty() ? "" : words + " " + Units.micros(value.getAsDouble());
  }

  private static String listed(String... texts) {
    return Stream.of(texts).filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
  }
}
