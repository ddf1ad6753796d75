package plumbline.system.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import plumbline.input.Processors;
import plumbline.problem.CannotMeasureException;
import plumbline.system.spi.ContainerOptions;
import plumbline.system.spi.Launch;
import plumbline.system.spi.ServerRequest;

/**
 * What all servers' containers have in common: name, labels, network and limits.
 *
 * <p>The engine is asked directly. A {@code GenericContainer} of Testcontainers was used before and
 * demands Ryuk, an image of its own that would have to be pulled, unless a variable of the
 * environment forbids it; then it installs a shutdown hook that hangs when the engine does. Neither
 * a property, nor a file, nor a subclass changes that short of overriding its whole start, and the
 * janitor removes containers anyway.
 *
 * @param port on which its server listens, and at which clients find it
 * @param launch how its image is started
 */
public record ServerContainer(
    String name,
    String system,
    String image,
    int port,
    Wiring wiring,
    Launch launch,
    ServerRequest request) {
  /** Label of every container of this program; its value is the system. */
  static final String LABEL = "plumbline";

  /** Label with the prefix of the run. */
  static final String RUN_LABEL = "plumbline.run";

  /** Creates and starts it, and does not wait for anything more. */
  void start(DockerClient engine) {
    HostConfig host = HostConfig.newHostConfig();
    cpus().ifPresent(host::withCpusetCpus);
    // As much swap as memory is none at all: what is measured is memory.
    limits().memory().ifPresent(size -> host.withMemory(size.bytes()).withMemorySwap(size.bytes()));
    CreateContainerCmd command =
        engine
            .createContainerCmd(image)
            .withName(name)
            .withLabels(Map.of(LABEL, system, RUN_LABEL, request.prefix()))
            .withEnv(
                launch.environment().entrySet().stream()
                    .map(variable -> variable.getKey() + "=" + variable.getValue())
                    .toList())
            .withHostConfig(host);
    if (!launch.command().isEmpty()) {
      command.withCmd(launch.command());
    }
    switch (wiring.network()) {
      case HOST -> host.withNetworkMode("host");
      case PUBLISHED -> {
        host.withPortBindings(PortBinding.parse(wiring.publishOn() + ":" + port + ":" + port));
        command.withExposedPorts(ExposedPort.tcp(port));
      }
    }
    command.exec();
    engine.startContainerCmd(name).exec();
  }

  private ContainerOptions limits() {
    return request.containers();
  }

  private Optional<String> cpus() {
    return request.pinned().map(Processors::text).or(() -> limits().cpus());
  }

  /** The command that removes all containers of this run. */
  static String removal(String prefix) {
    return "docker rm -f -v $(docker ps -aq --filter label=" + RUN_LABEL + "=" + prefix + ")";
  }

  /** Checks that the limits hold: engines that cannot set one leave it out without an error. */
  void check(InspectContainerResponse created) {
    HostConfig host = created.getHostConfig();
    cpus()
        .filter(cpus -> !cpus.equals(host.getCpusetCpus()))
        .ifPresent(cpus -> refuse(request.pinned().isPresent() ? "--pin" : "--server-cpus"));
    limits()
        .memory()
        .filter(size -> !Long.valueOf(size.bytes()).equals(host.getMemory()))
        .ifPresent(size -> refuse("--server-memory"));
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
    cpus().ifPresent(cpus -> conditions.put("cpus", cpus));
    limits().memory().ifPresent(size -> conditions.put("memory", size.text()));
    return conditions;
  }
}
