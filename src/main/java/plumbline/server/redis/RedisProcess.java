package plumbline.server.redis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import plumbline.problem.CannotMeasureException;
import plumbline.server.ManagedServer;
import plumbline.server.ServerHandle;
import plumbline.server.ServerSystem;
import plumbline.server.StartContext;
import plumbline.server.process.Ports;
import plumbline.server.process.ProcessInstance;
import plumbline.server.process.TempFolders;

/** Redis as a child process. */
final class RedisProcess {
  private static final int ATTEMPTS = 3;

  private RedisProcess() {}

  /**
   * Starts a server and waits until it answers.
   *
   * @throws plumbline.problem.BadInputException if the binary that the user named cannot be run
   * @throws CannotMeasureException if there is no binary, or it does not answer
   */
  static ServerHandle start(ServerSystem system, StartContext context) {
    return start(system, context, () -> Ports.free(1).get(0));
  }

  static ServerHandle start(ServerSystem system, StartContext context, IntSupplier ports) {
    for (int attempt = 1; ; attempt++) {
      int port = ports.getAsInt();
      String uri = "redis://127.0.0.1:" + port;
      ProcessInstance server = server(context, port);
      try {
        ServerHandle handle =
            ManagedServer.start(
                system,
                context,
                server,
                Map.of("redis.uri", uri),
                uri,
                Map.of("network", "loopback"),
                ManagedServer.START_LIMIT);
        if (isOurs(handle)) {
          return handle;
        }
        // Ours may not have noticed yet that the port is taken, so its log is not asked.
        handle.close();
        if (attempt == ATTEMPTS) {
          throw new CannotMeasureException("another Redis answers at " + uri);
        }
      } catch (CannotMeasureException e) {
        if (attempt == ATTEMPTS || !server.foundPortTaken()) {
          throw e;
        }
      }
    }
  }

  /** Another run may have taken the port, and it is that run's server which answers. */
  private static boolean isOurs(ServerHandle handle) {
    String answering = handle.configuration().get("info.process_id");
    return Long.toString(handle.pid().orElseThrow()).equals(answering);
  }

  private static ProcessInstance server(StartContext context, int port) {
    Path folder = TempFolders.create("redis", context.janitor());
    Path data = folder.resolve("data");
    Path binary;
    boolean found = false;
    try {
      Files.createDirectory(data);
      binary = RedisBinary.find(context.request().redisServer(), folder);
      found = true;
    } catch (IOException e) {
      throw new CannotMeasureException("cannot create " + data + ": " + e, e);
    } finally {
      if (!found) {
        TempFolders.delete(folder, context.janitor());
      }
    }
    List<String> command = new ArrayList<>(List.of(binary.toString()));
    command.addAll(RedisOptions.of("127.0.0.1", port));
    command.addAll(List.of("--dir", data.toString()));
    return new ProcessInstance(
        "redis",
        command,
        Map.of(),
        folder,
        data,
        context.request().logs().resolve("redis.log"),
        context.janitor());
  }
}
