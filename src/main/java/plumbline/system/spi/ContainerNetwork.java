package plumbline.system.spi;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import plumbline.problem.BadInputException;

/** How clients on this machine reach a container. It is part of every figure. */
public enum ContainerNetwork {
  /** The container shares this machine's network: nothing lies between client and server. */
  HOST,
  /** The engine publishes a port, with a proxy or address translation on the way. */
  PUBLISHED;

  /** The name used on the command line and in files: lower case. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads what {@link #text()} wrote.
   *
   * @throws BadInputException if the text names no network; the message lists those there are
   */
  public static ContainerNetwork of(String text) {
    for (ContainerNetwork network : values()) {
      if (network.text().equals(text)) {
        return network;
      }
    }
    throw new BadInputException(
        "no such container network: "
            + text
            + "; there are "
            + Arrays.stream(values())
                .map(ContainerNetwork::text)
                .collect(Collectors.joining(", ")));
  }
}
