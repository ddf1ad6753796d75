package plumbline.result;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The promises of runs of schema 1 and 2, which did not write them down: they follow from words in
 * the column {@code servers} and from the parameters of benchmarks. The words are those that were
 * written then; newer ones do not belong here.
 */
public final class Schema2Promises {
  /** The parameters by which a benchmark asked for a promise. */
  private static final Set<String> PARAMS = Set.of("persistence", "flushMessages");

  /** A snapshot now and then promises nothing of what came after it. */
  private static final Map<Promise, Pattern> WORDS =
      Map.of(
          Promise.MEMORY, Pattern.compile("persistence=(none|rdb)"),
          Promise.PROCESS,
              Pattern.compile("persistence=aof-(?!always).*|flush=(os|every-(?!1$).*)"),
          Promise.DISK, Pattern.compile("persistence=aof-always.*|flush=every-1"));

  private Schema2Promises() {}

  /** The parameters by which a benchmark asked for a promise. */
  static List<String> params() {
    return List.copyOf(PARAMS);
  }

  /**
   * The promise of a series, if it asked for one.
   *
   * @param servers what the column of its rows says, such as {@code processes flush=os}
   */
  public static Optional<Promise> of(Series series, String servers) {
    if (Collections.disjoint(series.params().keySet(), PARAMS)) {
      return Optional.empty();
    }
    Set<Promise> found = in(servers);
    return Optional.of(found.size() == 1 ? found.iterator().next() : Promise.UNKNOWN);
  }

  private static Set<Promise> in(String conditions) {
    Set<Promise> found = EnumSet.noneOf(Promise.class);
    for (String word : conditions.split("[ ,]+")) {
      WORDS.forEach(
          (promise, pattern) -> {
            if (pattern.matcher(word).matches()) {
              found.add(promise);
            }
          });
    }
    return found;
  }
}
