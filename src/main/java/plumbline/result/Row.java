package plumbline.result;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One row of {@code results.csv}: one metric of one series in one round, or of all rounds merged.
 *
 * @param run the name of the run
 * @param started when the run started
 * @param commit git commit of the working directory, empty if there is none
 * @param plan the name of the plan
 * @param series what was measured
 * @param round 1 and up; empty for the merged histogram of all rounds ({@code all} in the file)
 * @param metric which figure this is
 * @param value the figure in the metric's unit; NaN for {@link Metric#FAILURE}
 * @param samples operations behind the figure; for pauses, observed wake-ups
 * @param valid whether the figure may be used
 * @param warnings why it may not, or what marks it; empty otherwise
 * @param reason why it may not where no warning says it, such as how a fork failed; else empty
 * @param servers the provider and its conditions, such as {@code processes persistence=none}; empty
 *     where no server takes part
 * @param promise what has become of a write when it is acknowledged, where the benchmark asks for
 *     it; empty elsewhere
 * @param serverVersion product and version as the server itself reports it, or empty
 * @param clientVersion the client library and its version, or {@code bare socket}, or empty
 * @param java the JVM of the forks, such as {@code OpenJDK 17.0.15+6}
 * @param host the name of the machine
 */
public record Row(
    String run,
    Instant started,
    String commit,
    String plan,
    Series series,
    OptionalInt round,
    Metric metric,
    double value,
    long samples,
    boolean valid,
    List<Finding> warnings,
    String reason,
    String servers,
    Optional<Promise> promise,
    String serverVersion,
    String clientVersion,
    String java,
    String host) {

  public Row {
    warnings = List.copyOf(warnings);
  }

  /** Whether a warning says why it may not be used, or marks it. */
  public boolean has(Warning warning) {
    return Finding.has(warnings, warning);
  }

  /** Whether anything restricts it. */
  public boolean isMarked() {
    return !warnings.isEmpty() || !reason.isEmpty();
  }

  /** What it is a figure of. */
  public Subject subject() {
    return new Subject(series, servers, promise, serverVersion, clientVersion);
  }

  /** The same figure under another series. */
  public Row with(Series other) {
    return new Row(
        run,
        started,
        commit,
        plan,
        other,
        round,
        metric,
        value,
        samples,
        valid,
        warnings,
        reason,
        servers,
        promise,
        serverVersion,
        clientVersion,
        java,
        host);
  }

  /** Whether this is a figure of all rounds merged. */
  public boolean isMerged() {
    return round.isEmpty();
  }
}
