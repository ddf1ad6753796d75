package plumbline.system.docker;

import java.net.InetAddress;
import java.net.UnknownHostException;
import plumbline.system.spi.ContainerNetwork;

/**
 * How a container is reached.
 *
 * @param network the kind
 * @param host address at which this program's clients find it
 */
public record Wiring(ContainerNetwork network, String host) {
  private static final String LOOPBACK = "127.0.0.1";
  private static final String EVERYWHERE = "0.0.0.0";

  /** A container that shares this program's network. */
  static Wiring ofHost() {
    return new Wiring(ContainerNetwork.HOST, LOOPBACK);
  }

  /** A container whose port the engine publishes at an address. */
  static Wiring published(String host) {
    // Servers and ports are IPv4 here, and the name may stand for an IPv6 address as well.
    return new Wiring(ContainerNetwork.PUBLISHED, host.equals("localhost") ? LOOPBACK : host);
  }

  /** The address on which the server itself listens, within its container. */
  public String listen() {
    return network == ContainerNetwork.HOST ? LOOPBACK : EVERYWHERE;
  }

  /** The address on which the engine publishes a port: no wider than clients need. */
  String publishOn() {
    try {
      return InetAddress.getByName(host).isLoopbackAddress() ? LOOPBACK : EVERYWHERE;
    } catch (UnknownHostException e) {
      // Clients may know it all the same, and then it is not this machine's loopback.
      return EVERYWHERE;
    }
  }
}
