package plumbline.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.problem.CannotMeasureException;
import plumbline.system.docker.DockerEngine;
import plumbline.system.docker.NeedsDocker;
import plumbline.system.docker.TestImages;
import plumbline.system.instance.StartContext;
import plumbline.system.janitor.Janitor;
import plumbline.system.redis.RedisSystem;
import plumbline.system.spi.Address;
import plumbline.system.spi.Offer;
import plumbline.system.spi.Origin;
import plumbline.system.spi.ServerHandle;
import plumbline.system.spi.ServerRequest;
import plumbline.system.spi.ServerSystem;

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

  /** Redis by another name, so that two of them are two systems. */
  private static final class Like extends ServerSystem {
    Like(String id) {
      super(id, id, Systems.named("redis").dialect());
    }

    @Override
    public Optional<Address> external(ServerRequest request) {
      return Optional.empty();
    }
  }

  private static final ServerSystem REDIS = Systems.named("redis");

  private List<ServerHandle> start(
      Janitor janitor,
      Supplier<DockerEngine> engines,
      List<String> notes,
      OwnServers.Candidate... wanted) {
    StartContext context =
        new StartContext(ServerRequest.of(logs, "plumbline-auto-"), janitor, line -> {});
    return new OwnServers(context, engines, notes::add).start(List.of(wanted));
  }

  @Test
  void withoutAnEngineWhatCannotBeAProcessEndsTheRunBeforeAnythingIsStarted() {
    ServerRequest request = ServerRequest.of(logs, "plumbline-auto-");
    try (Janitor janitor = Janitor.start()) {
      assertThatThrownBy(
              () ->
                  start(
                      janitor,
                      () -> {
                        throw new CannotMeasureException("there is no Docker engine");
                      },
                      new ArrayList<>(),
                      OwnServers.Candidate.of(REDIS, request),
                      new OwnServers.Candidate(
                          new Like("other"),
                          REDIS.container(request),
                          Offer.none("other is not on the PATH: install it"))))
          .isInstanceOf(CannotMeasureException.class)
          .hasMessage("there is no Docker engine; other is not on the PATH: install it");
    }
    assertThat(logs).isEmptyDirectory();
  }

  @Test
  @NeedsDocker
  void oneContainerThatFailsLeavesAloneWhatCannotBeAProcess() {
    ServerRequest request =
        ServerRequest.of(logs, "plumbline-auto-")
            .with(RedisSystem.IMAGE, TestImages.here().redis());
    ServerRequest missing = request.with(RedisSystem.IMAGE, "localhost:1/plumbline/none:1");
    List<String> notes = new ArrayList<>();
    try (Janitor janitor = Janitor.start()) {
      List<ServerHandle> started =
          start(
              janitor,
              DockerEngine::find,
              notes,
              new OwnServers.Candidate(
                  new Like("replaceable"), REDIS.container(missing), REDIS.process(missing)),
              new OwnServers.Candidate(
                  new Like("container"), REDIS.container(request), Offer.none("no process")));
      try {
        assertThat(started)
            .extracting(ServerHandle::system, ServerHandle::origin)
            .containsExactly(
                tuple("container", Origin.CONTAINERS), tuple("replaceable", Origin.PROCESSES));
        assertThat(notes)
            .singleElement()
            .asString()
            .startsWith("replaceable is a process because the image localhost:1/plumbline/none:1");
      } finally {
        started.forEach(ServerHandle::close);
      }
    }
  }
}
