package plumbline.system.spi;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import plumbline.problem.BadInputException;

/** Where servers come from. */
public enum Origin {
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
   * @throws BadInputException if the text names no origin; the message lists those there are
   */
  public static Origin of(String text) {
    for (Origin origin : values()) {
      if (origin.text().equals(text)) {
        return origin;
      }
    }
    throw new BadInputException(
        "no such provider of servers: "
            + text
            + "; there are "
            + Arrays.stream(values()).map(Origin::text).collect(Collectors.joining(", ")));
  }
}
