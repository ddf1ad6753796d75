package plumbline.bench.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A thread that sends back over loopback TCP what one client sends. */
final class EchoServer implements AutoCloseable {
  private final ServerSocket server;

  /** Listens on a free port, and starts the thread. */
  EchoServer() throws IOException {
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    Thread echo = new Thread(this::echo, "echo");
    echo.setDaemon(true);
    echo.start();
  }

  InetSocketAddress address() {
    return (InetSocketAddress) server.getLocalSocketAddress();
  }

  private void echo() {
    byte[] buffer = new byte[64 * 1024];
    try (Socket peer = server.accept()) {
      peer.setTcpNoDelay(true);
      InputStream from = peer.getInputStream();
      OutputStream to = peer.getOutputStream();
      for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
        to.write(buffer, 0, count);
      }
    } catch (IOException e) {
      // The other side notices: its read ends or times out, which fails the round.
      System.err.println("the echo ended: " + e.getMessage());
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
