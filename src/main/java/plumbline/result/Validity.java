package plumbline.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.HdrHistogram.Histogram;
import plumbline.load.Load;

/**
 * Whether a round may be used, by what was measured in it alone. A round that may not says why,
 * with all its warnings.
 *
 * <ul>
 *   <li>A paced load must achieve {@value #LEAST_RATE} % of its target rate: completed operations
 *       over {@link Count#COMPLETION_TIME}.
 *   <li>No operation may fail, have a wrong answer, be lost or arrive twice. Reordering is counted,
 *       and no fault by itself.
 *   <li>The warm-up must have settled: the median service time of the first third of the measured
 *       time may be at most {@value #SETTLED} times that of the last third, where both have at
 *       least {@value #SETTLED_SAMPLES} operations, and its p99 at most {@value #SETTLED_TAIL}
 *       times, where both have at least {@value #TAIL_SAMPLES}. Less is what a scheduler does that
 *       runs client and server side by side or in turn, and what single stalls do to a tail. Only a
 *       slow beginning is a sign of warming up; a slow end is not. A saturated load has no tail to
 *       judge: each of its operations stands with the mean of those around it.
 *   <li>The client of a paced load may take at most {@value #MOST_CPU} % of the time of all
 *       processors: with more, it cannot be told whose latency is measured.
 * </ul>
 */
public final class Validity {
  private static final double LEAST_RATE = 99.0;
  private static final double SETTLED = 2.0;
  private static final int SETTLED_SAMPLES = 100;
  private static final double SETTLED_TAIL = 10.0;
  private static final long TAIL_SAMPLES = Metric.P99.samplesNeeded();
  private static final double MOST_CPU = 90.0;

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
      addCpu(faults, round, processors);
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

  private static void addCpu(List<Finding> faults, Round round, int processors) {
    OptionalLong cpu = round.counts().get(Count.CLIENT_CPU_TIME);
    long nanos = round.counts().orZero(Count.COMPLETION_TIME);
    if (cpu.isEmpty() || nanos == 0) {
      return;
    }
    double percent = 100.0 * cpu.getAsLong() / ((double) nanos * processors);
    if (percent > MOST_CPU) {
      faults.add(Finding.of(Warning.CLIENT_SATURATED, percent));
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
