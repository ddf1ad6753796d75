package plumbline.system.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import plumbline.system.spi.Place;

class BrokerPropertiesTest {
  @Test
  void textIsAPropertiesFileWithReplicationOfOne() {
    String text =
        BrokerProperties.of(new Place("127.0.0.1", "127.0.0.1", List.of(1, 2)))
            .withData("C:\\data")
            .text();

    assertThat(text)
        .contains("log.dirs=C:\\\\data\n")
        .contains("listeners=PLAINTEXT://127.0.0.1:1,CONTROLLER://127.0.0.1:2\n");
    assertThat(text.lines().filter(line -> line.contains("replication.factor")))
        .hasSize(4)
        .allMatch(line -> line.endsWith("=1"));
  }

  @Test
  void environmentNamesPropertiesAsTheOfficialImageReadsThem() {
    assertThat(
            BrokerProperties.of(new Place("0.0.0.0", "engine.example", List.of(1, 2)))
                .environment())
        .containsEntry("KAFKA_NODE_ID", "1")
        .containsEntry("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
        .containsEntry("KAFKA_ADVERTISED_LISTENERS", "PLAINTEXT://engine.example:1");
  }
}
