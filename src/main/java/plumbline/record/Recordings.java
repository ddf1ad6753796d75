package plumbline.record;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import org.HdrHistogram.Histogram;
import plumbline.result.Counts;
import plumbline.result.HistogramKind;
import plumbline.result.Histograms;

/**
 * The histograms of all recording threads of this fork, and its counts. JMH makes benchmark states
 * and profilers on its own and gives neither a way to the other, so they meet here. A fork runs one
 * benchmark.
 */
final class Recordings {
  private static final List<Registered> ALL = new CopyOnWriteArrayList<>();
  private static final List<Counter> COUNTERS = new CopyOnWriteArrayList<>();
  private static volatile long leadIn;
  private static volatile Runnable onLead = () -> {};
  private static volatile Runnable onEnd = () -> {};
  private static volatile WarmUp warmUp = new WarmUp();
  private static volatile OptionalLong waitedBefore = OptionalLong.empty();
  private static volatile OptionalLong waited = OptionalLong.empty();
  private static volatile Map<String, Long> spun = Map.of();

  private Recordings() {}

  private record Registered(HistogramKind kind, LatencyHistogram histogram) {}

  static void register(HistogramKind kind, LatencyHistogram histogram) {
    ALL.add(new Registered(kind, histogram));
  }

  static void register(Counter counter) {
    COUNTERS.add(counter);
  }

  /** What the profiler finds out about the warm-up. */
  static void warmUp(WarmUp watched) {
    warmUp = watched;
  }

  /** How far the warm-up of this fork has come. */
  static WarmUp warmUp() {
    return warmUp;
  }

  /** Whom to tell, maybe more than once and on several threads, when it is {@link #measured()}. */
  static void whenMeasured(Runnable action) {
    onEnd = action;
  }

  /** An iteration begins on the thread that calls this, which also says when it is over. */
  static void begins() {
    waited = OptionalLong.empty();
    spun = Map.of();
    waitedBefore = SchedulerTimes.waited();
  }

  /** Whom to tell, on a thread of its own, when a lead-in {@link #led is over}. */
  static void whenLed(Runnable action) {
    onLead = action;
  }

  /** The measured part of the iteration that begins has a lead-in of so many nanoseconds. */
  static void leadsIn(long nanos) {
    leadIn = nanos;
  }

  /** How long the last lead-in was, in nanoseconds; 0 without one. */
  static long leadIn() {
    return leadIn;
  }

  /**
   * A lead-in is over; what is measured begins on the thread that calls this, which sends.
   *
   * @return the thread that tells it
   */
  static Thread led() {
    begins();
    // Reading the times of all threads takes milliseconds, which would be schedule lag here. Where
    // all processors are busy it begins some milliseconds late: less than 1 % of what is measured.
    Thread reader = new Thread(onLead, "plumbline-lead");
    reader.setDaemon(true);
    reader.start();
    return reader;
  }

  /** A thread, as {@link ThreadTimes} calls it, waited with its processor for so long. */
  static void spun(String thread, long nanos) {
    spun = Map.of(thread, nanos);
  }

  /** The time for which threads only waited, in nanoseconds. */
  static Map<String, Long> spun() {
    return spun;
  }

  /** How long that thread waited for a processor meanwhile, in nanoseconds, where that is known. */
  static OptionalLong waited() {
    return waited;
  }

  /**
   * The measured part of the iteration is over. In the last one JMH goes on with the tear-down of
   * the whole trial before it asks its profilers, and that may take long and use the processor.
   */
  static void measured() {
    SchedulerTimes.waited()
        .ifPresent(now -> waited = OptionalLong.of(Math.max(0, now - waitedBefore.orElse(now))));
    onEnd.run();
  }

  /** Forgets what earlier iterations recorded. No thread may be recording. */
  static void reset() {
    ALL.forEach(one -> one.histogram().reset());
    COUNTERS.forEach(Counter::reset);
  }

  /** The sum over all threads, by kind. No thread may be recording. */
  static Map<HistogramKind, Histogram> sums() {
    Map<HistogramKind, Histogram> sums = new EnumMap<>(HistogramKind.class);
    sums.put(HistogramKind.LATENCY, Histograms.create());
    for (Registered one : ALL) {
      sums.computeIfAbsent(one.kind(), kind -> Histograms.create())
          .add(one.histogram().histogram());
    }
    return sums;
  }

  /** Values of a kind that were over the range. */
  static long overflows(HistogramKind kind) {
    return ALL.stream()
        .filter(one -> one.kind() == kind)
        .mapToLong(one -> one.histogram().overflows())
        .sum();
  }

  static Counts counts() {
    return Counts.sum(COUNTERS.stream().map(Counter::counts).toList());
  }
}
