package plumbline.system.kafka;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import plumbline.problem.BadInputException;
import plumbline.result.Promise;
import plumbline.result.RunManifest;
import plumbline.result.Topic;
import plumbline.system.check.Needs;
import plumbline.system.kafka.tool.KafkaTool;
import plumbline.system.spi.Address;
import plumbline.system.spi.ContainerRecipe;
import plumbline.system.spi.Offer;
import plumbline.system.spi.Origin;
import plumbline.system.spi.ProcessRecipe;
import plumbline.system.spi.ServerHandle;
import plumbline.system.spi.ServerRequest;
import plumbline.system.spi.ServerSystem;
import plumbline.system.spi.Setting;
import plumbline.system.tool.NativeTool;

/** Apache Kafka. */
public final class KafkaSystem extends ServerSystem {
  /** Bootstrap servers of the user's own. */
  public static final Setting ADDRESS =
      Setting.address("--kafka", "HOST:PORT[,…]", "Your own Kafka cluster.", "host:port");

  /** Properties for every client, such as credentials. */
  public static final Setting CONFIGURATION =
      Setting.configuration("--kafka-config", "Client properties for it, such as TLS and SASL.");

  /** The image of the container. */
  public static final Setting IMAGE = Setting.image("--kafka-image", "Kafka", "apache/kafka:4.3.1");

  /** The property of clients that holds the address. */
  static final String BOOTSTRAP = "bootstrap.servers";

  private final List<NativeTool> tools = KafkaTool.all();

  /** The one that {@code ServiceLoader} makes. */
  public KafkaSystem() {
    super("kafka", "Kafka", new KafkaDialect(), ADDRESS, CONFIGURATION, IMAGE);
  }

  @Override
  public Offer<ProcessRecipe> process(ServerRequest request) {
    return Offer.of(KafkaRecipes.process());
  }

  @Override
  public Offer<ContainerRecipe> container(ServerRequest request) {
    return Offer.of(KafkaRecipes.container(request, request.image(IMAGE)));
  }

  @Override
  public Optional<Address> external(ServerRequest request) {
    SortedMap<String, String> client =
        request.value(CONFIGURATION).map(KafkaSystem::read).orElseGet(TreeMap::new);
    request.value(ADDRESS).ifPresent(bootstrap -> client.put(BOOTSTRAP, bootstrap));
    return Optional.ofNullable(client.get(BOOTSTRAP))
        .map(
            bootstrap -> {
              Addresses.check(bootstrap, source(request));
              return new Address(client, bootstrap);
            });
  }

  private static String source(ServerRequest request) {
    return request.value(ADDRESS).isPresent()
        ? ADDRESS.option()
        : request.value(CONFIGURATION).orElse("") + ": " + BOOTSTRAP;
  }

  private static SortedMap<String, String> read(String name) {
    Path file = Path.of(name);
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      String reason =
          e instanceof IllegalArgumentException
              ? e.getMessage()
              : Files.exists(file) ? "it is no text file in UTF-8" : "there is no such file";
      throw new BadInputException(
          CONFIGURATION.option() + " " + file + " cannot be read: " + reason, e);
    }
    SortedMap<String, String> values = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key)));
    return values;
  }

  @Override
  public Optional<String> imageLike(ServerHandle server) {
    return Optional.of("apache/kafka:" + server.version());
  }

  @Override
  public List<NativeTool> tools() {
    return tools;
  }

  /** A broker with 1 GiB of heap, and its log. */
  @Override
  public Needs needs() {
    return Needs.ofMebibytes(1536, 1536, 2048, 512);
  }

  @Override
  public Map<String, String> conditions(Origin origin, Map<String, String> params) {
    return Flush.asked(params);
  }

  @Override
  public Map<String, Map<String, Promise>> asks() {
    return Map.of(Flush.PARAM, Flush.ASKS);
  }

  @Override
  public Promise promise(Map<String, String> conditions) {
    return Flush.promise(conditions.getOrDefault(Flush.CONDITION, ""));
  }

  @Override
  public Set<String> volatileConfiguration() {
    return Set.of(KafkaDialect.CLUSTER_ID);
  }

  @Override
  public Map<Topic, String> remarks() {
    return Map.of(
        Topic.CONTAINERS,
        "Kafka in a container runs on the JVM of its image, as a process on that of this program:"
            + " a factor between them includes what the JVMs differ in",
        Topic.lacks(Promise.MEMORY),
        "has no such mode: its log is a file",
        Topic.gives(Promise.PROCESS),
        "Kafka by default leaves it to the operating system when its log gets to the disk, and"
            + " answers the failure of a machine with replicas on others.",
        Topic.gives(Promise.DISK),
        "Kafka forces the file of the log and those of its indexes, each by a call of its own.",
        Topic.param("lingerMs"),
        "A producer waits for lingerMs for more records to send. With one in flight none comes, so"
            + " a median above that time is this setting, and no property of Kafka.",
        Topic.ONE_NODE,
        "With Kafka, acks=all therefore waits for no more than acks=1.");
  }

  @Override
  public Optional<RunManifest.WarmUp> warmUp(ServerHandle handle, Consumer<String> progress) {
    return Optional.of(new BrokerWarmUp(handle, progress).run());
  }
}
