package plumbline.record;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.HdrHistogram.Histogram;
import plumbline.result.Histograms;

/**
 * The histograms of all recording threads of this fork. JMH makes benchmark states and profilers on
 * its own and gives neither a way to the other, so they meet here. A fork runs one benchmark.
 */
final class Recordings {
  private static final List<LatencyHistogram> ALL = new CopyOnWriteArrayList<>();

  private Recordings() {}

  static void register(LatencyHistogram latencies) {
    ALL.add(latencies);
  }

  /** Forgets what earlier iterations recorded. No thread may be recording. */
  static void reset() {
    ALL.forEach(LatencyHistogram::reset);
  }

  /** The sum over all threads. No thread may be recording. */
  static Histogram sum() {
    Histogram sum = Histograms.create();
    ALL.forEach(latencies -> sum.add(latencies.histogram()));
    return sum;
  }

  static long overflows() {
    return ALL.stream().mapToLong(LatencyHistogram::overflows).sum();
  }
}
