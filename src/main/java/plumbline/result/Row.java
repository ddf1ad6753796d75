package plumbline.result;

import java.util.List;
import java.util.OptionalInt;

/**
 * One row of {@code results.csv}: one metric of one series in one round, or of all rounds merged.
 *
 * @param context what all rows of its run carry
 * @param subject what was measured, and under which conditions
 * @param round 1 and up; empty for the merged histogram of all rounds ({@code all} in the file)
 * @param metric which figure this is
 * @param value the figure in the metric's unit; NaN for {@link Metric#FAILURE}
 * @param samples operations behind the figure; for pauses, observed wake-ups
 * @param valid whether the figure may be used
 * @param warnings why it may not, or what marks it; empty otherwise
 * @param reason why it may not where no warning says it, such as how a fork failed; else empty
 */
public record Row(
    RowContext context,
    Subject subject,
    OptionalInt round,
    Metric metric,
    double value,
    long samples,
    boolean valid,
    List<Finding> warnings,
    String reason) {

  public Row {
    warnings = List.copyOf(warnings);
  }

  /** What was measured. */
  public Series series() {
    return subject.series();
  }

  /** Whether a warning says why it may not be used, or marks it. */
  public boolean has(Warning warning) {
    return Finding.has(warnings, warning);
  }

  /** Whether anything restricts it. */
  public boolean isMarked() {
    return !warnings.isEmpty() || !reason.isEmpty();
  }

  /** Whether this is a figure of all rounds merged. */
  public boolean isMerged() {
    return round.isEmpty();
  }
}
