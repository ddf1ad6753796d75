package plumbline.system.spi;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a server says about itself.
 *
 * @param product as it calls itself
 * @param version such as {@code 4.3.1}
 * @param versionSource how the version was learnt
 * @param conditions what belongs beside every figure, such as {@code persistence=none}
 * @param configuration effective configuration, without secrets
 */
public record Identity(
    String product,
    String version,
    String versionSource,
    SortedMap<String, String> conditions,
    SortedMap<String, String> configuration) {
  public Identity {
    conditions = Collections.unmodifiableSortedMap(new TreeMap<>(conditions));
    configuration = Collections.unmodifiableSortedMap(new TreeMap<>(configuration));
  }
}
