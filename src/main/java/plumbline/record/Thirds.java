package plumbline.record;

import plumbline.result.HistogramKind;

/**
 * What operations took in the first and in the last third of the measured time. If these differ,
 * something had not come to rest.
 */
final class Thirds {
  private static final int THIRDS = 3;

  private static long start;
  private static long nanos;

  private final LatencyHistogram early = new LatencyHistogram();
  private final LatencyHistogram late = new LatencyHistogram();

  /** Registers itself, so that the profiler finds it at the end of an iteration. */
  static Thirds registered() {
    Thirds thirds = new Thirds();
    Recordings.register(HistogramKind.EARLY, thirds.early);
    Recordings.register(HistogramKind.LATE, thirds.late);
    return thirds;
  }

  /** An iteration begins, and will take so long. Its threads are started afterwards. */
  static void begin(long now, long duration) {
    start = now;
    nanos = duration;
  }

  /** Takes an operation that has ended now. */
  void record(long operation, long now) {
    long place = (now - start) * THIRDS;
    if (place < nanos) {
      early.record(operation);
    } else if (place >= nanos * (THIRDS - 1)) {
      late.record(operation);
    }
  }
}
