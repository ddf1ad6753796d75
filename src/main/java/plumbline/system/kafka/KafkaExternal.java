package plumbline.system.kafka;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import plumbline.problem.BadInputException;
import plumbline.system.ExternalInstance;
import plumbline.system.ServerHandle;
import plumbline.system.ServerRequest;
import plumbline.system.ServerSystem;
import plumbline.system.StartContext;

/** A Kafka of the user's own, with whatever client properties it takes to connect. */
final class KafkaExternal {
  private static final String BOOTSTRAP = "bootstrap.servers";

  private KafkaExternal() {}

  /** Whether the user named one, by option or in the properties file. */
  static boolean isNamed(ServerRequest request) {
    return request.kafka().isPresent()
        || request.kafkaConfig().map(file -> read(file).containsKey(BOOTSTRAP)).orElse(false);
  }

  /**
   * Connects.
   *
   * @throws BadInputException if the properties file cannot be read or an address is none
   * @throws plumbline.problem.CannotMeasureException if there is no answer, or none that can be
   *     used
   */
  static ServerHandle connect(ServerSystem system, StartContext context) {
    ServerRequest request = context.request();
    SortedMap<String, String> client =
        request.kafkaConfig().map(KafkaExternal::read).orElseGet(TreeMap::new);
    request.kafka().ifPresent(bootstrap -> client.put(BOOTSTRAP, bootstrap));
    String bootstrap = client.get(BOOTSTRAP);
    Addresses.check(bootstrap, source(request));
    SortedMap<String, String> endpoints = new TreeMap<>();
    client.forEach((key, value) -> endpoints.put("kafka." + key, value));
    return ExternalInstance.connect(system, endpoints, bootstrap, context);
  }

  private static String source(ServerRequest request) {
    return request.kafka().isPresent()
        ? "--kafka"
        : request.kafkaConfig().map(Path::toString).orElse("") + ": " + BOOTSTRAP;
  }

  private static SortedMap<String, String> read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      String reason =
          Optional.ofNullable(e.getMessage())
              .filter(message -> e instanceof IllegalArgumentException)
              .map(message -> message)
              .orElse(Files.exists(file) ? "it is no text file in UTF-8" : "there is no such file");
      throw new BadInputException("--kafka-config " + file + " cannot be read: " + reason, e);
    }
    SortedMap<String, String> values = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key)));
    return values;
  }
}
