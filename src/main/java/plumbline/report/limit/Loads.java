package plumbline.report.limit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plumbline.load.Load;
import plumbline.report.figure.Figures;
import plumbline.report.figure.SeriesName;
import plumbline.report.words.Phrase;
import plumbline.report.words.Wording;
import plumbline.result.Metric;
import plumbline.result.Series;
import plumbline.result.Units;

/** What the instrument itself did where it sent at a rate, or as fast as it could. */
final class Loads {
  private final Figures figures;
  private final Wording wording;

  Loads(Figures figures, Wording wording) {
    this.figures = figures;
    this.wording = wording;
  }

  private Stream<SeriesName> of(Load load) {
    return figures.names().stream().filter(name -> name.series().load() == load);
  }

  /** The processor time that each operation takes, where that is known. */
  List<String> saturated() {
    return of(Load.SATURATED).flatMap(name -> processorTime(name).stream()).toList();
  }

  private Optional<String> processorTime(SeriesName name) {
    String bytes =
        figures.value(name.series(), Metric.THROUGHPUT_MB).stream()
            .mapToObj(rate -> wording.say(Phrase.PAYLOAD, Units.of(rate, "MB/s")))
            .collect(Collectors.joining());
    String server =
        figures
            .micros(name.series(), Metric.SERVER_CPU)
            .orElseGet(() -> wording.say(Phrase.UNKNOWN_TIME));
    return figures
        .micros(name.series(), Metric.CLIENT_CPU)
        .map(client -> wording.say(Phrase.PROCESSOR_TIME, name.text(), bytes, client, server));
  }

  /** How well a rate was kept; without histograms of lag, only how much of it was achieved. */
  List<String> paced() {
    return of(Load.PACED).flatMap(name -> kept(name).stream()).toList();
  }

  private Optional<String> kept(SeriesName name) {
    Series series = name.series();
    String lag =
        Wording.joined(
            ", ",
            at(series, Metric.LAG_P50, "p50"),
            at(series, Metric.LAG_P99, "p99"),
            at(series, Metric.LAG_MAX, "at most"));
    String service =
        Wording.joined(
            ", ", at(series, Metric.SERVICE_P50, "p50"), at(series, Metric.SERVICE_P99, "p99"));
    return figures.value(series, Metric.RATE_ACHIEVED).stream()
        .mapToObj(
            rate ->
                wording.say(
                    Phrase.PACED,
                    name.text(),
                    String.format(Locale.ROOT, "%.2f %%", rate),
                    lag.isEmpty() ? "" : wording.say(Phrase.PACED_LAG, lag),
                    service.isEmpty() ? "" : wording.say(Phrase.PACED_SERVICE, service)))
        .findFirst();
  }

  /** How much longer than its record the acknowledgement of a round trip took. */
  List<String> ackGaps() {
    return of(Load.CLOSED).flatMap(name -> ackGap(name).stream()).toList();
  }

  private Optional<String> ackGap(SeriesName name) {
    Series series = name.series();
    String gap =
        Wording.joined(
            ", ",
            at(series, Metric.ACK_GAP_P50, "p50"),
            at(series, Metric.ACK_GAP_P99, "p99"),
            at(series, Metric.ACK_GAP_MAX, "at most"));
    return gap.isEmpty()
        ? Optional.empty()
        : Optional.of(wording.say(Phrase.ACK_GAP, name.text(), gap));
  }

  private String at(Series series, Metric metric, String words) {
    return figures.micros(series, metric).map(value -> words + " " + value).orElse("");
  }
}
