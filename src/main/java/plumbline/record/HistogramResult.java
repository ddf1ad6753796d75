package plumbline.record;

import java.util.Collection;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.Aggregator;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ResultRole;
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

  /**
   * Makes a result.
   *
   * @param kind what it is about; its name is the label of the result
   * @param histogram in nanoseconds
   * @param overflows values that were over the histogram's range
   */
  public HistogramResult(HistogramKind kind, Histogram histogram, long overflows) {
    super(
        ResultRole.SECONDARY,
        kind.text(),
        new HistogramStatistics(histogram),
        "us/op",
        AggregationPolicy.AVG);
    this.kind = kind;
    this.histogram = histogram;
    this.overflows = overflows;
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
    Histogram sum = Histograms.create();
    long overflows = 0;
    HistogramKind kind = HistogramKind.LATENCY;
    for (HistogramResult part : parts) {
      sum.add(part.histogram);
      overflows += part.overflows;
      kind = part.kind;
    }
    return new HistogramResult(kind, sum, overflows);
  }
}
