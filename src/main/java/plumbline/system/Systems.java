package plumbline.system;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import plumbline.problem.BadInputException;
import plumbline.result.Promise;
import plumbline.result.Series;
import plumbline.result.SystemFacts;
import plumbline.system.spi.ServerSystem;
import plumbline.system.spi.Setting;

/** The systems that can be measured: those that {@code ServiceLoader} finds. */
public final class Systems {
  private static final List<ServerSystem> ALL =
      ServiceLoader.load(ServerSystem.class).stream()
          .map(ServiceLoader.Provider::get)
          .sorted(Comparator.comparing(ServerSystem::id))
          .toList();

  private Systems() {}

  /** All systems by their ids, which is the order in which they are started. */
  public static List<ServerSystem> all() {
    return ALL;
  }

  /** The system of an id; empty if there is none, as for the machine itself. */
  public static Optional<ServerSystem> find(String id) {
    return ALL.stream().filter(system -> system.id().equals(id)).findFirst();
  }

  /** The system of an id; bad input, with those that there are, if there is none. */
  public static ServerSystem named(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new BadInputException(
                    "no such system: "
                        + id
                        + "; there are "
                        + ALL.stream().map(ServerSystem::id).collect(Collectors.joining(", "))));
  }

  /** System and operation of a series in prose; of a control as well, which is no system. */
  public static String nameOf(Series series) {
    return find(series.system())
        .map(ServerSystem::facts)
        .orElseGet(() -> SystemFacts.unwritten(series.system()))
        .nameOf(series);
  }

  /** By system, the values by parameter with which its benchmarks ask for a promise. */
  public static Map<String, Map<String, Set<String>>> asking(Promise promise) {
    Map<String, Map<String, Set<String>>> asking = new TreeMap<>();
    for (ServerSystem system : ALL) {
      system
          .asks()
          .forEach(
              (param, values) ->
                  values.forEach(
                      (value, asked) -> {
                        if (asked == promise) {
                          asking
                              .computeIfAbsent(system.id(), any -> new TreeMap<>())
                              .computeIfAbsent(param, any -> new TreeSet<>())
                              .add(value);
                        }
                      }));
    }
    return asking;
  }

  /** What the user can say of all of them. */
  public static List<Setting> settings() {
    return ALL.stream().flatMap(system -> system.settings().stream()).toList();
  }

  /** Their titles as part of a sentence. */
  public static String titles() {
    return enumerated(ALL.stream().map(ServerSystem::title).toList());
  }

  /** Words as part of a sentence: {@code A, B and C}. */
  public static String enumerated(List<String> words) {
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }
}
