package plumbline.claim;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonFormat.Feature;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import plumbline.load.Load;
import plumbline.result.Series;

/**
 * Which series a claim speaks about. A key that is left out matches all, except that only {@code
 * closed} loads match unless others are named: service times, response times and queueing are never
 * judged by the same claim by accident.
 *
 * @param benchmark simple class name and method
 * @param system id of a system or a control
 * @param operation {@code GET}, {@code round trip}, …
 * @param params by name; a series without that parameter does not match
 * @param load kinds of load; empty for {@code closed}
 * @param payload bytes
 */
public record Selector(
    Optional<Globs> benchmark,
    Optional<Globs> system,
    Optional<Globs> operation,
    Map<String, Globs> params,
    @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<Load> load,
    Optional<Globs> payload) {

  public Selector {
    params = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(params));
    load = List.copyOf(load);
  }

  /** Whether this selects a series. */
  public boolean matches(Series series) {
    return (load.isEmpty() ? series.load() == Load.CLOSED : load.contains(series.load()))
        && matches(benchmark, series.benchmark())
        && matches(system, series.system())
        && matches(operation, series.operation())
        && matches(payload, Integer.toString(series.payload()))
        && params.entrySet().stream()
            .allMatch(
                param ->
                    series.params().containsKey(param.getKey())
                        && param.getValue().matches(series.params().get(param.getKey())));
  }

  private static boolean matches(Optional<Globs> globs, String text) {
    return globs.isEmpty() || globs.get().matches(text);
  }
}
