package plumbline.result;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What has become of a write when it is acknowledged, by the configuration of the server that
 * acknowledges it. It is a promise of that server alone: none of these is about other machines.
 */
public enum Promise {
  /** It is in the memory of the server's process, and gone with it. */
  MEMORY,
  /** It was handed to the operating system, so it outlives the process and not the machine. */
  PROCESS,
  /** It was forced to the disk. */
  DISK,
  /** The server does not tell its configuration. */
  UNKNOWN;

  /** The name in files: lower case, such as {@code disk}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads what {@link #id()} wrote.
   *
   * @throws IllegalArgumentException if there is no such promise; the message lists those there are
   */
  public static Promise of(String id) {
    List<String> known = Arrays.stream(values()).map(Promise::id).toList();
    if (!known.contains(id)) {
      throw new IllegalArgumentException(
          "no such promise: " + id + "; there are " + String.join(", ", known));
    }
    return values()[known.indexOf(id)];
  }
}
