package plumbline.history;

import java.util.List;
import java.util.Locale;

/**
 * How one metric of one benchmark went.
 *
 * @param column which
 * @param runs the entries of the history that have it, from 0
 * @param values theirs, in the unit of the metric
 * @param levels the medians between changes, one more than there are changes
 * @param changes in the order of time
 */
public record Trend(
    Tracked column,
    List<Integer> runs,
    List<Double> values,
    List<Double> levels,
    List<Step> changes) {

  public Trend {
    runs = List.copyOf(runs);
    values = List.copyOf(values);
    levels = List.copyOf(levels);
    changes = List.copyOf(changes);
  }

  /** What a change means. */
  public enum Effect {
    BETTER,
    WORSE,
    /** The level is the same: the values scatter in another way. */
    SPREAD;

    /** The word for people. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A change of level.
   *
   * @param run the first run after it, an entry of the history from 0
   * @param from the median of the values between the change before and this one
   * @param to the median of the values up to the next change
   * @param p how often chance alone would show so strong a change
   * @param effect what it means
   */
  public record Step(int run, double from, double to, double p, Effect effect) {
    /** The change as a share of the level before: 0.1 for 10 % more. */
    public double change() {
      return to / from - 1;
    }
  }
}
