package plumbline.record;

import java.util.AbstractMap.SimpleEntry;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map.Entry;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import org.openjdk.jmh.util.AbstractStatistics;

/** A histogram of nanoseconds as JMH statistics in microseconds, for JMH's JSON. */
final class HistogramStatistics extends AbstractStatistics {
  private static final long serialVersionUID = 1L;
  private static final double NANOS_PER_MICRO = 1_000.0;

  private final Histogram histogram;

  HistogramStatistics(Histogram histogram) {
    this.histogram = histogram;
  }

  @Override
  public double getMax() {
    return isEmpty() ? Double.NaN : histogram.getMaxValue() / NANOS_PER_MICRO;
  }

  @Override
  public double getMin() {
    return isEmpty() ? Double.NaN : histogram.getMinValue() / NANOS_PER_MICRO;
  }

  @Override
  public double getMean() {
    return isEmpty() ? Double.NaN : histogram.getMean() / NANOS_PER_MICRO;
  }

  @Override
  public long getN() {
    return histogram.getTotalCount();
  }

  @Override
  public double getSum() {
    return isEmpty() ? 0 : getMean() * getN();
  }

  @Override
  public double getVariance() {
    if (isEmpty()) {
      return Double.NaN;
    }
    double deviation = histogram.getStdDeviation() / NANOS_PER_MICRO;
    return deviation * deviation;
  }

  /**
   * Not known: operations within one JVM are no independent samples, so an error of their mean
   * would claim a precision that is not there.
   */
  @Override
  public double getMeanErrorAt(double confidence) {
    return Double.NaN;
  }

  @Override
  public double[] getConfidenceIntervalAt(double confidence) {
    return new double[] {Double.NaN, Double.NaN};
  }

  @Override
  public double getPercentile(double rank) {
    if (isEmpty()) {
      return Double.NaN;
    }
    // HdrHistogram defines percentile 0 as the lowest bucket; JMH means the minimum.
    return rank <= 0 ? getMin() : histogram.getValueAtPercentile(rank) / NANOS_PER_MICRO;
  }

  @Override
  public int[] getHistogram(double[] levels) {
    int[] counts = new int[Math.max(0, levels.length - 1)];
    for (Entry<Double, Long> value : rawData()) {
      for (int i = 0; i < counts.length; i++) {
        if (levels[i] <= value.getKey() && value.getKey() < levels[i + 1]) {
          counts[i] += Math.toIntExact(value.getValue());
        }
      }
    }
    return counts;
  }

  @Override
  public Iterator<Entry<Double, Long>> getRawData() {
    return rawData().iterator();
  }

  private List<Entry<Double, Long>> rawData() {
    List<Entry<Double, Long>> data = new ArrayList<>();
    for (HistogramIterationValue value : histogram.recordedValues()) {
      data.add(
          new SimpleEntry<>(
              value.getValueIteratedTo() / NANOS_PER_MICRO, value.getCountAtValueIteratedTo()));
    }
    return data;
  }

  private boolean isEmpty() {
    return histogram.getTotalCount() == 0;
  }
}
