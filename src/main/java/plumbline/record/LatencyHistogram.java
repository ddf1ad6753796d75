package plumbline.record;

import org.HdrHistogram.Histogram;
import plumbline.result.Histograms;

/**
 * The latencies of one thread. Nothing is allocated, clamped or thinned while recording: a value
 * over the range is counted as overflow, and a round with any is not valid. Not thread-safe; one
 * thread writes, and others read only between iterations.
 */
public final class LatencyHistogram {
  private static final long HIGHEST_NANOS = Histograms.HIGHEST.toNanos();

  private final Histogram histogram = Histograms.create();
  private long overflows;

  /** Records the nanoseconds of one operation, not negative. */
  public void record(long nanos) {
    if (nanos <= HIGHEST_NANOS) {
      histogram.recordValue(nanos);
    } else {
      overflows++;
    }
  }

  /** Records so many operations that took as many nanoseconds each. */
  void record(long nanos, long times) {
    if (nanos <= HIGHEST_NANOS) {
      histogram.recordValueWithCount(nanos, times);
    } else {
      overflows += times;
    }
  }

  /** Forgets everything. */
  public void reset() {
    histogram.reset();
    overflows = 0;
  }

  /** Operations that took longer than the range allows. */
  public long overflows() {
    return overflows;
  }

  /** What was recorded; a view, not a copy. */
  public Histogram histogram() {
    return histogram;
  }
}
