package plumbline.bench;

import io.lettuce.core.RedisCredentials;
import io.lettuce.core.RedisURI;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Redis over a bare blocking socket: a command encoded beforehand is written, and the bytes of its
 * reply are read. It shows what the server can do without a client library. Lettuce only reads the
 * URI here.
 */
final class RedisWire implements AutoCloseable {
  private static final int PATIENCE_MILLIS = Math.toIntExact(Duration.ofSeconds(10).toMillis());

  /** Longer than a batch's replies take to begin, and short beside any stall. */
  private static final long ACTIVE_WAIT_NANOS = 200_000;

  private final Socket socket;
  private final OutputStream out;
  private final InputStream in;
  private final byte[] buffer = new byte[64 * 1024];
  private final boolean waitsActively;

  private RedisWire(Socket socket) throws IOException {
    this.socket = socket;
    this.out = socket.getOutputStream();
    this.in = socket.getInputStream();
    // What came with TLS is only seen by reading it. With one processor, who waits actively keeps
    // the server from answering.
    this.waitsActively =
        !(socket instanceof SSLSocket) && Runtime.getRuntime().availableProcessors() > 1;
  }

  /** Connects, with TLS, password and database if the URI asks for them. */
  static RedisWire open(String uri) throws IOException {
    RedisURI address = RedisURI.create(uri);
    Socket socket = address.isSsl() ? SSLSocketFactory.getDefault().createSocket() : new Socket();
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), PATIENCE_MILLIS);
    RedisWire wire = new RedisWire(socket);
    RedisCredentials credentials =
        address.getCredentialsProvider().resolveCredentials().block(Duration.ofSeconds(10));
    if (credentials != null && credentials.hasPassword()) {
      List<String> auth = new ArrayList<>(List.of("AUTH"));
      if (credentials.hasUsername()) {
        auth.add(credentials.getUsername());
      }
      auth.add(new String(credentials.getPassword()));
      wire.expectOk(auth);
    }
    if (address.getDatabase() != 0) {
      wire.expectOk(List.of("SELECT", Integer.toString(address.getDatabase())));
    }
    return wire;
  }

  /** A command in the Redis protocol, ready to be sent. */
  static byte[] encode(List<String> words) {
    StringBuilder command = new StringBuilder("*" + words.size() + "\r\n");
    for (String word : words) {
      // Latin-1 carries each byte of a payload as one character.
      int length = word.getBytes(StandardCharsets.ISO_8859_1).length;
      command.append('$').append(length).append("\r\n").append(word).append("\r\n");
    }
    return command.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /**
   * Sends a command and reads its reply up to a known length.
   *
   * @return the buffer with the reply, valid until the next call
   * @throws EOFException if the server closed the connection
   */
  byte[] exchange(byte[] command, int replyLength) throws IOException {
    out.write(command);
    int read = 0;
    while (read < replyLength) {
      int count = in.read(buffer, read, replyLength - read);
      if (count < 0) {
        throw new EOFException("Redis closed the connection");
      }
      read += count;
      if (buffer[0] == '-') {
        throw new WrongAnswerException(
            "Redis answered " + new String(buffer, 0, read, StandardCharsets.ISO_8859_1).strip());
      }
    }
    return buffer;
  }

  /**
   * Sends a command whose reply is an integer.
   *
   * @throws WrongAnswerException if it is something else
   */
  long exchangeInteger(byte[] command) throws IOException {
    out.write(command);
    int read = 0;
    while (read < 2 || buffer[read - 1] != '\n') {
      int count = in.read(buffer, read, buffer.length - read);
      if (count < 0) {
        throw new EOFException("Redis closed the connection");
      }
      read += count;
    }
    if (buffer[0] != ':') {
      throw new WrongAnswerException(
          "Redis answered " + new String(buffer, 0, read, StandardCharsets.ISO_8859_1).strip());
    }
    long value = 0;
    for (int i = 1; i < read - 2; i++) {
      value = value * 10 + (buffer[i] - '0');
    }
    return value;
  }

  /** Sends bytes and waits for no reply. */
  void send(byte[] bytes, int length) throws IOException {
    out.write(bytes, 0, length);
  }

  /**
   * Reads what has arrived, and waits if that is nothing: actively at first, because a thread that
   * sleeps is woken late, which with small batches would be most of the time.
   *
   * @return the number of bytes, at least 1
   * @throws EOFException if the server closed the connection
   */
  int receive(byte[] target, int length) throws IOException {
    if (waitsActively) {
      long start = System.nanoTime();
      while (in.available() == 0 && System.nanoTime() - start < ACTIVE_WAIT_NANOS) {
        Thread.onSpinWait();
      }
    }
    int count = in.read(target, 0, length);
    if (count < 0) {
      throw new EOFException("Redis closed the connection");
    }
    return count;
  }

  void expectOk(List<String> words) throws IOException {
    byte[] reply = exchange(encode(words), "+OK\r\n".length());
    if (!new String(reply, 0, 3, StandardCharsets.ISO_8859_1).equals("+OK")) {
      throw new WrongAnswerException("Redis did not accept " + words.get(0));
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
