package plumbline.system.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntSupplier;
import plumbline.problem.CannotMeasureException;
import plumbline.system.ManagedServer;
import plumbline.system.PortAttempts;
import plumbline.system.ServerHandle;
import plumbline.system.ServerSystem;
import plumbline.system.StartContext;
import plumbline.system.docker.ContainerInstance;
import plumbline.system.docker.DockerEngine;
import plumbline.system.docker.ServerContainer;
import plumbline.system.docker.Wiring;
import plumbline.system.process.Ports;

/** Redis in a container of the official image, on the host's network where there is one. */
final class RedisContainer {
  /**
   * A setting by which a server is told from any other. It names the server in the system's log,
   * which this one does not write.
   */
  private static final String NAME_SETTING = "syslog-ident";

  private RedisContainer() {}

  /**
   * Starts a server and waits until it answers.
   *
   * @throws CannotMeasureException if it does not
   */
  static ServerHandle start(ServerSystem system, StartContext context, DockerEngine engine) {
    return start(system, context, engine, () -> Ports.free(1).get(0));
  }

  static ServerHandle start(
      ServerSystem system, StartContext context, DockerEngine engine, IntSupplier ports) {
    return PortAttempts.start(
        PortAttempts.MOST,
        () -> attempt(system, context, engine, "plumbline-" + UUID.randomUUID(), ports.getAsInt()));
  }

  private static PortAttempts.Attempt attempt(
      ServerSystem system, StartContext context, DockerEngine engine, String name, int port) {
    Wiring wiring = engine.wire(context.request().containers().network());
    String uri = "redis://" + wiring.endpoint(port);
    List<String> command = new ArrayList<>(List.of("redis-server"));
    command.addAll(RedisOptions.of(wiring.listen(), port));
    command.addAll(List.of("--" + NAME_SETTING, name));
    ContainerInstance server =
        new ContainerInstance(
            "redis",
            new ServerContainer(
                    "redis", system.image(context.request()), port, wiring, context.request())
                .withCommand(command),
            engine,
            context);
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
        handle -> name.equals(handle.configuration().get(NAME_SETTING)));
  }
}
