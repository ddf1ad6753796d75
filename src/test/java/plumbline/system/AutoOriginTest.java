package plumbline.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.problem.CannotMeasureException;
import plumbline.system.janitor.Janitor;
import plumbline.system.spi.Origin;
import plumbline.system.spi.ServerRequest;

class AutoOriginTest {
  @TempDir Path logs;

  @Test
  void autoFallsBackToProcessesAndSaysWhy() {
    List<String> progress = new ArrayList<>();
    try (Janitor janitor = Janitor.start();
        Servers servers =
            Servers.start(
                ServerRequest.of(logs, "plumbline-auto-"),
                Set.of("redis"),
                janitor,
                progress::add,
                () -> {
                  throw new CannotMeasureException("there is no Docker engine");
                })) {
      assertThat(servers.handle("redis").origin()).isEqualTo(Origin.PROCESSES);
      assertThat(servers.notes())
          .containsExactly("servers are processes because there is no Docker engine");
      assertThat(progress).containsAll(servers.notes());
    }
  }

  @Test
  void containersThatAreAskedForAreNotReplaced() {
    try (Janitor janitor = Janitor.start()) {
      assertThatThrownBy(
              () ->
                  Servers.start(
                      ServerRequest.of(logs, "plumbline-auto-").withOrigin(Origin.CONTAINERS),
                      Set.of("redis"),
                      janitor,
                      line -> {},
                      () -> {
                        throw new CannotMeasureException("there is no Docker engine");
                      }))
          .isInstanceOf(CannotMeasureException.class)
          .hasMessage("there is no Docker engine");
    }
  }
}
