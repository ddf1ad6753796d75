package plumbline.system.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.model.HostConfig;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.StartupCheckStrategy;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.utility.DockerImageName;
import plumbline.problem.CannotMeasureException;
import plumbline.system.spi.ContainerOptions;
import plumbline.system.spi.Launch;
import plumbline.system.spi.MemorySize;
import plumbline.system.spi.ServerRequest;

/** What all servers' containers have in common: name, labels, network and limits. */
public final class ServerContainer {
  /** Label of every container of this program; its value is the system. */
  static final String LABEL = "plumbline";

  /** Label with the prefix of the run. */
  static final String RUN_LABEL = "plumbline.run";

  private final String name;
  private final String image;
  private final Wiring wiring;
  private final ContainerOptions options;
  private final GenericContainer<?> container;

  /**
   * Describes a container.
   *
   * @param system part of its name
   * @param port on which its server listens, and at which clients find it
   * @param launch how its image is started
   */
  public ServerContainer(
      String system, String image, int port, Wiring wiring, Launch launch, ServerRequest request) {
    this.name = "plumbline-" + system + "-" + UUID.randomUUID();
    this.image = image;
    this.wiring = wiring;
    this.options = request.containers();
    this.container =
        new GenericContainer<>(DockerImageName.parse(image))
            .withEnv(launch.environment())
            .withLabels(Map.of(LABEL, system, RUN_LABEL, request.prefix()))
            .withCreateContainerCmdModifier(this::name)
            .withCreateContainerCmdModifier(this::limit)
            .withStartupCheckStrategy(new NoStartupCheck())
            .waitingFor(new NoWait());
    if (!launch.command().isEmpty()) {
      container.withCommand(launch.command().toArray(String[]::new));
    }
    switch (wiring.network()) {
      case HOST -> container.withNetworkMode("host");
      case PUBLISHED ->
          container.setPortBindings(List.of(wiring.publishOn() + ":" + port + ":" + port));
    }
  }

  String name() {
    return name;
  }

  /** Creates and starts it, and does not wait for anything more. */
  void start() {
    container.start();
  }

  /** The command that removes all containers of this run. */
  static String removal(String prefix) {
    return "docker rm -f -v $(docker ps -aq --filter label=" + RUN_LABEL + "=" + prefix + ")";
  }

  private void name(CreateContainerCmd command) {
    command.withName(name);
  }

  private void limit(CreateContainerCmd command) {
    HostConfig host = command.getHostConfig();
    options.cpus().ifPresent(host::withCpusetCpus);
    // As much swap as memory is none at all: what is measured is memory.
    options.memoryBytes().ifPresent(bytes -> host.withMemory(bytes).withMemorySwap(bytes));
  }

  /**
   * Checks that the limits hold: engines that cannot set one leave it out without an error.
   *
   * @throws CannotMeasureException if one does not
   */
  void check(InspectContainerResponse created) {
    HostConfig host = created.getHostConfig();
    options
        .cpus()
        .filter(cpus -> !cpus.equals(host.getCpusetCpus()))
        .ifPresent(cpus -> refuse("--server-cpus"));
    options
        .memoryBytes()
        .filter(bytes -> !bytes.equals(host.getMemory()))
        .ifPresent(bytes -> refuse("--server-memory"));
  }

  private static void refuse(String option) {
    throw new CannotMeasureException("the engine cannot limit containers as " + option + " says");
  }

  /** What belongs beside every figure: how it is wired, what it may use and what it is made of. */
  SortedMap<String, String> conditions(DockerEngine engine, InspectContainerResponse created) {
    SortedMap<String, String> conditions = new TreeMap<>();
    conditions.put("network", wiring.network().text());
    conditions.put("image", image);
    InspectImageResponse origin =
        engine.ask(
            DockerEngine.ANSWER_LIMIT,
            client -> client.inspectImageCmd(created.getImageId()).exec());
    conditions.put("digest", ImageDigest.of(image, origin));
    options.cpus().ifPresent(cpus -> conditions.put("cpus", cpus));
    options
        .memoryBytes()
        .ifPresent(bytes -> conditions.put("memory", new MemorySize(bytes).text()));
    return conditions;
  }

  /** A server that ended at once is to be looked at, not removed. */
  private static final class NoStartupCheck extends StartupCheckStrategy {
    @Override
    public StartupStatus checkStartupState(DockerClient client, String containerId) {
      return StartupStatus.SUCCESSFUL;
    }
  }

  /** Ready means that a client got an answer, and that is not for Testcontainers to say. */
  private static final class NoWait extends AbstractWaitStrategy {
    NoWait() {
      withStartupTimeout(Duration.ofSeconds(60));
    }

    @Override
    protected void waitUntilReady() {}
  }
}
