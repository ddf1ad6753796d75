package plumbline.system.endpoint;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * <p>Without that file, as under JMH's own main, {@code -Dplumbline.SYSTEM=ADDRESS} serves.
 */
public final class Endpoints {
  /** System property with the name of the file. */
  public static final String FILE_PROPERTY = "plumbline.endpoints";

  /** Key of the prefix for names. Those of a system have a point in them. */
  private static final String PREFIX_KEY = "prefix";

  private final SortedMap<String, String> values;

  private Endpoints(SortedMap<String, String> values) {
    this.values = values;
  }

  /**
   * Makes endpoints.
   *
   * @param prefix of the name of everything that a benchmark makes, so that it can be found and
   *     removed
   * @param systems what clients of each system need, by its id
   */
  public static Endpoints of(String prefix, Map<String, Map<String, String>> systems) {
    SortedMap<String, String> all = new TreeMap<>();
    systems.forEach(
        (system, endpoints) ->
            endpoints.forEach((key, value) -> all.put(system + "." + key, value)));
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
    return file != null
        ? read(Path.of(file))
        : of("plumbline-" + ProcessHandle.current().pid() + "-", Map.of());
  }

  /**
   * What clients of a system need to connect. It may hold passwords: never print it.
   *
   * @param system its id
   * @param address the key of the address itself, which {@code -Dplumbline.SYSTEM=} gives where no
   *     host does
   * @return a map of the caller's own
   * @throws IllegalStateException if nobody gave the address
   */
  public SortedMap<String, String> of(String system, String address) {
    SortedMap<String, String> own = new TreeMap<>();
    String front = system + ".";
    values.forEach(
        (key, value) -> {
          if (key.startsWith(front)) {
            own.put(key.substring(front.length()), value);
          }
        });
    String property = "plumbline." + system;
    if (own.isEmpty() && System.getProperty(property) != null) {
      own.put(address, System.getProperty(property));
    }
    if (!own.containsKey(address)) {
      throw new IllegalStateException(
          "no "
              + system
              + " endpoint: use the run command, or give the forks -D"
              + property
              + "=ADDRESS");
    }
    return own;
  }

  /** A new name, which no other fork and no other run uses. */
  public String newName(String what) {
    return values.get(PREFIX_KEY) + what + "-" + UUID.randomUUID();
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
