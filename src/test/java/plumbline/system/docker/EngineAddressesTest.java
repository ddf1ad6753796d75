package plumbline.system.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineAddressesTest {
  @TempDir Path root;

  private List<String> addresses(Map<String, String> environment, String os) {
    return new Machine(
            environment, root, root.resolve("home"), os, false, address -> false, () -> "")
        .engineAddresses();
  }

  private String socket(String path) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    return "unix://" + Files.createFile(file);
  }

  @Test
  void theVariableIsTheOnlyCandidate() throws IOException {
    socket("var/run/docker.sock");
    assertThat(addresses(Map.of("DOCKER_HOST", "tcp://192.0.2.1:2375"), "linux"))
        .containsExactly("tcp://192.0.2.1:2375");
  }

  @Test
  void socketsOfDockerRootlessDockerDesktopAndPodmanAreTriedInThisOrder() throws IOException {
    assertThat(addresses(Map.of(), "linux")).isEmpty();
    List<String> all =
        List.of(
            socket("var/run/docker.sock"),
            socket("run/user/7/docker.sock"),
            socket("home/.docker/run/docker.sock"),
            socket("home/.docker/desktop/docker.sock"),
            socket("run/user/7/podman/podman.sock"),
            socket("run/podman/podman.sock"));
    Map<String, String> environment =
        Map.of("XDG_RUNTIME_DIR", root.resolve("run/user/7").toString(), "DOCKER_HOST", "");
    assertThat(addresses(environment, "linux")).isEqualTo(all);
  }

  @Test
  void windowsHasAPipe() {
    assertThat(addresses(Map.of(), "windows 11")).containsExactly("npipe:////./pipe/docker_engine");
  }
}
