package plumbline.result;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What has become of a write when it is acknowledged, by the configuration of the server that
 * acknowledges it. It is a promise of that server alone: none of these is about other machines.
 */
public enum Promise {
  /** It is in the memory of the server's process, and gone with it. */
  MEMORY("in memory only", "in memory"),
  /** It was handed to the operating system, so it outlives the process and not the machine. */
  PROCESS("acknowledged and survives a process kill", "survives a kill"),
  /** It was forced to the disk. */
  DISK("acknowledged and on disk", "on disk");

  /** The parameters by which a benchmark asks for a promise. */
  private static final Set<String> PARAMS = Set.of("persistence", "flushMessages");

  private static final String REDIS = "persistence=";
  private static final String KAFKA = "flush=";

  private final String text;
  private final String brief;

  Promise(String text, String brief) {
    this.text = text;
    this.brief = brief;
  }

  /** In words. */
  public String text() {
    return text;
  }

  /** In few words, for the head of a column. */
  public String brief() {
    return brief;
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

  /** The parameters by which a benchmark asks for a promise. */
  public static Collection<String> params() {
    return PARAMS;
  }

  /**
   * The promises that conditions of servers give, such as {@code processes persistence=aof-always}:
   * one for a row, more for a text about several; none where a server does not tell.
   */
  public static Set<Promise> in(String conditions) {
    Set<Promise> found = EnumSet.noneOf(Promise.class);
    words(conditions).forEach(word -> of(word).ifPresent(found::add));
    return found;
  }

  private static List<String> words(String text) {
    return Arrays.asList(text.split("[ ,]+"));
  }

  private static Optional<Promise> of(String word) {
    if (word.startsWith(REDIS)) {
      return ofRedis(word.substring(REDIS.length()));
    }
    return word.startsWith(KAFKA) ? ofKafka(word.substring(KAFKA.length())) : Optional.empty();
  }

  /** A snapshot now and then promises nothing of what came after it. */
  private static Optional<Promise> ofRedis(String persistence) {
    if (persistence.startsWith("aof-always")) {
      return Optional.of(DISK);
    }
    if (persistence.startsWith("aof-")) {
      return Optional.of(PROCESS);
    }
    return persistence.equals("none") || persistence.equals("rdb")
        ? Optional.of(MEMORY)
        : Optional.empty();
  }

  private static Optional<Promise> ofKafka(String flush) {
    if (flush.equals("every-1")) {
      return Optional.of(DISK);
    }
    return flush.equals("os") || flush.startsWith("every-")
        ? Optional.of(PROCESS)
        : Optional.empty();
  }
}
