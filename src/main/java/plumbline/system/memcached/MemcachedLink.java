package plumbline.system.memcached;

import com.spotify.folsom.guava.HostAndPort;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A connection for questions in the text protocol, beside the measuring. It is a bare socket,
 * because folsom, the client of the benchmarks, tries again and again where this has to say why
 * there is no answer.
 */
final class MemcachedLink implements AutoCloseable {
  private final Socket socket = new Socket();
  private final OutputStream out;
  private final BufferedReader in;

  /**
   * Connects.
   *
   * @param address host and port
   * @param limit for the connection and for each answer
   * @throws IOException if there is no connection
   */
  MemcachedLink(HostAndPort address, Duration limit) throws IOException {
    int millis = (int) Math.max(1, Math.min(limit.toMillis(), Integer.MAX_VALUE));
    boolean connected = false;
    try {
      socket.setSoTimeout(millis);
      socket.connect(new InetSocketAddress(address.getHostText(), address.getPort()), millis);
      out = socket.getOutputStream();
      in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      connected = true;
    } finally {
      if (!connected) {
        socket.close();
      }
    }
  }

  /**
   * What the server calls its version, such as {@code 1.6.18}.
   *
   * @throws ProtocolException if it answers something else; the message is the answer
   * @throws IOException if there is no answer
   */
  String version() throws IOException {
    send("version");
    return after("VERSION ", line());
  }

  /**
   * Statistics, by name.
   *
   * @param group such as {@code settings}; empty for the general ones
   * @throws ProtocolException if the answer is something else; the message is the answer
   * @throws IOException if there is no answer
   */
  SortedMap<String, String> stats(String group) throws IOException {
    send(("stats " + group).strip());
    SortedMap<String, String> values = new TreeMap<>();
    for (String line = line(); !line.equals("END"); line = line()) {
      String stat = after("STAT ", line);
      int space = stat.indexOf(' ');
      // Some values are empty.
      values.put(
          space < 0 ? stat : stat.substring(0, space), space < 0 ? "" : stat.substring(space + 1));
    }
    return values;
  }

  private static String after(String beginning, String line) throws ProtocolException {
    if (!line.startsWith(beginning)) {
      throw new ProtocolException(line);
    }
    return line.substring(beginning.length());
  }

  private void send(String command) throws IOException {
    out.write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  private String line() throws IOException {
    String line = in.readLine();
    if (line == null) {
      throw new EOFException("it closed the connection");
    }
    return line;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
