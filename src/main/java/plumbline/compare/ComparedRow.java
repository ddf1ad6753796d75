package plumbline.compare;

import plumbline.statistics.MedianInterval;

/**
 * A figure of two sides.
 *
 * @param side what the new side is called: {@code NEW}, or {@code NEW 2} and so on
 * @param figure what it is
 * @param observation what was compared
 * @param base the observations of the base
 * @param changed the observations of the new side
 * @param change new over base: the Hodges-Lehmann estimate
 * @param p of the Mann-Whitney test, two-sided, and never below what so many rounds can give
 * @param adjusted the same after Holm's correction; 1 if the row was not tested
 * @param verdict what follows
 * @param needed observations on each side from which on a difference could be significant, if the
 *     verdict is {@link Verdict#UNKNOWN}; else 0
 */
public record ComparedRow(
    String side,
    Figure figure,
    Observation observation,
    Observations base,
    Observations changed,
    Change change,
    double p,
    double adjusted,
    Verdict verdict,
    int needed) {

  /**
   * The observations of one side, in the metric's unit.
   *
   * @param count observations: rounds, or starts of the servers
   * @param median with its interval of 95 % or more, or the range if there are fewer than 6
   */
  public record Observations(int count, MedianInterval median) {

    /** Whether the interval covers what it should. */
    public boolean hasInterval() {
      return median.coverage() >= Comparer.CONFIDENCE;
    }
  }

  /**
   * A ratio, 1 for no change; infinite if most observations of the new side missed their rate, and
   * 0 if most of the base did.
   *
   * @param ratio the estimate
   * @param low lower end of the interval
   * @param high upper end of the interval
   * @param level coverage of the interval
   */
  public record Change(double ratio, double low, double high, double level) {

    /** Whether there are enough rounds for an interval of 95 %. */
    public boolean hasInterval() {
      return level >= Comparer.CONFIDENCE;
    }

    /** Whether it is a number, and so is its interval. */
    boolean isFinite() {
      return low > 0 && Double.isFinite(high);
    }

    /** As a share: 0.1 for 10 % more. */
    public double share() {
      return ratio - 1;
    }
  }

  /** How much worse the new side may still be: the factor at the bad end of the interval. */
  public double worstNotExcluded() {
    return figure.metric().lowerIsBetter() ? change.high() : 1 / change.low();
  }

  /** How much worse the new side is: a factor, above 1 if worse, whichever way is better. */
  public double worsening() {
    return figure.metric().lowerIsBetter() ? change.ratio() : 1 / change.ratio();
  }
}
