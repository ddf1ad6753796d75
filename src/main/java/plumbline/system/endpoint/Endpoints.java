package plumbline.system.endpoint;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The endpoints that the host hands to a fork. They travel in a file that only the owner can read,
 * named by the system property {@value #FILE_PROPERTY}: on a command line, a password would be
 * visible to every user of the machine and would end up in JMH's JSON.
 *
 * <p>Without that file, as under JMH's own main, {@code -Dplumbline.kafka=host:port} and {@code
 * -Dplumbline.redis=redis://host:port} serve.
 */
public final class Endpoints {
  /** System property with the name of the file. */
  public static final String FILE_PROPERTY = "plumbline.endpoints";

  /** Key of the prefix for names of topics and keys. */
  private static final String PREFIX_KEY = "prefix";

  private static final String KAFKA = "kafka.";
  private static final String REDIS_URI = "redis.uri";

  private final SortedMap<String, String> values;

  private Endpoints(SortedMap<String, String> values) {
    this.values = values;
  }

  /**
   * Makes endpoints.
   *
   * @param prefix of every topic and key that a benchmark makes, so that they can be found and
   *     removed
   * @param values by key: {@code kafka.} followed by a client property, {@code redis.uri}, or what
   *     another system needs
   */
  public static Endpoints of(String prefix, Map<String, String> values) {
    SortedMap<String, String> all = new TreeMap<>(values);
    all.put(PREFIX_KEY, prefix);
    return new Endpoints(all);
  }

  /**
   * The endpoints of this JVM.
   *
   * @throws IllegalStateException if the file that the host named cannot be read
   */
  public static Endpoints current() {
    String file = System.getProperty(FILE_PROPERTY);
    if (file != null) {
      return read(Path.of(file));
    }
    SortedMap<String, String> values = new TreeMap<>();
    String kafka = System.getProperty("plumbline.kafka");
    if (kafka != null) {
      values.put(KAFKA + "bootstrap.servers", kafka);
    }
    String redis = System.getProperty("plumbline.redis");
    if (redis != null) {
      values.put(REDIS_URI, redis);
    }
    return of("plumbline-" + ProcessHandle.current().pid() + "-", values);
  }

  /** The properties with which every Kafka client of this run connects. */
  public Map<String, Object> kafka() {
    Map<String, Object> properties = new HashMap<>();
    values.forEach(
        (key, value) -> {
          if (key.startsWith(KAFKA)) {
            properties.put(key.substring(KAFKA.length()), value);
          }
        });
    if (!properties.containsKey("bootstrap.servers")) {
      throw missing("Kafka", "plumbline.kafka=host:port");
    }
    return properties;
  }

  /** The URI of Redis, which may hold a password: never print it. */
  public String redisUri() {
    String uri = values.get(REDIS_URI);
    if (uri == null) {
      throw missing("Redis", "plumbline.redis=redis://host:port");
    }
    return uri;
  }

  /** A new name for a topic or key, which no other fork and no other run uses. */
  public String newName(String what) {
    return values.get(PREFIX_KEY) + what + "-" + UUID.randomUUID();
  }

  private static IllegalStateException missing(String system, String property) {
    return new IllegalStateException(
        "no " + system + " endpoint: use the run command, or give the forks -D" + property);
  }

  /** Writes a file that only its owner can read. */
  public void write(Path file) throws IOException {
    Files.deleteIfExists(file);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file,
          java.nio.file.attribute.PosixFilePermissions.asFileAttribute(
              java.nio.file.attribute.PosixFilePermissions.fromString("rw-------")));
    }
    Properties properties = new Properties();
    properties.putAll(values);
    try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      properties.store(writer, null);
    }
  }

  private static Endpoints read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new IllegalStateException("cannot read the endpoints in " + file, e);
    }
    SortedMap<String, String> values = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key)));
    return new Endpoints(values);
  }
}
