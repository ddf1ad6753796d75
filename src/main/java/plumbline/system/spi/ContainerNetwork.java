package plumbline.system.spi;

import java.util.Locale;

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
}
