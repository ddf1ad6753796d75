package plumbline.result;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * The conditions that every row of a run carries.
 *
 * @param run the name of the run
 * @param started when it started
 * @param commit git commit of the working directory, or empty
 * @param plan the name of the plan
 * @param java the JVM of the forks
 * @param host the name of the machine
 * @param servers provider and its conditions by series, empty where no server takes part
 * @param promise what an acknowledgement promises, by series; empty where the benchmark does not
 *     ask
 * @param serverVersion product and version by series, or empty
 * @param client client library and version by series, or empty
 */
public record RowContext(
    String run,
    Instant started,
    String commit,
    String plan,
    String java,
    String host,
    Function<Series, String> servers,
    Function<Series, Optional<Promise>> promise,
    Function<Series, String> serverVersion,
    Function<Series, String> client) {

  /** What a row carries, for further rows of its series. */
  public static RowContext of(Row row) {
    return new RowContext(
        row.run(),
        row.started(),
        row.commit(),
        row.plan(),
        row.java(),
        row.host(),
        series -> row.servers(),
        series -> row.promise(),
        series -> row.serverVersion(),
        series -> row.clientVersion());
  }
}
