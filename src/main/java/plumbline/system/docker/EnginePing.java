package plumbline.system.docker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import plumbline.problem.CannotMeasureException;

/**
 * Whether an engine answers at all, asked with as little as the JDK has: the classes of a whole
 * client take seconds to load on a busy machine, which must not count as the engine's time.
 */
final class EnginePing {
  /** Some engines still answer the first when they hang on all else. */
  private static final List<String> QUESTIONS = List.of("/_ping", "/containers/json?limit=1");

  private EnginePing() {}

  /**
   * Asks, if the address can be reached so: not through a pipe of Windows, and not over TLS.
   *
   * @throws CannotMeasureException if no answer comes in time, or one that is no engine's
   */
  static void ask(EngineLink link, Duration limit) {
    URI address = link.address();
    boolean isSocket = "unix".equals(address.getScheme());
    boolean isPlain = isSocket || ("tcp".equals(address.getScheme()) && !link.isEncrypted());
    if (!isPlain) {
      return;
    }
    link.within(
        limit,
        () -> {
          for (String question : QUESTIONS) {
            String answer = ask(address, isSocket, question);
            if (!answer.matches("HTTP/1\\.[01] 200\\b.*")) {
              throw new IOException(
                  answer.isEmpty() ? "it closed the connection" : "it says '" + answer + "'");
            }
          }
          return true;
        });
  }

  private static String ask(URI address, boolean isSocket, String question) throws IOException {
    SocketAddress target =
        isSocket
            ? UnixDomainSocketAddress.of(address.getPath())
            : new InetSocketAddress(address.getHost(), address.getPort());
    try (SocketChannel channel =
        isSocket ? SocketChannel.open(StandardProtocolFamily.UNIX) : SocketChannel.open()) {
      channel.connect(target);
      String request = "GET " + question + " HTTP/1.1\r\nHost: docker\r\nConnection: close\r\n\r\n";
      channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
      String line =
          new BufferedReader(
                  new InputStreamReader(
                      Channels.newInputStream(channel), StandardCharsets.US_ASCII))
              .readLine();
      return line == null ? "" : line.strip();
    }
  }
}
