package plumbline.server.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;
import plumbline.problem.CannotMeasureException;
import plumbline.server.ManagedServer;
import plumbline.server.ServerHandle;
import plumbline.server.ServerSystem;
import plumbline.server.StartContext;
import plumbline.server.docker.ContainerInstance;
import plumbline.server.docker.DockerEngine;
import plumbline.server.process.Ports;

/** Redis in a container, on the host's network where there is one. */
final class RedisContainer {
  private RedisContainer() {}

  /**
   * Starts a server and waits until it answers.
   *
   * @throws CannotMeasureException if it does not
   */
  @SuppressWarnings("resource") // The instance removes the container.
  static ServerHandle start(ServerSystem system, StartContext context, DockerEngine engine) {
    boolean hostNetwork = ContainerInstance.hasHostNetwork();
    int port = Ports.free(1).get(0);
    List<String> command = new ArrayList<>(List.of("redis-server"));
    command.addAll(RedisOptions.of(hostNetwork ? "127.0.0.1" : "0.0.0.0", port));
    GenericContainer<?> container =
        new GenericContainer<>(DockerImageName.parse(system.image(context.request())))
            .withCommand(command.toArray(String[]::new));
    if (hostNetwork) {
      container.withNetworkMode("host");
    } else {
      container.setPortBindings(List.of("127.0.0.1:" + port + ":" + port));
    }
    String uri = "redis://127.0.0.1:" + port;
    return ManagedServer.start(
        system,
        context,
        new ContainerInstance(
            "redis",
            container,
            engine,
            context.request().logs().resolve("redis.log"),
            context.janitor()),
        Map.of("redis.uri", uri),
        uri,
        Map.of("network", hostNetwork ? "host" : "published"),
        ManagedServer.START_LIMIT);
  }
}
