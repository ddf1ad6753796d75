package plumbline.system.janitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WatchTest {
  private final List<Watch> all =
      List.of(
          new Watch.OfProcess(42, 1234),
          new Watch.OfFolder(Path.of("/tmp/plumbline-a\nb")),
          new Watch.OfJmhFiles(Path.of("/tmp"), 5),
          new Watch.OfContainer("name", "unix:///var/run/docker.sock"),
          new Watch.OfPrefix(
              "kafka", "p-", Map.of("kafka.sasl.jaas.config", "a \"b\"; c é", "e", "")));

  private Stream<Order> orders() {
    return Stream.concat(
        Stream.of(new Order(Order.Verb.DONE, Optional.empty())),
        all.stream()
            .map(Optional::of)
            .flatMap(
                watch ->
                    Stream.of(Order.Verb.WATCH, Order.Verb.FORGET)
                        .map(verb -> new Order(verb, watch))));
  }

  @Test
  void everyOrderSurvivesThePipe() {
    assertThat(orders())
        .allSatisfy(
            order -> {
              assertThat(order.line()).doesNotContain("\n");
              assertThat(Order.of(order.line())).isEqualTo(order);
            });
  }

  @Test
  void lineThatWasCutOffIsNoOrder() {
    assertThat(orders())
        .allSatisfy(
            order -> {
              String line = order.line();
              for (int length = 0; length < line.length(); length++) {
                String cut = line.substring(0, length);
                assertThatThrownBy(() -> Order.of(cut)).isInstanceOf(JsonProcessingException.class);
              }
            });
  }

  @Test
  void folderThatIsNotOursIsNeverWatched() {
    for (String folder : List.of("/", "/tmp", "/home/plumbline")) {
      assertThatThrownBy(() -> new Watch.OfFolder(Path.of(folder)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
