package plumbline.server.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.Uuid;
import plumbline.problem.CannotMeasureException;
import plumbline.server.ManagedServer;
import plumbline.server.ServerHandle;
import plumbline.server.ServerSystem;
import plumbline.server.StartContext;
import plumbline.server.process.JavaCommand;
import plumbline.server.process.Ports;
import plumbline.server.process.ProcessInstance;
import plumbline.server.process.TempFolders;

/** Kafka as a child JVM, from the classes in this program. */
final class KafkaProcess {
  private static final int ATTEMPTS = 3;

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

  private KafkaProcess() {}

  /**
   * Starts a broker and waits until it answers.
   *
   * @throws CannotMeasureException if it does not
   */
  static ServerHandle start(ServerSystem system, StartContext context) {
    return start(system, context, () -> Ports.free(2), ATTEMPTS);
  }

  static ServerHandle start(
      ServerSystem system, StartContext context, Supplier<List<Integer>> freePorts, int attempts) {
    for (int attempt = 1; ; attempt++) {
      List<Integer> ports = freePorts.get();
      String address = "127.0.0.1:" + ports.get(0);
      String cluster = Uuid.randomUuid().toString();
      ProcessInstance broker = broker(context, cluster, ports.get(0), ports.get(1));
      try {
        ServerHandle handle =
            ManagedServer.start(
                system,
                context,
                broker,
                Map.of("kafka.bootstrap.servers", address),
                address,
                Map.of("network", "loopback", "heap", "1g"),
                ManagedServer.START_LIMIT);
        // Another run may have taken the port, and it is that run's broker which answers.
        if (cluster.equals(handle.configuration().get(KafkaDialect.CLUSTER_ID))) {
          return handle;
        }
        // Ours may not have noticed yet that the port is taken, so its log is not asked.
        handle.close();
        if (attempt == attempts) {
          throw new CannotMeasureException("another Kafka answers at " + address);
        }
      } catch (CannotMeasureException e) {
        if (attempt == attempts || !broker.foundPortTaken()) {
          throw e;
        }
      }
    }
  }

  private static ProcessInstance broker(
      StartContext context, String cluster, int port, int controllerPort) {
    Path folder = TempFolders.create("kafka", context.janitor());
    Path data = folder.resolve("data");
    Path properties = folder.resolve("server.properties");
    try {
      Files.createDirectory(data);
      Files.writeString(
          properties,
          BrokerProperties.of("127.0.0.1", port, controllerPort).withData(data.toString()).text());
    } catch (IOException e) {
      TempFolders.delete(folder, context.janitor());
      throw new CannotMeasureException("cannot write the broker's properties: " + e, e);
    }
    return new ProcessInstance(
        "kafka",
        JavaCommand.of(FLAGS, BrokerMain.class, List.of(properties.toString(), cluster)),
        Map.of(),
        folder,
        data,
        context.request().logs().resolve("kafka.log"),
        context.janitor());
  }
}
