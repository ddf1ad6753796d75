package plumbline.result;

import java.util.Arrays;
import java.util.Collection;
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
  public static Collection<String> params() {
    return PARAMS;
  }

  /**
   * The promise of a series, if it asked for one.
   *
   * @param servers what the column of its rows says, such as {@code processes flush=os}
   */
  public static Optional<Promise> of(Series series, String servers) {
    if (!isAskedFor(series)) {
      return Optional.empty();
    }
    Set<Promise> found = in(servers);
    return Optional.of(found.size() == 1 ? found.iterator().next() : Promise.UNKNOWN);
  }

  /** Whether a series was measured for the sake of what its server promises. */
  public static boolean isAskedFor(Series series) {
    return series.params().keySet().stream().anyMatch(PARAMS::contains);
  }

  /** Whether a text has a parameter by which a promise is asked for, such as a brief regime. */
  public static boolean isAskedFor(String text) {
    return words(text).stream()
        .anyMatch(word -> PARAMS.stream().anyMatch(name -> word.startsWith(name + "=")));
  }

  /**
   * The promises that conditions of servers give: one for a row, more for a text about several;
   * none where a server does not tell.
   */
  public static Set<Promise> in(String conditions) {
    Set<Promise> found = EnumSet.noneOf(Promise.class);
    for (String word : words(conditions)) {
      WORDS.forEach(
          (promise, pattern) -> {
            if (pattern.matcher(word).matches()) {
              found.add(promise);
            }
          });
    }
    return found;
  }

  private static List<String> words(String text) {
    return Arrays.asList(text.split("[ ,]+"));
  }
}
