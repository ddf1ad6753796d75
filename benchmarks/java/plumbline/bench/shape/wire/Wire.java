package plumbline.bench.shape.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

/** A bare blocking socket: bytes go out, bytes come in. For one thread. */
public final class Wire implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 10_000;

  /** Longer than a batch's replies take to begin, and short beside any stall. */
  private static final long ACTIVE_WAIT_NANOS = 200_000;

  private final String server;
  private final Socket socket;
  private final OutputStream out;
  private final InputStream in;
  private final Patience patience;
  private boolean waitsActively;

  private Wire(String server, Socket socket) throws IOException {
    this.server = server;
    this.socket = socket;
    out = socket.getOutputStream();
    in = socket.getInputStream();
    patience = new Patience(socket);
  }

  /**
   * Connects. After 10 s without an answer the server counts as gone.
   *
   * @param server what messages call it
   * @param socket not connected yet
   */
  public static Wire connect(String server, Socket socket, InetSocketAddress address)
      throws IOException {
    socket.setTcpNoDelay(true);
    socket.connect(address, PATIENCE_MILLIS);
    return new Wire(server, socket);
  }

  /** What messages call the server. */
  String server() {
    return server;
  }

  /**
   * From now on waits actively at first, for up to 200 µs, because a thread that sleeps is woken
   * late, which with small batches would be most of the time. With TLS nothing changes, since what
   * came is only seen by reading it; nor with one processor, where who waits actively keeps the
   * server from answering.
   */
  void waitActively() {
    waitsActively =
        !(socket instanceof SSLSocket) && Runtime.getRuntime().availableProcessors() > 1;
  }

  /** Sends bytes and waits for no reply. */
  public void send(byte[] bytes, int length) throws IOException {
    out.write(bytes, 0, length);
  }

  /**
   * Reads what has arrived, and waits if that is nothing.
   *
   * @param length in bytes, how many at most
   * @return the number of bytes, at least 1
   * @throws EOFException if the server closed the connection
   */
  int receive(byte[] target, int offset, int length) throws IOException {
    if (waitsActively) {
      long start = System.nanoTime();
      while (in.available() == 0 && System.nanoTime() - start < ACTIVE_WAIT_NANOS) {
        Thread.onSpinWait();
      }
    }
    int count = read(target, offset, length);
    if (count < 0) {
      throw new EOFException(server + " closed the connection");
    }
    return count;
  }

  private int read(byte[] target, int offset, int length) throws IOException {
    try {
      patience.begin();
      int count = in.read(target, offset, length);
      patience.end();
      return count;
    } catch (IOException e) {
      throw patience.reason(e, server);
    }
  }

  @Override
  public void close() throws IOException {
    patience.close();
    socket.close();
  }
}
