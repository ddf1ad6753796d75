package plumbline.result;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.OptionalDouble;
import plumbline.load.Load;

/**
 * What figures are of: a series, and the conditions under which it was measured. Files have it
 * under the names of the columns of {@code results.csv}.
 *
 * @param series what was measured
 * @param servers the provider and its conditions; empty where no server takes part
 * @param promise what an acknowledgement promises, where the benchmark asks for it
 * @param serverVersion product and version of the server, or empty
 * @param clientVersion the client library and its version, or empty
 */
public record Subject(
    Series series,
    String servers,
    Optional<Promise> promise,
    String serverVersion,
    String clientVersion) {

  /** The same under the identity of another series. */
  public Subject with(Series other) {
    return new Subject(other, servers, promise, serverVersion, clientVersion);
  }

  /** As files have it. */
  record Columns(
      String benchmark,
      String params,
      String system,
      String operation,
      String load,
      @JsonProperty("in_flight") int inFlight,
      @JsonProperty("target_rate") OptionalDouble targetRate,
      int payload,
      String servers,
      String promise,
      @JsonProperty("server_version") String serverVersion,
      @JsonProperty("client_version") String clientVersion) {}

  @JsonValue
  Columns columns() {
    return new Columns(
        series.benchmark(),
        series.paramsText(),
        series.system(),
        series.operation(),
        series.load().text(),
        series.inFlight(),
        series.targetRate(),
        series.payload(),
        servers,
        promise.map(Promise::id).orElse(""),
        serverVersion,
        clientVersion);
  }

  /**
   * Reads what files have.
   *
   * @throws IllegalArgumentException if a column has a value that it cannot have
   */
  @JsonCreator
  static Subject of(Columns columns) {
    return new Subject(
        new Series(
            columns.benchmark,
            Series.parseParams(columns.params),
            columns.system,
            columns.operation,
            Load.of(columns.load),
            columns.inFlight,
            columns.targetRate,
            columns.payload),
        columns.servers,
        columns.promise.isEmpty() ? Optional.empty() : Optional.of(Promise.of(columns.promise)),
        columns.serverVersion,
        columns.clientVersion);
  }
}
