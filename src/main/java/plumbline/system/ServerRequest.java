package plumbline.system;

import java.nio.file.Path;
import java.util.Optional;
import plumbline.problem.BadInputException;

/**
 * Which servers the user wants.
 *
 * @param provider where they come from
 * @param kafka bootstrap servers of an external Kafka, {@code host:port[,host:port…]}
 * @param kafkaConfig properties file for every Kafka client, such as credentials; external only
 * @param redis URI of an external Redis, such as {@code rediss://user:password@host:6380/0}
 * @param redisServer the {@code redis-server} or {@code valkey-server} to start as a process; empty
 *     to look on the PATH
 * @param containers how containers are made, if any are
 * @param logs directory that gets one log file per server
 * @param prefix of every topic and key that this run makes
 */
public record ServerRequest(
    Provider provider,
    Optional<String> kafka,
    Optional<Path> kafkaConfig,
    Optional<String> redis,
    Optional<Path> redisServer,
    ContainerOptions containers,
    Path logs,
    String prefix) {

  /**
   * Checks the request.
   *
   * @throws BadInputException if the prefix could match topics or keys of somebody else, or if the
   *     options contradict each other
   */
  public ServerRequest {
    if (!prefix.matches("[A-Za-z0-9][A-Za-z0-9._-]{7,}")) {
      throw new BadInputException(
          "prefix '"
              + prefix
              + "' must have at least 8 letters, digits, points, underscores and hyphens: everything"
              + " that starts with it is deleted");
    }
    if (provider == Provider.CONTAINERS || provider == Provider.PROCESSES) {
      if (kafka.isPresent()) {
        throw contradiction("--kafka", provider);
      }
      if (kafkaConfig.isPresent()) {
        throw contradiction("--kafka-config", provider);
      }
      if (redis.isPresent()) {
        throw contradiction("--redis", provider);
      }
    }
    if (containers.hasLimits()
        && (provider == Provider.PROCESSES || provider == Provider.EXTERNAL)) {
      throw new BadInputException(
          containers.limitOptions()
              + ": only containers can be limited, and --servers "
              + provider.text()
              + " makes none; use --servers containers or auto");
    }
  }

  /** A request for the default: provider {@code auto} and no server of the user's own. */
  public static ServerRequest of(Path logs, String prefix) {
    return new ServerRequest(
        Provider.AUTO,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        ContainerOptions.defaults(),
        logs,
        prefix);
  }

  /** The same with another folder for the servers' logs. */
  public ServerRequest withLogs(Path folder) {
    return new ServerRequest(
        provider, kafka, kafkaConfig, redis, redisServer, containers, folder, prefix);
  }

  /** The same with another provider. */
  public ServerRequest withProvider(Provider other) {
    return new ServerRequest(
        other, kafka, kafkaConfig, redis, redisServer, containers, logs, prefix);
  }

  /** The same with containers made in another way. */
  public ServerRequest withContainers(ContainerOptions other) {
    return new ServerRequest(provider, kafka, kafkaConfig, redis, redisServer, other, logs, prefix);
  }

  /** The same with an external Kafka. */
  public ServerRequest withKafka(String bootstrap, Optional<Path> config) {
    return new ServerRequest(
        provider, Optional.of(bootstrap), config, redis, redisServer, containers, logs, prefix);
  }

  /** The same with an external Redis. */
  public ServerRequest withRedis(String uri) {
    return new ServerRequest(
        provider, kafka, kafkaConfig, Optional.of(uri), redisServer, containers, logs, prefix);
  }

  /** The same with a given Redis binary. */
  public ServerRequest withRedisServer(Path binary) {
    return new ServerRequest(
        provider, kafka, kafkaConfig, redis, Optional.of(binary), containers, logs, prefix);
  }

  private static BadInputException contradiction(String option, Provider provider) {
    return new BadInputException(
        option
            + " names a server of your own, but --servers "
            + provider.text()
            + " starts one: use --servers external or auto");
  }
}
