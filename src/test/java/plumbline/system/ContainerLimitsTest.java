package plumbline.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.problem.BadInputException;
import plumbline.problem.CannotMeasureException;
import plumbline.system.janitor.Janitor;
import plumbline.system.kafka.KafkaSystem;
import plumbline.system.spi.ContainerOptions;
import plumbline.system.spi.MemorySize;
import plumbline.system.spi.Origin;
import plumbline.system.spi.ServerRequest;

class ContainerLimitsTest {
  @TempDir Path logs;

  private static ContainerOptions limits(String cpus, String memory) {
    return new ContainerOptions(
        Optional.empty(),
        Optional.ofNullable(cpus),
        Optional.ofNullable(memory).map(text -> MemorySize.parse(text, "x")));
  }

  @Test
  void processorsAreNumbersAndRanges() {
    for (String cpus : List.of("0", "0-1", "0-1,3", "5,2-2")) {
      assertThat(limits(cpus, null).cpus()).hasValue(cpus);
    }
    for (String cpus : List.of("", "2-1", "0,", "a", "1-", "0-1-2", "0 1", "-1", "0.5")) {
      assertThatThrownBy(() -> limits(cpus, null))
          .isInstanceOf(BadInputException.class)
          .hasMessage(
              "--server-cpus takes numbers of processors, such as 0-1,3, not '" + cpus + "'");
    }
  }

  @Test
  void whatIsNoNameOfAnImageIsBadInput() {
    ServerRequest request = ServerRequest.of(logs, "plumbline-limits-");
    assertThatThrownBy(() -> request.with(KafkaSystem.IMAGE, "Not An Image"))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "--kafka-image takes the name of an image, such as apache/kafka:4.3.1, not 'Not An"
                + " Image'");
    assertThat(
            request.with(KafkaSystem.IMAGE, "registry.example:5000/a/b:1").image(KafkaSystem.IMAGE))
        .isEqualTo("registry.example:5000/a/b:1");
    assertThat(request.image(KafkaSystem.IMAGE)).isEqualTo("apache/kafka:4.3.1");
  }

  @Test
  void limitsContradictServersThatAreNotContainers() {
    ServerRequest limited =
        ServerRequest.of(logs, "plumbline-limits-").withContainers(limits("0", "2g"));
    assertThatThrownBy(() -> limited.withOrigin(Origin.PROCESSES))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "--server-cpus and --server-memory: only containers can be limited, and --servers"
                + " processes makes none; use --servers containers or auto");
    assertThatThrownBy(
            () ->
                ServerRequest.of(logs, "plumbline-limits-")
                    .withOrigin(Origin.EXTERNAL)
                    .withContainers(limits(null, "2g")))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith("--server-memory: only containers can be limited, and");
  }

  @Test
  void limitsForbidTheFallBackToProcesses() {
    try (Janitor janitor = Janitor.start()) {
      assertThatThrownBy(
              () ->
                  Servers.start(
                      ServerRequest.of(logs, "plumbline-limits-").withContainers(limits("0", null)),
                      Set.of("redis"),
                      janitor,
                      line -> {},
                      () -> {
                        throw new CannotMeasureException("there is no Docker engine");
                      }))
          .isInstanceOf(CannotMeasureException.class)
          .hasMessage(
              "--server-cpus: only containers can be limited, and there are none: there is no"
                  + " Docker engine");
    }
  }

  @Test
  void memoryThatIsTooLittleForTheBrokersHeapIsBadInputBeforeAnythingStarts() {
    try (Janitor janitor = Janitor.start()) {
      ServerRequest request =
          ServerRequest.of(logs, "plumbline-limits-").withContainers(limits(null, "1g"));
      assertThatThrownBy(
              () ->
                  Servers.start(
                      request,
                      Set.of("kafka", "redis"),
                      janitor,
                      line -> {},
                      () -> {
                        throw new AssertionError("the engine was asked for");
                      }))
          .isInstanceOf(BadInputException.class)
          .hasMessage(
              "--server-memory 1g is too little for Kafka, whose heap is 1g: give at least 1536m");
    }
  }
}
