package plumbline.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Option;
import plumbline.system.ContainerNetwork;
import plumbline.system.ContainerOptions;
import plumbline.system.MemorySize;
import plumbline.system.Provider;
import plumbline.system.ServerRequest;

/** Where the servers come from. */
final class ServerOptions {
  @Option(
      names = "--servers",
      paramLabel = "auto|containers|processes|external",
      defaultValue = "auto",
      description = "Where Kafka and Redis come from (default: ${DEFAULT-VALUE}).")
  private Provider provider;

  @Option(names = "--kafka", paramLabel = "HOST:PORT[,…]", description = "Your own Kafka cluster.")
  private String kafka;

  @Option(
      names = "--kafka-config",
      paramLabel = "FILE",
      description = "Client properties for it, such as TLS and SASL.")
  private Path kafkaConfig;

  @Option(
      names = "--redis",
      paramLabel = "URI",
      description = "Your own Redis, such as redis://:password@host:6379 or rediss://…")
  private String redis;

  @Option(
      names = "--redis-server",
      paramLabel = "PATH",
      description = "The redis-server or valkey-server to start, instead of the one on the PATH.")
  private Path redisServer;

  @Option(
      names = "--kafka-image",
      paramLabel = "IMAGE",
      description = "Container image of Kafka (default: " + ContainerOptions.KAFKA_IMAGE + ").")
  private String kafkaImage;

  @Option(
      names = "--redis-image",
      paramLabel = "IMAGE",
      description = "Container image of Redis (default: " + ContainerOptions.REDIS_IMAGE + ").")
  private String redisImage;

  @Option(
      names = "--container-network",
      paramLabel = "host|published",
      description =
          "How clients reach containers (default: host where the engine shares this machine's"
              + " network, else published).")
  private ContainerNetwork network;

  @Option(
      names = "--server-cpus",
      paramLabel = "CPUS",
      description = "The only processors that each container may use, such as 0-1,3.")
  private String cpus;

  @Option(
      names = "--server-memory",
      paramLabel = "SIZE",
      description = "The most memory that each container may use, such as 2g.")
  private String memory;

  private ContainerOptions containers() {
    return new ContainerOptions(
        Optional.ofNullable(kafkaImage),
        Optional.ofNullable(redisImage),
        Optional.ofNullable(network),
        Optional.ofNullable(cpus),
        Optional.ofNullable(memory).map(size -> MemorySize.parse(size, "--server-memory").bytes()));
  }

  /** The request; its folder for logs is set by the run. */
  ServerRequest toRequest() {
    String prefix = "plumbline-" + UUID.randomUUID() + "-";
    return new ServerRequest(
        provider,
        Optional.ofNullable(kafka),
        Optional.ofNullable(kafkaConfig),
        Optional.ofNullable(redis),
        Optional.ofNullable(redisServer),
        containers(),
        Path.of(""),
        prefix);
  }
}
