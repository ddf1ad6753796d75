package plumbline.system.kafka;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import plumbline.problem.BadInputException;
import plumbline.result.RunManifest;
import plumbline.system.ContainerOptions;
import plumbline.system.Dialect;
import plumbline.system.Provider;
import plumbline.system.ServerHandle;
import plumbline.system.ServerRequest;
import plumbline.system.ServerSystem;
import plumbline.system.StartContext;
import plumbline.system.docker.DockerEngine;
import plumbline.system.kafka.tool.KafkaTools;
import plumbline.system.tool.NativeTool;

/** Apache Kafka. */
public final class KafkaSystem implements ServerSystem {
  /** The parameter of benchmarks that becomes {@code flush.messages} of their topic. */
  private static final String FLUSH_PARAM = "flushMessages";

  private final KafkaDialect dialect = new KafkaDialect();
  private final List<NativeTool> tools = KafkaTools.all();

  @Override
  public String name() {
    return "kafka";
  }

  @Override
  public String externalOption() {
    return "--kafka host:port";
  }

  @Override
  public Optional<String> address(ServerRequest request) {
    return request.kafka();
  }

  @Override
  public List<NativeTool> tools() {
    return tools;
  }

  @Override
  public boolean hasExternal(ServerRequest request) {
    return KafkaExternal.isNamed(request);
  }

  @Override
  public String image(ServerRequest request) {
    return request.containers().kafkaImage().orElse(ContainerOptions.KAFKA_IMAGE);
  }

  @Override
  public ContainerOptions withImageLike(ServerHandle server, ContainerOptions options) {
    return options.kafkaImage().isPresent()
        ? options
        : options.withKafkaImage("apache/kafka:" + server.version());
  }

  @Override
  public void checkContainer(ServerRequest request) {
    KafkaContainer.check(request);
  }

  @Override
  public Optional<String> remarkOnContainers() {
    return Optional.of(
        "Kafka in a container runs on the JVM of its image, as a process on that of this program:"
            + " a factor between them includes what the JVMs differ in");
  }

  @Override
  public Dialect dialect() {
    return dialect;
  }

  @Override
  public ServerHandle startProcess(StartContext context) {
    return KafkaProcess.start(this, context);
  }

  @Override
  public ServerHandle startContainer(StartContext context, DockerEngine engine) {
    return KafkaContainer.start(this, context, engine);
  }

  @Override
  public ServerHandle connect(StartContext context) {
    return KafkaExternal.connect(this, context);
  }

  /** A topic may be flushed more often than its broker says, also on a broker of the user's own. */
  @Override
  public Map<String, String> conditions(Provider provider, Map<String, String> params) {
    String messages = params.getOrDefault(FLUSH_PARAM, "0");
    if (!messages.matches("0|[1-9][0-9]{0,8}")) {
      throw new BadInputException(
          FLUSH_PARAM
              + " must be a whole number of records, or 0 to leave it to the broker, not '"
              + messages
              + "'");
    }
    return messages.equals("0") ? Map.of() : Map.of("flush", "every-" + messages);
  }

  @Override
  public Optional<RunManifest.WarmUp> warmUp(ServerHandle handle, Consumer<String> progress) {
    return Optional.of(BrokerWarmUp.of(handle, progress).run());
  }
}
