package plumbline.system.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.Uuid;
import plumbline.problem.CannotMeasureException;
import plumbline.system.ManagedServer;
import plumbline.system.PortAttempts;
import plumbline.system.ServerHandle;
import plumbline.system.ServerSystem;
import plumbline.system.StartContext;
import plumbline.system.process.JavaCommand;
import plumbline.system.process.Ports;
import plumbline.system.process.ProcessInstance;
import plumbline.system.process.TempFolders;

/** Kafka as a child JVM, from the classes in this program. */
final class KafkaProcess {
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
    return start(system, context, () -> Ports.free(2), PortAttempts.MOST);
  }

  static ServerHandle start(
      ServerSystem system, StartContext context, Supplier<List<Integer>> freePorts, int attempts) {
    return PortAttempts.start(
        attempts, () -> attempt(system, context, Uuid.randomUuid().toString(), freePorts.get()));
  }

  private static PortAttempts.Attempt attempt(
      ServerSystem system, StartContext context, String cluster, List<Integer> ports) {
    String address = "127.0.0.1:" + ports.get(0);
    ProcessInstance broker = broker(context, cluster, ports.get(0), ports.get(1));
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

  private static ProcessInstance broker(
      StartContext context, String cluster, int port, int controllerPort) {
    Path folder = TempFolders.create("kafka", context.janitor());
    Path data = folder.resolve("data");
    Path properties = folder.resolve("server.properties");
    try {
      Files.createDirectory(data);
      Files.writeString(
          properties,
          BrokerProperties.of("127.0.0.1", port, "127.0.0.1:" + port, controllerPort)
              .withData(data.toString())
              .text());
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
