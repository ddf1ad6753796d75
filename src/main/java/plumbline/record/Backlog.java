package plumbline.record;

import java.util.Map;
import org.HdrHistogram.Histogram;
import plumbline.result.Count;

/**
 * How many operations of a schedule were due and had not ended, at the sends of its first and of
 * its last third. Medians, so that a stall is not taken for a load that is not sustained.
 */
final class Backlog {
  /** More than is due in a second at any rate that a pacer keeps. */
  private static final long MOST = 10_000_000;

  private static final int DIGITS = 2;
  private static final double MEDIAN = 50;

  private final Histogram first = new Histogram(MOST, DIGITS);
  private final Histogram last = new Histogram(MOST, DIGITS);

  /**
   * An operation is sent.
   *
   * @param third of the schedule that it belongs to, from 0
   * @param open operations that are due and have not ended
   */
  void record(int third, long open) {
    long counted = Math.min(MOST, Math.max(0, open));
    if (third == 0) {
      first.recordValue(counted);
    } else if (third == Thirds.THIRDS - 1) {
      last.recordValue(counted);
    }
  }

  /** Both medians; 0 for a third in which nothing was sent. */
  Map<Count, Long> counts() {
    return Map.of(
        Count.BACKLOG_FIRST, first.getValueAtPercentile(MEDIAN),
        Count.BACKLOG_LAST, last.getValueAtPercentile(MEDIAN));
  }
}
