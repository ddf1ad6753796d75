package plumbline.server;

import java.util.Optional;

/**
 * How containers are made.
 *
 * @param kafkaImage image of Kafka; empty for {@link #KAFKA_IMAGE}
 * @param redisImage image of Redis; empty for {@link #REDIS_IMAGE}
 * @param network how clients reach them; empty for the host's network where the engine shares it
 *     with this program, else published ports
 * @param cpus the only processors that each may use, such as {@code 0-1,3}; empty for all
 * @param memoryBytes the most memory that each may use; empty for no limit
 */
public record ContainerOptions(
    Optional<String> kafkaImage,
    Optional<String> redisImage,
    Optional<ContainerNetwork> network,
    Optional<String> cpus,
    Optional<Long> memoryBytes) {

  /** Image of the Kafka container unless the user names another. */
  public static final String KAFKA_IMAGE = "apache/kafka:4.3.1";

  /** Image of the Redis container unless the user names another. */
  public static final String REDIS_IMAGE = "redis:8.10.2";

  /** The default of everything. */
  public static ContainerOptions defaults() {
    return new ContainerOptions(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The same with another network. */
  public ContainerOptions withNetwork(ContainerNetwork other) {
    return new ContainerOptions(kafkaImage, redisImage, Optional.of(other), cpus, memoryBytes);
  }

  /** The same with another image of Kafka. */
  public ContainerOptions withKafkaImage(String image) {
    return new ContainerOptions(Optional.of(image), redisImage, network, cpus, memoryBytes);
  }

  /** The same with another image of Redis. */
  public ContainerOptions withRedisImage(String image) {
    return new ContainerOptions(kafkaImage, Optional.of(image), network, cpus, memoryBytes);
  }

  /** Whether anything is asked for that only containers have. */
  public boolean hasLimits() {
    return cpus.isPresent() || memoryBytes.isPresent();
  }
}
