package plumbline.system.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import plumbline.problem.CannotMeasureException;
import plumbline.system.instance.StartContext;
import plumbline.system.janitor.Janitor;
import plumbline.system.janitor.Watch;
import plumbline.system.process.LogTail;
import plumbline.system.spi.Origin;
import plumbline.system.spi.ServerHandle;
import plumbline.system.spi.ServerSystem;

/** A server in a container. Stopping keeps the container, and with it the data. */
public final class ContainerServer extends ServerHandle {
  private static final int STOP_SECONDS = 20;
  private static final Duration STOP_LIMIT = Duration.ofSeconds(STOP_SECONDS + 10);
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration LOG_LIMIT = Duration.ofSeconds(2);

  private final ServerContainer container;
  private final DockerEngine engine;
  private final Path log;
  private final Janitor janitor;
  private Optional<ContainerLog> following = Optional.empty();
  private long logStart;
  private String startProblem = "";
  private String ending = "";
  private boolean created;
  private boolean closed;

  /** A container that does not exist yet. */
  public ContainerServer(
      ServerSystem system, ServerContainer container, DockerEngine engine, StartContext context) {
    super(system, Origin.CONTAINERS, container.launch(), context.request().prefix());
    this.container = container;
    this.engine = engine;
    this.log = context.logOf(system);
    this.janitor = context.janitor();
  }

  @Override
  protected synchronized void start() {
    if (closed) {
      throw new IllegalStateException(system() + " is closed");
    }
    ending = "";
    try {
      if (created) {
        logStart = Files.size(log);
        engine.ask(START_LIMIT, client -> client.startContainerCmd(name()).exec());
      } else {
        janitor.watch(watch());
        created = true;
        engine.ask(
            START_LIMIT,
            client -> {
              container.start(client);
              return created;
            });
        container.check(inspect());
      }
      following = Optional.of(ask(client -> ContainerLog.follow(client, name(), log)));
    } catch (IOException | RuntimeException e) {
      // The engine's client throws many kinds; the root says what happened.
      startProblem = EngineErrors.line(e);
      throw new CannotMeasureException(
          system() + " in a container did not start: " + startProblem, e);
    }
  }

  private String name() {
    return container.name();
  }

  private Watch watch() {
    return new Watch.OfContainer(name(), engine.address().toString());
  }

  private InspectContainerResponse inspect() {
    return ask(client -> client.inspectContainerCmd(name()).exec());
  }

  private <T> T ask(Function<DockerClient, T> question) {
    return engine.ask(DockerEngine.ANSWER_LIMIT, question);
  }

  /** Empty if there is no such container. */
  private Optional<ContainerState> state() {
    try {
      return Optional.ofNullable(inspect().getState());
    } catch (NotFoundException e) {
      return Optional.empty();
    }
  }

  private static boolean isRunning(ContainerState state) {
    return Boolean.TRUE.equals(state.getRunning());
  }

  @Override
  protected Map<String, String> ownConditions() {
    try {
      return container.conditions(engine, inspect());
    } catch (DockerException e) {
      throw failed("describe", e);
    }
  }

  @Override
  public boolean foundPortTaken() {
    following.ifPresent(output -> output.awaitEnd(LOG_LIMIT));
    return startProblem.matches("(?i).*(port is already allocated|address already in use).*")
        || LogTail.namesTakenPort(log, logStart);
  }

  @Override
  public OptionalLong pid() {
    if (!engine.isHere()) {
      return OptionalLong.empty();
    }
    return state()
        .map(ContainerState::getPidLong)
        .filter(pid -> pid > 0)
        .map(OptionalLong::of)
        .orElse(OptionalLong.empty());
  }

  @Override
  public Optional<Path> logFile() {
    return Optional.of(log);
  }

  @Override
  public boolean isAlive() {
    try {
      return state().map(ContainerServer::isRunning).orElse(false);
    } catch (CannotMeasureException | DockerException e) {
      // It may run all the same, but nobody can say so: diagnosis() tells of the engine.
      return false;
    }
  }

  @Override
  public String diagnosis() {
    String who = system() + " (container " + name() + ")";
    try {
      return who + " " + state().map(this::describe).orElse("does not exist any more");
    } catch (CannotMeasureException | DockerException e) {
      return who + " is out of reach: " + EngineErrors.line(e);
    }
  }

  private String describe(ContainerState state) {
    if (isRunning(state)) {
      return "runs";
    }
    if (!ending.isEmpty()) {
      return ending;
    }
    following.ifPresent(output -> output.awaitEnd(LOG_LIMIT));
    long code = state.getExitCodeLong() == null ? -1 : state.getExitCodeLong();
    String cause =
        Boolean.TRUE.equals(state.getOOMKilled())
            ? ", out of memory"
            // What a signal ended had no time to write a cause.
            : code > 128 ? "" : LogTail.cause(log, logStart).map(line -> ": " + line).orElse("");
    return "ended with exit code " + code + cause + "; see " + log;
  }

  @Override
  public synchronized void stop() {
    try {
      engine.ask(
          STOP_LIMIT, client -> client.stopContainerCmd(name()).withTimeout(STOP_SECONDS).exec());
      ending = "was stopped";
    } catch (NotModifiedException | NotFoundException e) {
      // It has ended already, which is what was wanted.
      return;
    } catch (DockerException e) {
      throw failed("stop", e);
    }
  }

  @Override
  public synchronized void kill() {
    if (!isAlive()) {
      return;
    }
    try {
      ask(client -> client.killContainerCmd(name()).exec());
      ending = "was killed";
      engine.ask(STOP_LIMIT, client -> client.waitContainerCmd(name()).start().awaitStatusCode());
    } catch (DockerException e) {
      throw failed("kill", e);
    }
  }

  private CannotMeasureException failed(String what, DockerException e) {
    return new CannotMeasureException(
        "cannot " + what + " the container " + name() + ": " + EngineErrors.line(e), e);
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (!created) {
      return;
    }
    try {
      engine.remove(name());
    } catch (CannotMeasureException e) {
      // It stays on the janitor's list.
      throw new CannotMeasureException(
          e.getMessage()
              + "; the containers are removed if it comes back within two minutes, else by `"
              + ServerContainer.removal(prefix())
              + "`",
          e);
    }
    following.ifPresent(
        output -> {
          output.awaitEnd(LOG_LIMIT);
          output.close();
        });
    janitor.forget(watch());
  }
}
