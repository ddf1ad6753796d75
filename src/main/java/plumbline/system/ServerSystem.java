package plumbline.system;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import plumbline.problem.BadInputException;
import plumbline.problem.CannotMeasureException;
import plumbline.result.RunManifest;
import plumbline.system.docker.DockerEngine;
import plumbline.system.tool.NativeTool;

/**
 * A system that can be measured. A new one is one class that implements this, and one line in
 * {@link Systems}.
 */
public interface ServerSystem {
  /** The name in plans, files and options: lower case, such as {@code kafka}. */
  String name();

  /** The option that names a server of the user's own, such as {@code --kafka host:port}. */
  String externalOption();

  /** Address of a server of the user's own, as he gave it; empty if he named none. */
  Optional<String> address(ServerRequest request);

  /** Whether the user named a server of this system. */
  boolean hasExternal(ServerRequest request);

  /** The image of a container. */
  String image(ServerRequest request);

  /**
   * Options whose image holds the version of a server that runs; those of the user, if he named an
   * image.
   */
  ContainerOptions withImageLike(ServerHandle server, ContainerOptions options);

  /**
   * Checks what the user wants of a container before one is made.
   *
   * @throws BadInputException if this system cannot be run so
   */
  default void checkContainer(ServerRequest request) {}

  /**
   * What a comparison of this system as a process and in a container includes beside the container;
   * empty if nothing is known.
   */
  default Optional<String> remarkOnContainers() {
    return Optional.empty();
  }

  /** The measuring tools that come with it, which a plan can run beside our benchmarks. */
  default List<NativeTool> tools() {
    return List.of();
  }

  /** How this program talks to it, beside the measuring. */
  Dialect dialect();

  /**
   * Starts one as a child process and waits until it answers.
   *
   * @throws BadInputException if what the user gave cannot be used
   * @throws CannotMeasureException if it does not start
   */
  ServerHandle startProcess(StartContext context);

  /**
   * Starts one in a container and waits until it answers. The image is there.
   *
   * @throws CannotMeasureException if it does not start
   */
  ServerHandle startContainer(StartContext context, DockerEngine engine);

  /**
   * Connects to the user's own.
   *
   * @throws BadInputException if the address or its configuration cannot be used
   * @throws CannotMeasureException if no answer comes within 10 s, or credentials are refused
   */
  ServerHandle connect(StartContext context);

  /**
   * Brings the server to the state in which it is measured; empty if it needs no warm-up.
   *
   * @param progress takes one line now and then
   * @throws CannotMeasureException if the server fails meanwhile
   */
  default Optional<RunManifest.WarmUp> warmUp(ServerHandle handle, Consumer<String> progress) {
    return Optional.empty();
  }

  /**
   * The conditions that parameters of a benchmark put in place of those of the server.
   *
   * @param provider where the server comes from
   * @param params of the benchmark, by name
   * @throws BadInputException if a value cannot be
   */
  default Map<String, String> conditions(Provider provider, Map<String, String> params) {
    return Map.of();
  }

  /**
   * Brings a server that this program started to the settings that a benchmark's parameters ask
   * for, and to those that it was started with where they ask for nothing: whatever was measured
   * before, and however that ended. A server of the user's own is left as it is.
   *
   * @param params of the benchmark that is measured next, by name
   * @throws CannotMeasureException if the server does not take the settings
   */
  default void prepare(ServerHandle handle, Map<String, String> params) {}
}
