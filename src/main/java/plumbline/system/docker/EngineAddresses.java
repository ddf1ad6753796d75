package plumbline.system.docker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where an engine may be: Docker's, rootless Docker's, Docker Desktop's and Podman's addresses. */
final class EngineAddresses {
  static final String NONE =
      "there is no Docker engine: DOCKER_HOST is not set and there is no /var/run/docker.sock";

  private EngineAddresses() {}

  /** The address in {@code DOCKER_HOST} alone if there is one, else those sockets that exist. */
  static List<String> of(Machine machine) {
    Optional<String> named = machine.variable("DOCKER_HOST");
    if (named.isPresent()) {
      return List.of(named.get());
    }
    if (machine.isWindows()) {
      return List.of("npipe:////./pipe/docker_engine");
    }
    List<Path> sockets = new ArrayList<>();
    sockets.add(machine.root().resolve("var/run/docker.sock"));
    Optional<Path> runtime = machine.variable("XDG_RUNTIME_DIR").map(Path::of);
    runtime.ifPresent(folder -> sockets.add(folder.resolve("docker.sock")));
    sockets.add(machine.home().resolve(".docker/run/docker.sock"));
    sockets.add(machine.home().resolve(".docker/desktop/docker.sock"));
    runtime.ifPresent(folder -> sockets.add(folder.resolve("podman/podman.sock")));
    sockets.add(machine.root().resolve("run/podman/podman.sock"));
    return sockets.stream().filter(Files::exists).map(socket -> "unix://" + socket).toList();
  }
}
