package plumbline.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import plumbline.load.Load;

/**
 * Whether a round may be used, by what was measured in it alone. A round that may not says why,
 * with all its warnings.
 *
 * <ul>
 *   <li>A paced load must achieve {@value #LEAST_RATE} % of its target rate: completed operations
 *       over {@link Count#COMPLETION_TIME}.
 *   <li>Nor may its backlog grow, by which a load shows that is not sustained, however long a queue
 *       hides it: the operations that were due and had not ended, as medians over the first and the
 *       last third of the schedule, may not be {@value #GROWTH} times as many at last and more by
 *       {@value #LEAST_GROWTH} and by {@value #GROWN_PERCENT} % of all.
 *   <li>No operation may fail, have a wrong answer, be lost or arrive twice. Reordering is counted,
 *       and no fault by itself.
 *   <li>The warm-up must have settled: the median service time of the first third of the measured
 *       time may be at most {@value #SETTLED} times that of the last third, where both have at
 *       least {@value #SETTLED_SAMPLES} operations, and its p99 at most {@value #SETTLED_TAIL}
 *       times, where both have enough for a p99. Less is what a scheduler does that runs client and
 *       server side by side or in turn, and what single stalls do to a tail. Only a slow beginning
 *       is a sign of warming up; a slow end is not. A saturated load has no tail to judge: each of
 *       its operations stands with the mean of those around it.
 *   <li>The client of a paced load may take at most {@value #MOST_CPU} % of the time of all
 *       processors, and none of its threads more than that of one: with more, it cannot be told
 *       whose latency is measured.
 * </ul>
 */
public final class Validity {
  private static final double LEAST_RATE = 99.0;
  private static final double SETTLED = 2.0;
  private static final int SETTLED_SAMPLES = 100;
  private static final double SETTLED_TAIL = 10.0;
  private static final long TAIL_SAMPLES = Metric.P99.samplesNeeded();
  static final double MOST_CPU = 90.0;
  private static final double GROWTH = 2.0;
  private static final long LEAST_GROWTH = 10;

  /** Between the middles of both thirds lie two thirds of all operations. */
  private static final double GROWN_PERCENT = 0.25;

  private Validity() {}

  /**
   * Why a round may not be used; empty if it may.
   *
   * @param round as measured
   * @param processors that the client could use
   */
  public static Optional<Fault> fault(Round round, int processors) {
    if (round.operations() == 0 && round.counts().orZero(Count.STARTED) == 0) {
      return Optional.of(Fault.of(Warning.NOTHING_MEASURED));
    }
    List<Finding> faults = new ArrayList<>();
    addCount(faults, round, Count.WRONG, Warning.WRONG_ANSWERS);
    addCount(faults, round, Count.LOST, Warning.MESSAGES_LOST);
    addCount(faults, round, Count.DUPLICATED, Warning.MESSAGES_DUPLICATED);
    addCount(faults, round, Count.FAILED, Warning.OPERATIONS_FAILED);
    if (round.series().targetRate().isPresent()) {
      addRate(faults, round, round.series().targetRate().getAsDouble());
      addBacklog(faults, round);
      addCpu(faults, round, Count.CLIENT_CPU_TIME, processors, Warning.CLIENT_SATURATED);
      addCpu(faults, round, Count.CLIENT_THREAD_TIME, 1, Warning.CLIENT_THREAD_SATURATED);
    }
    addSettling(faults, round, Warning.NOT_SETTLED, 50, SETTLED_SAMPLES, SETTLED);
    if (round.series().load() != Load.SATURATED) {
      addSettling(faults, round, Warning.TAIL_NOT_SETTLED, 99, TAIL_SAMPLES, SETTLED_TAIL);
    }
    return faults.isEmpty() ? Optional.empty() : Optional.of(new Fault(faults, ""));
  }

  private static void addCount(List<Finding> faults, Round round, Count count, Warning warning) {
    long number = round.counts().orZero(count);
    if (number > 0) {
      long all = Math.max(number, round.counts().orZero(Count.STARTED));
      faults.add(Finding.of(warning, (double) number, (double) all));
    }
  }

  private static void addRate(List<Finding> faults, Round round, double target) {
    double percent = round.operations() == 0 ? 0 : 100.0 * round.throughput() / target;
    if (percent < LEAST_RATE) {
      faults.add(Finding.of(Warning.RATE_MISSED, percent));
    }
  }

  private static void addBacklog(List<Finding> faults, Round round) {
    long first = round.counts().orZero(Count.BACKLOG_FIRST);
    long last = round.counts().orZero(Count.BACKLOG_LAST);
    double most = GROWN_PERCENT / 100 * round.counts().orZero(Count.SCHEDULED);
    if (last >= GROWTH * first && last - first > Math.max(LEAST_GROWTH, most)) {
      faults.add(Finding.of(Warning.BACKLOG_GREW, (double) first, (double) last));
    }
  }

  private static void addCpu(
      List<Finding> faults, Round round, Count taken, int processors, Warning warning) {
    long nanos = round.counts().orZero(Count.COMPLETION_TIME);
    double percent = 100.0 * round.counts().orZero(taken) / ((double) nanos * processors);
    if (nanos > 0 && percent > MOST_CPU) {
      faults.add(Finding.of(warning, percent));
    }
  }

  private static void addSettling(
      List<Finding> faults,
      Round round,
      Warning warning,
      double percentile,
      long samples,
      double most) {
    Optional<Histogram> early = enough(round, HistogramKind.EARLY, samples);
    Optional<Histogram> late = enough(round, HistogramKind.LATE, samples);
    if (early.isEmpty() || late.isEmpty()) {
      return;
    }
    double first = Numbers.micros((double) early.get().getValueAtPercentile(percentile));
    double last = Numbers.micros((double) late.get().getValueAtPercentile(percentile));
    if (first > most * last) {
      faults.add(Finding.of(warning, first, last));
    }
  }

  private static Optional<Histogram> enough(Round round, HistogramKind kind, long samples) {
    return round.histogram(kind).filter(one -> one.getTotalCount() >= samples);
  }
}
