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

class ContainerOptionsTest {
  @TempDir Path logs;

  private static ContainerOptions limits(String cpus, String memory) {
    return ContainerOptions.defaults()
        .withLimits(
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
    assertThatThrownBy(() -> ContainerOptions.defaults().withKafkaImage("Not An Image"))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "--kafka-image takes the name of an image, such as redis:8.10.2, not 'Not An Image'");
    assertThat(ContainerOptions.defaults().withRedisImage("registry.example:5000/a/b:1"))
        .isNotNull();
  }

  @Test
  void limitsContradictServersThatAreNotContainers() {
    ServerRequest limited =
        ServerRequest.of(logs, "plumbline-limits-").withContainers(limits("0", "2g"));
    assertThatThrownBy(() -> limited.withProvider(Provider.PROCESSES))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "--server-cpus and --server-memory: only containers can be limited, and --servers"
                + " processes makes none; use --servers containers or auto");
    assertThatThrownBy(
            () ->
                ServerRequest.of(logs, "plumbline-limits-")
                    .withProvider(Provider.EXTERNAL)
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
