package plumbline.system.spi;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where clients find a server.
 *
 * @param endpoints what they need to connect, in the system's own words; may hold passwords. It is
 *     what {@link plumbline.system.endpoint.Endpoints#of} gives to a benchmark.
 * @param display the address without user and password
 */
public record Address(SortedMap<String, String> endpoints, String display) {
  public Address {
    endpoints = Collections.unmodifiableSortedMap(new TreeMap<>(endpoints));
  }

  /** An address that is all that clients need. */
  public static Address of(String key, String address) {
    return new Address(new TreeMap<>(Map.of(key, address)), address);
  }

  /** The address alone: what else clients need may be secret. */
  @Override
  public String toString() {
    return display;
  }
}
