package plumbline.result;

import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/** The one shape of histogram that this program uses, so that any two can be added. */
public final class Histograms {
  /** The largest latency that can be recorded. A larger one is counted as overflow. */
  public static final Duration HIGHEST = Duration.ofSeconds(60);

  /** Significant decimal digits: values are exact to one part in a thousand. */
  public static final int DIGITS = 3;

  private Histograms() {}

  /** A new, empty histogram for values of 1 ns to {@link #HIGHEST}, about 220 KB, never resized. */
  public static Histogram create() {
    return new Histogram(1, HIGHEST.toNanos(), DIGITS);
  }

  /**
   * The sum of histograms, which need not be in memory at once; empty if there are none. The parts
   * are left as they are.
   */
  public static Optional<Histogram> merge(Stream<Histogram> parts) {
    Optional<Histogram> sum = Optional.empty();
    for (Iterator<Histogram> all = parts.iterator(); all.hasNext(); ) {
      sum = Optional.of(sum.orElseGet(Histograms::create));
      sum.get().add(all.next());
    }
    return sum;
  }

  /**
   * The value of a metric in a histogram of nanoseconds.
   *
   * @param metric a latency, pause, service time or lag
   * @return the figure in nanoseconds
   * @throws IllegalArgumentException if the metric is not one that a histogram holds
   */
  public static double nanos(Histogram histogram, Metric metric) {
    if (metric == Metric.MEAN || metric == Metric.SERVICE_MEAN) {
      return histogram.getMean();
    }
    if (metric.percentile().isEmpty()) {
      throw new IllegalArgumentException(metric.text() + " is not in a histogram");
    }
    double percentile = metric.percentile().getAsDouble();
    return percentile >= 100.0
        ? histogram.getMaxValue()
        : histogram.getValueAtPercentile(percentile);
  }
}
