package plumbline.system.redis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import plumbline.problem.CannotMeasureException;
import plumbline.system.ManagedServer;
import plumbline.system.PortAttempts;
import plumbline.system.ServerHandle;
import plumbline.system.ServerSystem;
import plumbline.system.StartContext;
import plumbline.system.process.Ports;
import plumbline.system.process.ProcessInstance;
import plumbline.system.process.TempFolders;

/** Redis as a child process. */
final class RedisProcess {
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
    return PortAttempts.start(PortAttempts.MOST, () -> attempt(system, context, ports.getAsInt()));
  }

  private static PortAttempts.Attempt attempt(ServerSystem system, StartContext context, int port) {
    String uri = "redis://127.0.0.1:" + port;
    ProcessInstance server = server(context, port);
    return new PortAttempts.Attempt(
        server,
        () ->
            ManagedServer.start(
                system,
                context,
                server,
                Map.of("redis.uri", uri),
                uri,
                Map.of(),
                ManagedServer.START_LIMIT),
        RedisProcess::isOurs);
  }

  private static boolean isOurs(ServerHandle handle) {
    String answering = handle.configuration().get("info.process_id");
    return Long.toString(handle.pid().orElseThrow()).equals(answering);
  }

  private static ProcessInstance server(StartContext context, int port) {
    Path folder = TempFolders.create("redis", context.janitor());
    Path data = folder.resolve("data");
    Path file = folder.resolve("redis.conf");
    Path binary;
    boolean found = false;
    try {
      Files.createDirectory(data);
      // Not on the command line, which would undo a change of these at every restart.
      Files.writeString(file, RedisOptions.file());
      binary = RedisBinary.find(context.request().redisServer(), folder);
      found = true;
    } catch (IOException e) {
      throw new CannotMeasureException("cannot prepare " + folder + ": " + e, e);
    } finally {
      if (!found) {
        TempFolders.delete(folder, context.janitor());
      }
    }
    List<String> command = new ArrayList<>(List.of(binary.toString(), file.toString()));
    command.addAll(RedisOptions.network("127.0.0.1", port));
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
