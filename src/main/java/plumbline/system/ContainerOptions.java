package plumbline.system;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.testcontainers.utility.DockerImageName;
import plumbline.problem.BadInputException;

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

  private static final Pattern CPUS = Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?");

  /**
   * Checks the options.
   *
   * @throws BadInputException if one has no meaning
   */
  public ContainerOptions {
    kafkaImage.ifPresent(image -> checkImage(image, "--kafka-image"));
    redisImage.ifPresent(image -> checkImage(image, "--redis-image"));
    cpus.ifPresent(ContainerOptions::checkCpus);
  }

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

  /** The same with limits. */
  public ContainerOptions withLimits(Optional<String> processors, Optional<MemorySize> memory) {
    return new ContainerOptions(
        kafkaImage, redisImage, network, processors, memory.map(MemorySize::bytes));
  }

  /** Whether anything is asked for that only containers have. */
  public boolean hasLimits() {
    return cpus.isPresent() || memoryBytes.isPresent();
  }

  /** The options that limit containers and are used here, for messages. */
  String limitOptions() {
    return cpus.isEmpty()
        ? "--server-memory"
        : memoryBytes.isEmpty() ? "--server-cpus" : "--server-cpus and --server-memory";
  }

  private static void checkImage(String image, String option) {
    try {
      DockerImageName.parse(image).assertValid();
    } catch (IllegalArgumentException e) {
      throw new BadInputException(
          option + " takes the name of an image, such as " + REDIS_IMAGE + ", not '" + image + "'",
          e);
    }
  }

  private static void checkCpus(String text) {
    for (String part : text.split(",", -1)) {
      Matcher range = CPUS.matcher(part);
      boolean isRange = range.matches();
      if (!isRange
          || (range.group(2) != null
              && Integer.parseInt(range.group(1)) > Integer.parseInt(range.group(2)))) {
        throw new BadInputException(
            "--server-cpus takes numbers of processors, such as 0-1,3, not '" + text + "'");
      }
    }
  }
}
