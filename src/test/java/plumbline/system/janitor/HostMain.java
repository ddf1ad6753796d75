package plumbline.system.janitor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import plumbline.system.Servers;
import plumbline.system.kafka.KafkaSystem;
import plumbline.system.redis.RedisSystem;
import plumbline.system.spi.Origin;
import plumbline.system.spi.ServerHandle;
import plumbline.system.spi.ServerRequest;

/** A host to be killed: starts servers, says what there is, and waits. */
final class HostMain {
  private HostMain() {}

  /**
   * Runs.
   *
   * @param args logs, prefix, URI of an external Redis or {@code -}, systems, external Kafka or
   *     {@code -}
   */
  public static void main(String[] args) throws IOException {
    Janitor janitor = Janitor.start(Path.of(args[0]).resolve("janitor.log"));
    ServerRequest request =
        ServerRequest.of(Path.of(args[0]), args[1]).withOrigin(Origin.PROCESSES);
    if (!args[2].equals("-")) {
      request = request.withOrigin(Origin.AUTO).with(RedisSystem.ADDRESS, args[2]);
    }
    if (!args[4].equals("-")) {
      request = request.withOrigin(Origin.AUTO).with(KafkaSystem.ADDRESS, args[4]);
    }
    Servers servers = Servers.start(request, Set.of(args[3].split(",")), janitor, line -> {});
    StringBuilder said = new StringBuilder("janitor=" + janitor.pid());
    for (ServerHandle handle : servers.handles()) {
      handle
          .pid()
          .ifPresent(pid -> said.append(" ").append(handle.system()).append("=").append(pid));
    }
    said.append(" folders=")
        .append(
            servers.handles().stream()
                .map(ServerHandle::dataDirectory)
                .flatMap(Optional::stream)
                .map(data -> data.getParent().toString())
                .collect(Collectors.joining(",")))
        .append(",")
        .append(TempFolders.create("host", janitor));
    System.out.println(said);
    if (System.in.read() < 0) {
      return;
    }
    servers.close();
    janitor.close();
  }
}
