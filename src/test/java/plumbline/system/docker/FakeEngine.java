package plumbline.system.docker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * A unix socket that answers as scripted; an answer of null means to hang. Requests are first lines
 * without the version of the protocol, such as {@code GET /images/redis/json HTTP/1.1}.
 */
public final class FakeEngine implements AutoCloseable {
  private final Path folder;
  private final Path socket;
  private final ServerSocketChannel server;
  private final List<SocketChannel> open = new CopyOnWriteArrayList<>();
  final List<String> requests = new CopyOnWriteArrayList<>();

  /** Starts it. */
  public FakeEngine(Function<String, String> answers) throws IOException {
    // Not in a test's own folder: the name of a socket has little room.
    folder = Files.createTempDirectory("plumbline-engine");
    socket = folder.resolve("docker.sock");
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    Thread thread = new Thread(() -> serve(answers), "fake-engine");
    thread.setDaemon(true);
    thread.start();
  }

  /** Answers what an engine says when it is looked for, and else as scripted. */
  public static FakeEngine found(Function<String, String> answers) throws IOException {
    return new FakeEngine(
        request -> {
          for (String question : List.of("/_ping", "/version", "/info")) {
            if (request.startsWith("GET " + question + " ")) {
              return response(200, "{}");
            }
          }
          if (request.startsWith("GET /containers/json?")) {
            return response(200, "[]");
          }
          return request.startsWith("GET /networks/bridge")
              ? response(404, "{\"message\":\"network bridge not found\"}")
              : answers.apply(request);
        });
  }

  /** For {@code DOCKER_HOST}. */
  public String address() {
    return "unix://" + socket;
  }

  private void serve(Function<String, String> answers) {
    while (server.isOpen()) {
      try {
        SocketChannel client = server.accept();
        open.add(client);
        String request =
            firstLine(Channels.newInputStream(client)).replaceFirst(" /v[0-9.]+/", " /");
        if (request.isEmpty()) {
          // Somebody only looked whether there is a socket.
          client.close();
          continue;
        }
        requests.add(request);
        String answer = answers.apply(request);
        if (answer != null) {
          OutputStream output = Channels.newOutputStream(client);
          output.write(answer.getBytes(StandardCharsets.UTF_8));
          output.flush();
          if (!answer.contains("chunked")) {
            client.close();
          }
        }
      } catch (IOException e) {
        // Closed by the test.
        return;
      }
    }
  }

  private static String firstLine(InputStream input) throws IOException {
    StringBuilder text = new StringBuilder();
    while (text.indexOf("\r\n\r\n") < 0) {
      int next = input.read();
      if (next < 0) {
        break;
      }
      text.append((char) next);
    }
    return text.toString().lines().findFirst().orElse("");
  }

  /** An answer in full. */
  public static String response(int status, String body) {
    return "HTTP/1.1 "
        + status
        + " X\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (SocketChannel client : open) {
      client.close();
    }
    Files.deleteIfExists(socket);
    Files.deleteIfExists(folder);
  }
}
