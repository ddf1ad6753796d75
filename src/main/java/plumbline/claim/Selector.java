package plumbline.claim;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonFormat.Feature;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import plumbline.input.Quantity;
import plumbline.input.Suggestion;
import plumbline.input.WrongKeyException;
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
 * @param params by name; a series without that parameter does not match, except that {@code keys}
 *     is 1 where it is not said
 * @param load kinds of load; empty for {@code closed}
 * @param payload bytes, with a unit or without: {@code 10 KiB}, {@code 10240}
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
    payload =
        payload.map(
            globs ->
                new Globs(
                    globs.patterns().stream()
                        .map(text -> Quantity.bytes(text, "payload"))
                        .toList()));
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
                    series.param(param.getKey()).filter(param.getValue()::matches).isPresent());
  }

  /**
   * Checks that this can select something.
   *
   * @param known all that can be or was measured
   * @throws WrongKeyException if a name in it matches nothing, or nothing matches it as a whole
   */
  void check(Collection<Measurable> known) {
    benchmark.ifPresent(globs -> check("benchmark", globs, known, Measurable::benchmark));
    system.ifPresent(globs -> check("system", globs, known, Measurable::system));
    operation.ifPresent(globs -> check("operation", globs, known, Measurable::operation));
    SortedSet<String> names = new TreeSet<>();
    known.forEach(one -> names.addAll(one.params()));
    for (String name : params.keySet()) {
      if (!names.contains(name)) {
        throw new WrongKeyException(
            "params: no benchmark has the parameter '" + name + "'; " + nearest(name, names),
            "params",
            name);
      }
    }
    if (known.stream().noneMatch(this::canMatch)) {
      String loads =
          load.isEmpty()
              ? Load.CLOSED.text()
              : String.join(" or ", load.stream().map(Load::text).toList());
      throw new WrongKeyException(
          "its keys each match a benchmark, but no benchmark matches all of them (load: "
              + loads
              + ")");
    }
  }

  private boolean canMatch(Measurable one) {
    return (load.isEmpty() ? one.load() == Load.CLOSED : load.contains(one.load()))
        && matches(benchmark, one.benchmark())
        && matches(system, one.system())
        && matches(operation, one.operation())
        && one.params().containsAll(params.keySet());
  }

  private static void check(
      String key, Globs globs, Collection<Measurable> known, Function<Measurable, String> name) {
    SortedSet<String> names = new TreeSet<>();
    known.forEach(one -> names.add(name.apply(one)));
    for (String glob : globs.patterns()) {
      if (names.stream().noneMatch(new Globs(List.of(glob))::matches)) {
        throw new WrongKeyException(
            key + ": '" + glob + "' matches nothing that can be measured; " + nearest(glob, names),
            key);
      }
    }
  }

  /** The name that holds the wrong one, such as a class without its method, or is close to it. */
  private static String nearest(String wrong, Collection<String> names) {
    String letters = wrong.replaceAll("[*?]", "").toLowerCase(Locale.ROOT);
    return names.stream()
        .filter(name -> !letters.isEmpty() && name.toLowerCase(Locale.ROOT).contains(letters))
        .findFirst()
        .or(() -> Suggestion.of(wrong, names))
        .map(name -> "did you mean " + name + "?")
        .orElseGet(() -> "known: " + String.join(", ", names));
  }

  private static boolean matches(Optional<Globs> globs, String text) {
    return globs.isEmpty() || globs.get().matches(text);
  }
}
