package plumbline.result;

import java.time.Instant;

/**
 * What every row of a run carries.
 *
 * @param run the name of the run
 * @param started when it started
 * @param commit git commit of the working directory, empty if there is none
 * @param plan the name of the plan
 * @param java the JVM of the forks, such as {@code OpenJDK 17.0.15+6}
 * @param host the name of the machine
 */
public record RowContext(
    String run, Instant started, String commit, String plan, String java, String host) {}
