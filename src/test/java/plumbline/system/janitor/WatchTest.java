package plumbline.system.janitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WatchTest {
  private final List<Watch> all =
      List.of(
          new Watch.OfProcess(42, Instant.ofEpochMilli(1234)),
          new Watch.OfFolder(Path.of("/tmp/plumbline-a\nb")),
          new Watch.OfContainer("name", "unix:///var/run/docker.sock"),
          Watch.ofPrefix("kafka", Map.of("kafka.sasl.jaas.config", "a \"b\"; c", "e", ""), "p-"));

  @Test
  void everyWatchSurvivesThePipe() {
    for (Watch watch : all) {
      assertThat(watch.line()).doesNotContain("\n");
      assertThat(Order.of("watch " + watch.line() + " .")).isEqualTo(new Order.Add(watch));
      assertThat(Order.of("forget " + watch.line() + " .")).isEqualTo(new Order.Remove(watch));
    }
    assertThat(Order.of("done")).isEqualTo(new Order.Farewell());
  }

  @Test
  void lineThatWasCutOffIsNoOrder() {
    String line = "watch " + all.get(1).line() + " .";
    for (int length = 0; length < line.length(); length++) {
      String cut = line.substring(0, length);
      assertThatThrownBy(() -> Order.of(cut)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void folderThatIsNotOursIsNeverWatched() {
    for (String folder : List.of("/", "/tmp", "/home/plumbline")) {
      assertThatThrownBy(() -> new Watch.OfFolder(Path.of(folder)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
