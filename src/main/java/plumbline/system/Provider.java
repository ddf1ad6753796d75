package plumbline.system;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import plumbline.problem.BadInputException;

/** Where servers come from. */
public enum Provider {
  /** Containers if an engine answers and has or gets the images, else processes. */
  AUTO,
  /** Containers of the official images. */
  CONTAINERS,
  /** Child processes of this program. */
  PROCESSES,
  /** Servers of the user's own, which are never stopped and only lose what this run made. */
  EXTERNAL;

  /** The name used on the command line and in files: lower case. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads what {@link #text()} wrote.
   *
   * @throws BadInputException if the text names no provider; the message lists those there are
   */
  public static Provider of(String text) {
    for (Provider provider : values()) {
      if (provider.text().equals(text)) {
        return provider;
      }
    }
    throw new BadInputException(
        "no such provider of servers: "
            + text
            + "; there are "
            + Arrays.stream(values()).map(Provider::text).collect(Collectors.joining(", ")));
  }
}
