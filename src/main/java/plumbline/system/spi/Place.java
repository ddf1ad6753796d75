package plumbline.system.spi;

import java.util.List;

/**
 * Where a server is about to run.
 *
 * @param listen address on which it has to listen
 * @param host address at which this program's clients find it
 * @param ports that were free a moment ago, as many as its recipe wants; clients find the first
 */
public record Place(String listen, String host, List<Integer> ports) {
  public Place {
    ports = List.copyOf(ports);
  }

  /** The port of clients. */
  public int port() {
    return ports.get(0);
  }

  /** Host and port of clients, as they write them. */
  public String address() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port();
  }
}
