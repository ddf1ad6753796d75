package plumbline.history;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import plumbline.input.Suggestion;
import plumbline.load.Load;
import plumbline.result.Metric;
import plumbline.result.Series;

/**
 * What is followed from run to run: a metric of a benchmark with its parameters. Its text, such as
 * {@code LoopbackEchoBenchmark.echo;payload=100:p99}, is a column of a history file.
 *
 * @param benchmark benchmark and parameters, without spaces and commas
 * @param metric a latency or throughput
 */
public record Tracked(String benchmark, Metric metric) implements Comparable<Tracked> {
  private static final char SEPARATOR = ':';
  private static final Comparator<Tracked> ORDER =
      Comparator.comparing(Tracked::benchmark).thenComparing(Tracked::metric);

  /**
   * The metrics that are followed. The maximum is not among them: it is one operation, the larger
   * the longer a run is. Pauses are conditions, not results.
   */
  public static final List<Metric> METRICS =
      Arrays.stream(Metric.values())
          .filter(metric -> metric.isResult() && metric != Metric.MAX)
          .toList();

  /** A metric of a series. */
  static Tracked of(Series series, Metric metric) {
    return new Tracked(name(series), metric);
  }

  /** The tag of a series, and what else makes it another one. */
  static String name(Series series) {
    StringBuilder name = new StringBuilder(series.tag());
    if (series.load() != Load.CLOSED) {
      name.append(";load=").append(series.load().text());
    }
    if (series.inFlight() > 1) {
      name.append(";inFlight=").append(series.inFlight());
    }
    return name.toString();
  }

  /**
   * Reads what {@link #text()} wrote.
   *
   * @throws IllegalArgumentException if it is none, with what would be right
   */
  static Tracked parse(String text) {
    int separator = text.lastIndexOf(SEPARATOR);
    String metric = text.substring(separator + 1);
    List<String> known = METRICS.stream().map(Metric::text).toList();
    if (separator < 1 || !known.contains(metric)) {
      String close = Suggestion.of(metric, known).map(s -> "did you mean " + s + "? ").orElse("");
      throw new IllegalArgumentException(
          "is no BENCHMARK:METRIC; "
              + close
              + known.stream().collect(Collectors.joining(", ", "metrics: ", "")));
    }
    return new Tracked(text.substring(0, separator), Metric.of(metric).orElseThrow());
  }

  /** The name of the column. */
  public String text() {
    return benchmark + SEPARATOR + metric.text();
  }

  @Override
  public int compareTo(Tracked other) {
    return ORDER.compare(this, other);
  }
}
