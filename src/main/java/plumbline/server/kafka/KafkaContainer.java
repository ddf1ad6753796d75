package plumbline.server.kafka;

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

/**
 * Kafka in a container of the official image, on the host's network where there is one.
 *
 * <p>Testcontainers' own Kafka container publishes a port through a proxy, which would be measured
 * with it, so a generic one is used.
 */
final class KafkaContainer {
  private KafkaContainer() {}

  /**
   * Starts a broker and waits until it answers.
   *
   * @throws CannotMeasureException if it does not
   */
  @SuppressWarnings("resource") // The instance removes the container.
  static ServerHandle start(ServerSystem system, StartContext context, DockerEngine engine) {
    boolean hostNetwork = ContainerInstance.hasHostNetwork();
    List<Integer> ports = Ports.free(2);
    int port = ports.get(0);
    String bind = hostNetwork ? "127.0.0.1" : "0.0.0.0";
    GenericContainer<?> container =
        new GenericContainer<>(DockerImageName.parse(system.image(context.request())))
            .withEnv(BrokerProperties.of(bind, port, ports.get(1)).environment())
            .withEnv("KAFKA_HEAP_OPTS", "-Xms1g -Xmx1g");
    if (hostNetwork) {
      container.withNetworkMode("host");
    } else {
      container.setPortBindings(List.of("127.0.0.1:" + port + ":" + port));
    }
    String address = "127.0.0.1:" + port;
    return ManagedServer.start(
        system,
        context,
        new ContainerInstance(
            "kafka",
            container,
            engine,
            context.request().logs().resolve("kafka.log"),
            context.janitor()),
        Map.of("kafka.bootstrap.servers", address),
        address,
        Map.of("network", hostNetwork ? "host" : "published", "heap", "1g"),
        ManagedServer.START_LIMIT);
  }
}
