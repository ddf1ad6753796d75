package plumbline.record;

import plumbline.result.HistogramKind;

/**
 * What operations took in the first and in the last third of the measured time. If these differ,
 * something had not come to rest.
 */
final class Thirds {
  static final int THIRDS = 3;
  private static final int SLICES = 30;

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

  /**
   * The shortest time over which the mean of many operations tells how fast they are. Answers come
   * in bursts: over a millisecond the mean says how the bursts fell, and it takes ten of such times
   * in each third for a stall in one of them not to decide.
   */
  static long slice() {
    return nanos / SLICES;
  }

  /** Takes an operation that has ended now. */
  void record(long operation, long now) {
    record(operation, 1, now);
  }

  /** Takes so many operations, of which the last has ended now, with what they took on average. */
  void record(long operation, long times, long now) {
    long place = (now - start) * THIRDS;
    if (place < nanos) {
      early.record(operation, times);
    } else if (place >= nanos * (THIRDS - 1)) {
      late.record(operation, times);
    }
  }
}
