package plumbline.bench.memcached;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * A Memcached that knows what the benchmarks ask it, in the text protocol and by meta commands. Up
 * to some answer it does right.
 */
final class FakeMemcached implements AutoCloseable {
  /** What it does then. */
  enum Fault {
    /** Of each value one byte is another one, and counters leave out numbers. */
    LIES,
    /** It is gone. */
    DIES
  }

  private final ServerSocket server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
  private final Fault fault;
  private final long from;
  private final Map<String, byte[]> values = new HashMap<>();
  private long counter;
  private long answers;

  /**
   * Starts it.
   *
   * @param from the number of the first answer that is not right, a value or a counter, from 1
   */
  FakeMemcached(Fault fault, long from) throws IOException {
    this.fault = fault;
    this.from = from;
    Thread thread = new Thread(this::accept, "fake-memcached");
    thread.setDaemon(true);
    thread.start();
  }

  String address() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  private void accept() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        socket.setTcpNoDelay(true);
        serve(new BufferedInputStream(socket.getInputStream()), socket.getOutputStream());
      } catch (IOException e) {
        // The client left, the server died or the test is over: the test judges what came of it.
      }
    }
  }

  private void serve(InputStream in, OutputStream out) throws IOException {
    while (true) {
      String[] words = line(in).split(" ");
      switch (words[0]) {
        case "mn" -> out.write(bytes("MN\r\n"));
        case "ms" -> {
          store(words[1], words[2], in);
          out.write(bytes("HD\r\n"));
        }
        case "set" -> {
          store(words[1], words[4], in);
          out.write(bytes("STORED\r\n"));
        }
        case "mg" -> out.write(framed("VA ", value(values.get(words[1])), ""));
        case "get" -> {
          // A client may ask for a key of its own when it connects.
          byte[] value = values.get(words[1]);
          out.write(
              value == null
                  ? bytes("END\r\n")
                  : framed("VALUE " + words[1] + " 0 ", value(value), "END\r\n"));
        }
        case "ma" -> out.write(framed("VA ", bytes(Long.toString(count())), ""));
        case "incr" -> out.write(bytes(count() + "\r\n"));
        case "md" -> out.write(bytes("HD\r\n"));
        case "delete" -> out.write(bytes("DELETED\r\n"));
        default -> out.write(bytes("ERROR\r\n"));
      }
    }
  }

  private void store(String key, String length, InputStream in) throws IOException {
    values.put(key, in.readNBytes(Integer.parseInt(length)));
    in.readNBytes(2);
  }

  private boolean isFaulty() throws IOException {
    if (++answers < from) {
      return false;
    }
    if (fault == Fault.DIES) {
      server.close();
      throw new IOException("dies");
    }
    return true;
  }

  private byte[] value(byte[] stored) throws IOException {
    byte[] value = stored.clone();
    if (isFaulty()) {
      value[value.length / 2] ^= 1;
    }
    return value;
  }

  private long count() throws IOException {
    counter += isFaulty() ? 2 : 1;
    return counter;
  }

  private static byte[] framed(String front, byte[] value, String end) throws IOException {
    ByteArrayOutputStream reply = new ByteArrayOutputStream();
    reply.write(bytes(front + value.length + "\r\n"));
    reply.write(value);
    reply.write(bytes("\r\n" + end));
    return reply.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the client closed the connection");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
