package plumbline.system.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.Uuid;
import plumbline.problem.BadInputException;
import plumbline.system.process.JavaCommand;
import plumbline.system.spi.Address;
import plumbline.system.spi.ContainerRecipe;
import plumbline.system.spi.Launch;
import plumbline.system.spi.MemorySize;
import plumbline.system.spi.Place;
import plumbline.system.spi.ProcessRecipe;
import plumbline.system.spi.ServerRequest;

/**
 * How a broker is started: as a child JVM from the classes in this program, and in a container of
 * the official image. Both have the heap of Kafka's own start script, 1 GiB.
 */
final class KafkaRecipes {
  private static final Map<String, String> CONDITIONS = Map.of("heap", "1g");

  /** One for clients, one for the controller. */
  private static final int PORTS = 2;

  /** The heap of 1 GiB, and what a JVM needs beside it. */
  private static final MemorySize LEAST = new MemorySize(1536L << 20);

  /** Heap and collector of Kafka's own start script, and a log on standard output. */
  private static final List<String> FLAGS =
      List.of(
          "-server",
          "-Xms1g",
          "-Xmx1g",
          "-XX:+UseG1GC",
          "-XX:MaxGCPauseMillis=20",
          "-XX:InitiatingHeapOccupancyPercent=35",
          "-XX:+ExplicitGCInvokesConcurrent",
          "-Djava.awt.headless=true",
          "-Dorg.slf4j.simpleLogger.logFile=System.out",
          "-Dorg.slf4j.simpleLogger.defaultLogLevel=info",
          "-Dorg.slf4j.simpleLogger.showThreadName=false",
          "-Dorg.slf4j.simpleLogger.showDateTime=true",
          "-Dorg.slf4j.simpleLogger.dateTimeFormat=[yyyy-MM-dd'T'HH:mm:ss.SSSXXX]");

  private KafkaRecipes() {}

  static ProcessRecipe process() {
    return new ProcessRecipe(PORTS, KafkaRecipes::process);
  }

  private static Launch process(Place place, Path folder) throws IOException {
    String cluster = Uuid.randomUuid().toString();
    Path file = folder.resolve("server.properties");
    Files.writeString(
        file,
        BrokerProperties.of(place).withData(folder.resolve(ProcessRecipe.DATA).toString()).text());
    return launch(
        JavaCommand.of(FLAGS, BrokerMain.class, List.of(file.toString(), cluster)), place, cluster);
  }

  /**
   * In a container.
   *
   * <p>Testcontainers' own Kafka container publishes a port through a proxy, which would be
   * measured with it, so this is a plain one.
   *
   * @throws BadInputException if the broker's heap does not fit into what the user grants
   */
  static ContainerRecipe container(ServerRequest request, String image) {
    request
        .containers()
        .memory()
        .filter(size -> size.bytes() < LEAST.bytes())
        .ifPresent(
            size -> {
              throw new BadInputException(
                  "--server-memory "
                      + size.text()
                      + " is too little for Kafka, whose heap is 1g: give at least "
                      + LEAST.text());
            });
    return new ContainerRecipe(image, PORTS, KafkaRecipes::container);
  }

  private static Launch container(Place place) {
    String cluster = Uuid.randomUuid().toString();
    Map<String, String> environment = new HashMap<>(BrokerProperties.of(place).environment());
    environment.put("CLUSTER_ID", cluster);
    environment.put("KAFKA_HEAP_OPTS", "-Xms1g -Xmx1g");
    return launch(List.of(), place, cluster).withEnvironment(environment);
  }

  private static Launch launch(List<String> command, Place place, String cluster) {
    return Launch.of(
            command,
            Address.of(KafkaSystem.BOOTSTRAP, place.address()),
            handle -> KafkaDialect.isCluster(handle, cluster))
        .withConditions(CONDITIONS);
  }
}
