package plumbline.cli;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Container;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import plumbline.system.docker.TestImages;

/** The shipped docker-compose.yml, run by Compose as a project of its own. */
final class Compose {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Path FILE =
      Path.of(System.getProperty("plumbline.basedir", "."), "docker-compose.yml").toAbsolutePath();

  /** What a command said and how it ended. */
  record Result(int exitCode, String output) {}

  private final List<String> program;
  private final Path folder;
  private final String project = "plumbline-" + UUID.randomUUID();
  private final Map<String, String> variables = new HashMap<>();

  /**
   * The services, none of them started.
   *
   * @param program how Compose is called, as {@link #find} says
   * @param folder for what it says
   */
  Compose(List<String> program, Path folder) {
    this.program = program;
    this.folder = folder;
  }

  /** How Compose is called on this machine; empty if it is not there. */
  static Optional<List<String>> find(Path folder) throws IOException, InterruptedException {
    for (List<String> program : List.of(List.of("docker", "compose"), List.of("docker-compose"))) {
      if (isOnPath(program.get(0))
          && run(concat(program, List.of("version")), folder, Map.of()).exitCode() == 0) {
        return Optional.of(program);
      }
    }
    return Optional.empty();
  }

  private static boolean isOnPath(String name) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(place -> Path.of(place, name))
        .anyMatch(Files::isExecutable);
  }

  /** Sets a variable of the file for the commands that follow. */
  void set(String variable, String value) {
    variables.put(variable, value);
  }

  /** Runs a command, with the options of Compose before it. */
  Result run(String... arguments) throws IOException, InterruptedException {
    return run(List.of(arguments));
  }

  Result run(List<String> arguments) throws IOException, InterruptedException {
    List<String> own = List.of("--file", FILE.toString(), "--project-name", project);
    return run(concat(concat(program, own), arguments), folder, variables);
  }

  private static Result run(List<String> command, Path folder, Map<String, String> variables)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile(folder, "compose", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .redirectOutput(output.toFile())
            .redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("COMPOSE_"));
    builder.environment().putAll(variables);
    Process process = builder.start();
    boolean ended = process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
    process.destroyForcibly();
    String said = Files.readString(output, StandardCharsets.UTF_8);
    if (!ended) {
      throw new AssertionError(command + " still ran after " + LIMIT + ": " + said);
    }
    return new Result(process.exitValue(), said);
  }

  private static <T> List<T> concat(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  /** Every service with a container, and what its healthcheck says, such as {@code healthy}. */
  Map<String, String> health() {
    Map<String, String> health = new HashMap<>();
    for (Container container : containers()) {
      health.put(
          container.getLabels().get("com.docker.compose.service"),
          docker()
              .inspectContainerCmd(container.getId())
              .exec()
              .getState()
              .getHealth()
              .getStatus());
    }
    return health;
  }

  /** The containers, networks and volumes of the project. */
  List<String> parts() {
    List<String> parts = new ArrayList<>();
    containers().forEach(container -> parts.add("container " + container.getId()));
    docker()
        .listNetworksCmd()
        .withFilter("label", labels())
        .exec()
        .forEach(network -> parts.add("network " + network.getName()));
    docker()
        .listVolumesCmd()
        .withFilter("label", labels())
        .exec()
        .getVolumes()
        .forEach(volume -> parts.add("volume " + volume.getName()));
    return parts;
  }

  /** The test of a service's healthcheck, a command. */
  List<String> healthcheck(String service) {
    Container container =
        containers().stream()
            .filter(c -> service.equals(c.getLabels().get("com.docker.compose.service")))
            .findFirst()
            .orElseThrow();
    List<String> test =
        docker()
            .inspectContainerCmd(container.getId())
            .exec()
            .getConfig()
            .getHealthcheck()
            .getTest();
    // The first word says how the others are meant.
    return test.subList(1, test.size());
  }

  private List<Container> containers() {
    return docker().listContainersCmd().withShowAll(true).withLabelFilter(labels()).exec();
  }

  private List<String> labels() {
    return List.of("com.docker.compose.project=" + project);
  }

  private static DockerClient docker() {
    return TestImages.client();
  }

  /** Ends and removes everything of the project, volumes included. */
  void down() throws IOException, InterruptedException {
    Result result = run("--profile", "host", "down", "--volumes");
    if (result.exitCode() != 0) {
      throw new AssertionError("down failed: " + result.output());
    }
  }
}
