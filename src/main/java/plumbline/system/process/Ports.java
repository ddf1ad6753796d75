package plumbline.system.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import plumbline.problem.CannotMeasureException;

/**
 * Free ports on the loopback address. They lie below the ranges from which operating systems take
 * the local ports of connections (32768 on Linux, 49152 elsewhere), so that a server which restarts
 * on its port does not find a client's connection there.
 */
public final class Ports {
  private static final int LOWEST = 15_000;
  private static final int HIGHEST = 32_000;
  private static final int ATTEMPTS = 1_000;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Ports() {}

  /**
   * Different ports that were free a moment ago. Another process may take one before it is used:
   * then a server does not start, and the caller tries again with others.
   *
   * @throws CannotMeasureException if none are found
   */
  public static List<Integer> free(int count) {
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (int attempt = 0; held.size() < count && attempt < ATTEMPTS; attempt++) {
        hold(LOWEST + RANDOM.nextInt(HIGHEST - LOWEST), held);
      }
      if (held.size() < count) {
        throw new CannotMeasureException(
            "no free port on 127.0.0.1 between " + LOWEST + " and " + HIGHEST);
      }
      return held.stream().map(ServerSocket::getLocalPort).toList();
    } finally {
      held.forEach(Ports::release);
    }
  }

  private static void hold(int port, List<ServerSocket> held) {
    try {
      ServerSocket socket = new ServerSocket();
      held.add(socket);
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
    } catch (IOException e) {
      // Taken: the next attempt is another port.
      release(held.remove(held.size() - 1));
    }
  }

  private static void release(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new CannotMeasureException("cannot close a probing socket: " + e.getMessage(), e);
    }
  }
}
