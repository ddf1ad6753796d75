package plumbline.record;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.Aggregator;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.util.SingletonStatistics;
import org.openjdk.jmh.util.Statistics;
import plumbline.result.HistogramKind;
import plumbline.result.Histograms;

/**
 * A whole histogram as a secondary result of JMH: it travels from the fork to the host like any
 * other, is added up over iterations and rounds, and shows its percentiles in JMH's JSON.
 */
public final class HistogramResult extends Result<HistogramResult> {
  private static final long serialVersionUID = 1L;

  private final HistogramKind kind;
  private final Histogram histogram;
  private final long overflows;

  /** Nanoseconds of a kind, which is the label, and how many values were over the range. */
  public HistogramResult(HistogramKind kind, Histogram histogram, long overflows) {
    this(kind, histogram, overflows, new HistogramStatistics(histogram));
  }

  private HistogramResult(
      HistogramKind kind, Histogram histogram, long overflows, Statistics statistics) {
    super(ResultRole.SECONDARY, kind.text(), statistics, "us/op", AggregationPolicy.AVG);
    this.kind = kind;
    this.histogram = histogram;
    this.overflows = overflows;
  }

  /**
   * The same score with the sum of many instead of its own histogram. Results that share one sum
   * are aggregated to that, so that a long run needs no histogram for each of its forks.
   *
   * @param sum to which this histogram is added
   */
  public HistogramResult addedTo(Histogram sum) {
    sum.add(histogram);
    return new HistogramResult(
        kind, sum, overflows, new SingletonStatistics(getStatistics().getMean()));
  }

  /** What it is about. */
  public HistogramKind kind() {
    return kind;
  }

  /** The histogram, in nanoseconds. */
  public Histogram histogram() {
    return histogram;
  }

  /** Values that were over the histogram's range. */
  public long overflows() {
    return overflows;
  }

  @Override
  protected Aggregator<HistogramResult> getThreadAggregator() {
    return HistogramResult::sum;
  }

  @Override
  protected Aggregator<HistogramResult> getIterationAggregator() {
    return HistogramResult::sum;
  }

  private static HistogramResult sum(Collection<HistogramResult> parts) {
    HistogramResult first = parts.iterator().next();
    if (parts.size() == 1) {
      return first;
    }
    Set<Histogram> histograms = Collections.newSetFromMap(new IdentityHashMap<>());
    long overflows = 0;
    for (HistogramResult part : parts) {
      histograms.add(part.histogram);
      overflows += part.overflows;
    }
    return new HistogramResult(
        first.kind, Histograms.merge(histograms.stream()).orElseThrow(), overflows);
  }
}
