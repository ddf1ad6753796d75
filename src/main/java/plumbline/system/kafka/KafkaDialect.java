package plumbline.system.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.DescribeClusterResult;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.server.common.MetadataVersion;
import plumbline.system.process.Pause;
import plumbline.system.spi.Dialect;
import plumbline.system.spi.Identity;
import plumbline.system.spi.NoAnswerException;
import plumbline.system.spi.Removal;
import plumbline.system.spi.Secrets;
import plumbline.system.spi.ServerHandle;

/** What the host asks a Kafka cluster, through Kafka's admin client. */
final class KafkaDialect implements Dialect {
  private static final Pattern VERSION_IN_LOG = Pattern.compile("Kafka version: (\\S+)");
  static final String CLUSTER_ID = "info.cluster.id";

  /** The broker logs it when it is ready, which a client may notice first. */
  private static final Duration LOG_LIMIT = Duration.ofSeconds(2);

  private static final long PAUSE_MILLIS = 50;

  private static final String METADATA_VERSION = "metadata.version";

  @Override
  public void ping(Map<String, String> endpoints, Duration limit) throws NoAnswerException {
    Addresses.probe(endpoints.get(KafkaSystem.BOOTSTRAP), limit);
    ask(endpoints, limit, admin -> admin.describeCluster().nodes().get());
  }

  @Override
  public Identity identify(Map<String, String> endpoints, Optional<Path> log, Duration limit)
      throws NoAnswerException {
    Optional<String> logged = log.flatMap(KafkaDialect::versionInLog);
    String security = endpoints.getOrDefault("security.protocol", "PLAINTEXT");
    return ask(endpoints, limit, admin -> identify(admin, logged, security));
  }

  private static Identity identify(Admin admin, Optional<String> logged, String security)
      throws ExecutionException, InterruptedException {
    DescribeClusterResult cluster = admin.describeCluster();
    Collection<Node> nodes = cluster.nodes().get();
    SortedMap<String, String> configuration = configuration(admin, nodes);
    configuration.put(CLUSTER_ID, cluster.clusterId().get());
    SortedMap<String, String> conditions = new TreeMap<>();
    conditions.put("brokers", Integer.toString(nodes.size()));
    conditions.put(Flush.CONDITION, Flush.condition(configuration));
    conditions.put("security", security);
    return new Identity(
        "Apache Kafka",
        logged.isPresent() ? logged.get() : metadataVersion(admin),
        logged.isPresent() ? "the broker's log" : "finalized feature " + METADATA_VERSION,
        conditions,
        configuration);
  }

  /** Whether a server is the cluster of an id; another run's may have taken its port. */
  static boolean isCluster(ServerHandle handle, String id) {
    return id.equals(handle.configuration().get(CLUSTER_ID));
  }

  private static Optional<String> versionInLog(Path log) {
    long end = System.nanoTime() + LOG_LIMIT.toNanos();
    try {
      while (true) {
        // The last one: a container that was given up may have written the same log before.
        Optional<String> version =
            VERSION_IN_LOG
                .matcher(Files.readString(log))
                .results()
                .map(result -> result.group(1))
                .reduce((earlier, later) -> later);
        if (version.isPresent()
            || System.nanoTime() >= end
            || !Pause.unlessInterrupted(PAUSE_MILLIS)) {
          return version;
        }
      }
    } catch (IOException e) {
      // The cluster can be asked instead, and the source says so.
      return Optional.empty();
    }
  }

  private static String metadataVersion(Admin admin)
      throws ExecutionException, InterruptedException {
    FinalizedVersionRange range =
        admin.describeFeatures().featureMetadata().get().finalizedFeatures().get(METADATA_VERSION);
    if (range == null) {
      return "unknown";
    }
    try {
      return MetadataVersion.fromFeatureLevel(range.maxVersionLevel()).version();
    } catch (IllegalArgumentException e) {
      // A broker newer than this client: its level is all that can be said.
      return "metadata level " + range.maxVersionLevel();
    }
  }

  private static SortedMap<String, String> configuration(Admin admin, Collection<Node> nodes)
      throws ExecutionException, InterruptedException {
    ConfigResource broker =
        new ConfigResource(ConfigResource.Type.BROKER, nodes.iterator().next().idString());
    SortedMap<String, String> values = new TreeMap<>();
    try {
      for (ConfigEntry entry :
          admin.describeConfigs(Set.of(broker)).all().get().get(broker).entries()) {
        if (!entry.isSensitive() && entry.value() != null) {
          values.put(entry.name(), entry.value());
        }
      }
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof AuthorizationException)) {
        throw e;
      }
      // A user without the right to see it can still measure; the report shows that it is empty.
      return values;
    }
    return Secrets.without(values);
  }

  @Override
  public Removal remove(Map<String, String> endpoints, String prefix, Duration limit)
      throws NoAnswerException {
    return ask(
        endpoints,
        limit,
        admin -> {
          Set<String> left =
              admin.listTopics().names().get().stream()
                  .filter(topic -> topic.startsWith(prefix))
                  .collect(Collectors.toSet());
          for (var deleted : admin.deleteTopics(left).topicNameValues().values()) {
            try {
              deleted.get();
            } catch (ExecutionException e) {
              if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                throw e;
              }
              // Somebody else was quicker.
            }
          }
          return new Removal.Removed(left.size());
        });
  }

  /** A question to a cluster. */
  private interface Question<T> {
    T ask(Admin admin) throws ExecutionException, InterruptedException;
  }

  private static <T> T ask(Map<String, String> endpoints, Duration limit, Question<T> question)
      throws NoAnswerException {
    Map<String, Object> properties = new HashMap<>(endpoints);
    int millis = (int) Math.max(100, limit.toMillis());
    properties.put("default.api.timeout.ms", millis);
    properties.put("request.timeout.ms", millis);
    properties.put("socket.connection.setup.timeout.ms", millis);
    properties.put("socket.connection.setup.timeout.max.ms", millis);
    try (CloseableAdmin admin = new CloseableAdmin(Admin.create(properties))) {
      return question.ask(admin.admin());
    } catch (ExecutionException e) {
      throw noAnswer(e.getCause() == null ? e : e.getCause());
    } catch (KafkaException e) {
      throw noAnswer(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw NoAnswerException.decided("was not waited for: interrupted", e);
    }
  }

  /** The phrase for a failure, without any part of a password. */
  static NoAnswerException noAnswer(Throwable problem) {
    Throwable root = problem;
    while (root.getCause() != null && !(root instanceof AuthenticationException)) {
      root = root.getCause();
    }
    String message = firstLine(root);
    if (root instanceof AuthenticationException) {
      return NoAnswerException.decided("refuses the credentials: " + message, problem);
    }
    if (root instanceof AuthorizationException) {
      return NoAnswerException.decided("does not permit this: " + message, problem);
    }
    if (root instanceof org.apache.kafka.common.errors.TimeoutException) {
      return NoAnswerException.yet("accepts a connection but does not answer as Kafka", problem);
    }
    if (problem instanceof KafkaException && !(problem instanceof ApiException)) {
      // The client could not even be made: a property is wrong, a key store cannot be read.
      return NoAnswerException.decided("cannot be connected to: " + withoutJaas(message), problem);
    }
    return NoAnswerException.yet("does not answer: " + message, problem);
  }

  /** A password with a quote in it makes the parser complain about a part of it, by name. */
  private static String withoutJaas(String message) {
    return message.contains("JAAS") ? "sasl.jaas.config cannot be understood" : message;
  }

  private static String firstLine(Throwable problem) {
    String message = problem.getMessage();
    return message == null
        ? problem.getClass().getSimpleName()
        : message.lines().findFirst().orElse(problem.getClass().getSimpleName());
  }

  /** Closes an admin client without waiting for questions that nobody asks any more. */
  private record CloseableAdmin(Admin admin) implements AutoCloseable {
    @Override
    public void close() {
      admin.close(Duration.ZERO);
    }
  }
}
