package plumbline.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/**
 * How much of a percentile something else than the usual work of the server explains. With more
 * than {@value #MOST} % by the client, the figure is marked, and a claim is only judged by what is
 * left of it.
 *
 * <ul>
 *   <li>Schedule lag, of a paced load: the lag at the same percentile, as a share of the response
 *       time.
 *   <li>Pauses of the garbage collector: the delay that they alone would give at that percentile,
 *       as {@link Pauses} counts it, as a share of the latency.
 * </ul>
 *
 * <p>A stall of the server is what an open loop is there to show, so it only marks the figures that
 * it alone explains by more than {@value #MOST_STALL} %: a stall is {@value #LEAST_STALL_MILLIS} ms
 * or more without any answer, and at least as long as {@value #LEAST_STALL_OPERATIONS} operations
 * of the schedule take to be due.
 *
 * <p>Maximum and mean are not marked: the longest of anything explains some part of a maximum.
 */
public final class ClientShare {
  private static final double MOST = 10.0;
  private static final double MOST_STALL = 50.0;
  private static final long LEAST_STALL_MILLIS = 500;
  private static final int LEAST_STALL_OPERATIONS = 20;
  private static final double WHOLE = 100.0;

  private ClientShare() {}

  /**
   * What marks a percentile of a round.
   *
   * @param metric a latency
   * @param micros its value
   */
  static List<Finding> marks(Round round, Metric metric, double micros) {
    List<Finding> marks = new ArrayList<>();
    double percentile = metric.percentile().orElse(WHOLE);
    if (percentile >= WHOLE || micros <= 0) {
      return marks;
    }
    recorded(round, HistogramKind.LAG)
        .map(lag -> Numbers.micros((double) lag.getValueAtPercentile(percentile)))
        .ifPresent(late -> addIfMuch(marks, Warning.SCHEDULE_LAG, late / micros));
    recorded(round, HistogramKind.GC)
        .map(gc -> Pauses.delayMicros(round, gc, 0, percentile))
        .ifPresent(delay -> addIfMuch(marks, Warning.GC_PAUSES, delay / micros));
    addStall(marks, round, percentile, micros);
    return marks;
  }

  private static Optional<Histogram> recorded(Round round, HistogramKind kind) {
    return round.histogram(kind).filter(one -> one.getTotalCount() > 0);
  }

  private static void addIfMuch(List<Finding> marks, Warning warning, double share) {
    if (percent(share) > MOST) {
      marks.add(Finding.of(warning, percent(share)));
    }
  }

  private static void addStall(List<Finding> marks, Round round, double percentile, double micros) {
    Optional<Histogram> gaps = recorded(round, HistogramKind.GAPS);
    if (gaps.isEmpty() || round.series().targetRate().isEmpty()) {
      return;
    }
    long gap = gaps.get().getMaxValue();
    double interval = Numbers.NANOS_PER_SECOND / round.series().targetRate().getAsDouble();
    double least =
        Math.max(
            LEAST_STALL_MILLIS * (double) Numbers.NANOS_PER_MILLI,
            LEAST_STALL_OPERATIONS * interval);
    if (gap < least) {
      return;
    }
    Histogram stall = Histograms.create();
    stall.recordValue(gap);
    double percent = percent(Pauses.delayMicros(round, stall, 0, percentile) / micros);
    if (percent > MOST_STALL) {
      marks.add(Finding.of(Warning.SERVER_STALLED, gap / Numbers.NANOS_PER_SECOND, percent));
    }
  }

  private static double percent(double share) {
    return Math.min(WHOLE, 100.0 * share);
  }

  /** How much of a row the client explains, in percent: what marks it added up, 0 to 100. */
  public static double percent(Row row) {
    return Math.min(
        WHOLE,
        row.warnings().stream()
            .filter(one -> isOfClient(one.warning()))
            .mapToDouble(one -> one.numbers().get(0))
            .sum());
  }

  /** Whether a warning says that the client explains a figure. */
  public static boolean isOfClient(Warning warning) {
    return warning == Warning.SCHEDULE_LAG || warning == Warning.GC_PAUSES;
  }

  /** Whether a row is marked because the client explains it. */
  public static boolean isMarked(Row row) {
    return row.valid() && row.warnings().stream().anyMatch(one -> isOfClient(one.warning()));
  }
}
