package plumbline.server.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.utility.LogUtils;
import plumbline.problem.CannotMeasureException;
import plumbline.server.Instance;
import plumbline.server.Provider;
import plumbline.server.janitor.Janitor;

/** A server in a container. Stopping keeps the container, and with it the data. */
public final class ContainerInstance implements Instance {
  private static final int STOP_SECONDS = 20;
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private final String system;
  private final String name;
  private final GenericContainer<?> container;
  private final DockerEngine engine;
  private final Path log;
  private final Janitor janitor;
  private boolean created;
  private boolean closed;

  /**
   * A container that does not exist yet.
   *
   * @param container with image, command and network; this adds its name and its end
   * @param log file that gets its output since the last start
   */
  public ContainerInstance(
      String system,
      GenericContainer<?> container,
      DockerEngine engine,
      Path log,
      Janitor janitor) {
    this.system = system;
    this.name = "plumbline-" + system + "-" + UUID.randomUUID();
    this.engine = engine;
    this.log = log;
    this.janitor = janitor;
    this.container = container;
    container.withCreateContainerCmdModifier(command -> command.withName(name));
    container.setWaitStrategy(new AnswerIsAwaitedElsewhere());
    container.withStartupTimeout(START_LIMIT);
  }

  /** Whether containers here can share the host's network: only where the engine is native. */
  public static boolean hasHostNetwork() {
    return System.getProperty("os.name").equals("Linux");
  }

  @Override
  public Provider provider() {
    return Provider.CONTAINERS;
  }

  @Override
  public synchronized void start() {
    if (closed) {
      throw new IllegalStateException(system + " is closed");
    }
    try {
      if (created) {
        docker().startContainerCmd(name).exec();
      } else {
        janitor.watchContainer(name, engine.address().toString());
        created = true;
        container.start();
      }
      followLog();
    } catch (IOException | RuntimeException e) {
      // Testcontainers and docker-java throw many kinds; the root says what happened.
      throw new CannotMeasureException(
          system + " in a container did not start: " + DockerEngine.rootMessage(e), e);
    }
  }

  private void followLog() throws IOException {
    Files.createDirectories(log.toAbsolutePath().getParent());
    Files.deleteIfExists(log);
    Files.createFile(log);
    LogUtils.followOutput(docker(), name, new LogAppender(log));
  }

  private static DockerClient docker() {
    return DockerClientFactory.instance().client();
  }

  private Optional<InspectContainerResponse.ContainerState> state() {
    try {
      return Optional.ofNullable(docker().inspectContainerCmd(name).exec().getState());
    } catch (NotFoundException e) {
      return Optional.empty();
    }
  }

  @Override
  public OptionalLong pid() {
    return state()
        .map(InspectContainerResponse.ContainerState::getPidLong)
        .filter(pid -> pid > 0)
        .map(OptionalLong::of)
        .orElse(OptionalLong.empty());
  }

  @Override
  public Optional<Path> logFile() {
    return Optional.of(log);
  }

  @Override
  public Optional<Path> dataDirectory() {
    return Optional.empty();
  }

  @Override
  public boolean isAlive() {
    return state().map(state -> Boolean.TRUE.equals(state.getRunning())).orElse(false);
  }

  @Override
  public String diagnosis() {
    String who = system + " (container " + name + ")";
    return state()
        .map(
            state -> {
              if (Boolean.TRUE.equals(state.getRunning())) {
                return who + " runs";
              }
              String memory = Boolean.TRUE.equals(state.getOOMKilled()) ? ", out of memory" : "";
              return who
                  + " ended with exit code "
                  + state.getExitCodeLong()
                  + memory
                  + "; see "
                  + log;
            })
        .orElse(who + " does not exist");
  }

  @Override
  public synchronized void stop() {
    try {
      docker().stopContainerCmd(name).withTimeout(STOP_SECONDS).exec();
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
      docker().killContainerCmd(name).exec();
    } catch (DockerException e) {
      throw failed("kill", e);
    }
  }

  private CannotMeasureException failed(String what, DockerException e) {
    return new CannotMeasureException(
        "cannot " + what + " the container " + name + ": " + DockerEngine.rootMessage(e), e);
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (created) {
      engine.remove(name);
      janitor.forgetContainer(name, engine.address().toString());
    }
  }

  /** Ready means that a client got an answer, and that is not for Testcontainers to say. */
  private static final class AnswerIsAwaitedElsewhere extends AbstractWaitStrategy {
    @Override
    protected void waitUntilReady() {}
  }
}
