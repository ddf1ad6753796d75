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
import plumbline.system.spi.Address;
import plumbline.system.spi.ServerRequest;

/** A Kafka of the user's own, with whatever client properties it takes to connect. */
final class KafkaExternal {
  private KafkaExternal() {}

  /**
   * Where it is, by option or in the properties file; empty if neither says it.
   *
   * @throws BadInputException if the properties file cannot be read or an address is none
   */
  static Optional<Address> address(ServerRequest request) {
    SortedMap<String, String> client =
        request.value(KafkaSystem.CONFIGURATION).map(KafkaExternal::read).orElseGet(TreeMap::new);
    request
        .value(KafkaSystem.ADDRESS)
        .ifPresent(bootstrap -> client.put(KafkaSystem.BOOTSTRAP, bootstrap));
    return Optional.ofNullable(client.get(KafkaSystem.BOOTSTRAP))
        .map(
            bootstrap -> {
              Addresses.check(bootstrap, source(request));
              return new Address(client, bootstrap);
            });
  }

  private static String source(ServerRequest request) {
    return request.value(KafkaSystem.ADDRESS).isPresent()
        ? "--kafka"
        : request.value(KafkaSystem.CONFIGURATION).orElse("") + ": " + KafkaSystem.BOOTSTRAP;
  }

  private static SortedMap<String, String> read(String name) {
    Path file = Path.of(name);
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
