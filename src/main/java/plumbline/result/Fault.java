package plumbline.result;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why a round may not be used: warnings, or what a fork said when it failed.
 *
 * @param warnings what was seen
 * @param reason one line where it is none of these; else empty
 */
public record Fault(List<Finding> warnings, String reason) {
  public Fault {
    warnings = List.copyOf(warnings);
    if (warnings.isEmpty() && reason.isBlank()) {
      throw new IllegalArgumentException("a fault without a reason");
    }
  }

  /** Both as one; empty if there is neither. */
  static Optional<Fault> ifAny(List<Finding> warnings, String reason) {
    return warnings.isEmpty() && reason.isBlank()
        ? Optional.empty()
        : Optional.of(new Fault(warnings, reason));
  }

  /** Something that no warning stands for, such as the exception of a fork. */
  public static Fault of(String reason) {
    return new Fault(List.of(), reason);
  }

  /** A warning with its numbers. */
  public static Fault of(Warning warning, double... numbers) {
    return new Fault(List.of(Finding.of(warning, numbers)), "");
  }

  /** What else is wrong beside some warnings; empty if nothing is. */
  public Optional<Fault> without(Set<Warning> some) {
    return ifAny(
        warnings.stream().filter(finding -> !some.contains(finding.warning())).toList(), reason);
  }

  /** Whether this is one of its warnings. */
  public boolean has(Warning warning) {
    return Finding.has(warnings, warning);
  }

  /** Whether it has none but these warnings, and nothing else is wrong. */
  public boolean isOnlyOf(Set<Warning> some) {
    return reason.isEmpty()
        && warnings.stream().allMatch(finding -> some.contains(finding.warning()));
  }

  /** Whether nothing but {@link Warning#isDisturbance() disturbances} is wrong. */
  public boolean isDisturbance() {
    return reason.isEmpty()
        && warnings.stream().allMatch(finding -> finding.warning().isDisturbance());
  }

  /**
   * Whether all that is wrong is that the load could not be kept up, with other disturbances at
   * most: such a round was slower than those that kept their rate, and ranks behind them. One that
   * also failed says nothing about time.
   */
  public boolean isMissedRate() {
    return isDisturbance() && (has(Warning.RATE_MISSED) || has(Warning.BACKLOG_GREW));
  }

  /** This and what else is wrong. */
  public Fault and(Fault other) {
    return new Fault(
        Stream.concat(warnings.stream(), other.warnings.stream()).toList(),
        Stream.of(reason, other.reason)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("; ")));
  }

  /** For logs and files that hold one line: codes with their numbers, then the reason. */
  public String text() {
    return Stream.concat(warnings.stream().map(Finding::text), Stream.of(reason))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("; "));
  }
}
