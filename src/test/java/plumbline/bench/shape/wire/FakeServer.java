package plumbline.bench.shape.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A server for one connection, which says what a test tells it to, in pieces. */
public final class FakeServer implements AutoCloseable {
  /** Odd, so that replies are cut anywhere. */
  private static final int PIECE = 7919;

  private static final int PATIENCE_MILLIS = 10_000;

  private final ServerSocket server;
  private Socket peer;

  /** Listens on a free port of this machine. */
  public FakeServer() throws IOException {
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    server.setSoTimeout(PATIENCE_MILLIS);
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return (InetSocketAddress) server.getLocalSocketAddress();
  }

  /** Accepts the connection that was made. */
  public void accept() throws IOException {
    peer = server.accept();
    peer.setTcpNoDelay(true);
  }

  /** Sends replies, and then nothing more: the connection ends. Does not wait. */
  public void answer(String latin1) {
    byte[] bytes = latin1.getBytes(StandardCharsets.ISO_8859_1);
    start(
        () -> {
          send(bytes);
          peer.shutdownOutput();
        });
  }

  /** Sends a piece of a reply and leaves the connection open. Does not wait. */
  public void answerAndGoOn(String latin1) {
    byte[] bytes = latin1.getBytes(StandardCharsets.ISO_8859_1);
    start(() -> send(bytes));
  }

  private void send(byte[] bytes) throws IOException {
    OutputStream out = peer.getOutputStream();
    for (int i = 0; i < bytes.length; i += PIECE) {
      out.write(bytes, i, Math.min(PIECE, bytes.length - i));
    }
  }

  private interface Task {
    void run() throws IOException;
  }

  private static void start(Task task) {
    Thread thread =
        new Thread(
            () -> {
              try {
                task.run();
              } catch (IOException e) {
                // The reader has gone, or reads too little: what it makes of it is what a test
                // asks.
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  /** All that the client sends until it closes its connection. */
  public byte[] received() {
    try {
      return peer.getInputStream().readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    if (peer != null) {
      peer.close();
    }
    server.close();
  }
}
