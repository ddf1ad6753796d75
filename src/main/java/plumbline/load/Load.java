package plumbline.load;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How operations are sent. Results of different kinds are never mixed in one row or one claim. */
public enum Load {
  /** A fixed number in flight, the next when one ends: what is measured is service time. */
  CLOSED,
  /** At a target rate whatever the server does: response time, from the intended send time. */
  PACED,
  /** As fast as the window allows: throughput is the result, latency is queueing. */
  SATURATED;

  /** The name used in files: lower case. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads what {@link #text()} wrote; anything else is an IllegalArgumentException. */
  public static Load of(String text) {
    for (Load load : values()) {
      if (load.text().equals(text)) {
        return load;
      }
    }
    List<String> known = Arrays.stream(values()).map(Load::text).toList();
    throw new IllegalArgumentException(
        "no such load: " + text + "; known: " + String.join(", ", known));
  }
}
