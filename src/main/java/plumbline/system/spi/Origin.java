package plumbline.system.spi;

import java.util.Locale;

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

  /** Reads what {@link #text()} wrote. */
  public static Origin of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
