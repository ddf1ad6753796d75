package plumbline.system.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import plumbline.system.spi.Place;

/** A broker of the shipped docker-compose.yml is the one that the program starts by itself. */
class ComposeFileTest {
  private static final Path FILE =
      Path.of(System.getProperty("plumbline.basedir", "."), "docker-compose.yml");

  @ParameterizedTest
  @ValueSource(strings = {"kafka", "kafka-host"})
  void itsConfigurationIsTheSame(String service) throws IOException {
    Map<String, String> expected =
        new HashMap<>(
            BrokerProperties.of(new Place("127.0.0.1", "127.0.0.1", List.of(1, 2))).environment());
    // Addresses are up to the file's variables.
    expected.keySet().removeIf(name -> name.matches(".*_(LISTENERS|VOTERS)"));

    assertThat(new HashMap<Object, Object>(environment(service))).containsAllEntriesOf(expected);
  }

  private static Map<?, ?> environment(String service) throws IOException {
    Map<?, ?> file = new Yaml().load(Files.readString(FILE));
    return (Map<?, ?>)
        ((Map<?, ?>) ((Map<?, ?>) file.get("services")).get(service)).get("environment");
  }
}
