package plumbline.system.kafka;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.Uuid;
import plumbline.problem.BadInputException;
import plumbline.problem.CannotMeasureException;
import plumbline.system.ManagedServer;
import plumbline.system.MemorySize;
import plumbline.system.PortAttempts;
import plumbline.system.ServerHandle;
import plumbline.system.ServerRequest;
import plumbline.system.ServerSystem;
import plumbline.system.StartContext;
import plumbline.system.docker.ContainerInstance;
import plumbline.system.docker.DockerEngine;
import plumbline.system.docker.ServerContainer;
import plumbline.system.docker.Wiring;
import plumbline.system.process.Ports;

/**
 * Kafka in a container of the official image, on the host's network where there is one.
 *
 * <p>Testcontainers' own Kafka container publishes a port through a proxy, which would be measured
 * with it, so a generic one is used.
 */
final class KafkaContainer {
  /** The heap of 1 GiB, and what a JVM needs beside it. */
  private static final MemorySize LEAST = new MemorySize(1536L << 20);

  private KafkaContainer() {}

  /**
   * Checks the limits.
   *
   * @throws BadInputException if the broker's heap does not fit in
   */
  static void check(ServerRequest request) {
    request
        .containers()
        .memoryBytes()
        .filter(bytes -> bytes < LEAST.bytes())
        .ifPresent(
            bytes -> {
              throw new BadInputException(
                  "--server-memory "
                      + new MemorySize(bytes).text()
                      + " is too little for Kafka, whose heap is 1g: give at least "
                      + LEAST.text());
            });
  }

  /**
   * Starts a broker and waits until it answers.
   *
   * @throws CannotMeasureException if it does not
   */
  static ServerHandle start(ServerSystem system, StartContext context, DockerEngine engine) {
    return start(system, context, engine, () -> Ports.free(2));
  }

  static ServerHandle start(
      ServerSystem system,
      StartContext context,
      DockerEngine engine,
      Supplier<List<Integer>> freePorts) {
    return PortAttempts.start(
        PortAttempts.MOST,
        () -> attempt(system, context, engine, Uuid.randomUuid().toString(), freePorts.get()));
  }

  private static PortAttempts.Attempt attempt(
      ServerSystem system,
      StartContext context,
      DockerEngine engine,
      String cluster,
      List<Integer> ports) {
    Wiring wiring = engine.wire(context.request().containers().network());
    int port = ports.get(0);
    String address = wiring.endpoint(port);
    ServerContainer container =
        new ServerContainer(
                "kafka", system.image(context.request()), port, wiring, context.request())
            .withEnvironment(
                BrokerProperties.of(wiring.listen(), port, address, ports.get(1)).environment())
            .withEnvironment(Map.of("CLUSTER_ID", cluster, "KAFKA_HEAP_OPTS", "-Xms1g -Xmx1g"));
    ContainerInstance broker = new ContainerInstance("kafka", container, engine, context);
    return new PortAttempts.Attempt(
        broker,
        () ->
            ManagedServer.start(
                system,
                context,
                broker,
                Map.of("kafka.bootstrap.servers", address),
                address,
                Map.of("heap", "1g"),
                ManagedServer.START_LIMIT),
        handle -> KafkaDialect.isCluster(handle, cluster));
  }
}
