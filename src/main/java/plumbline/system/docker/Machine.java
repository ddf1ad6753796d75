package plumbline.system.docker;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import oshi.SystemInfo;

/**
 * What this program sees of the machine around it, as far as it decides where an engine is and how
 * its containers are reached.
 *
 * @param environment variables
 * @param root folder in which the usual sockets are looked for
 * @param home the user's home folder
 * @param os name as Java gives it, in lower case
 * @param inContainer whether this program itself runs in a container
 * @param isLocal whether an address is one of this program's own network interfaces
 * @param gateway address of the default gateway; empty if there is none
 */
record Machine(
    Map<String, String> environment,
    Path root,
    Path home,
    String os,
    boolean inContainer,
    Predicate<InetAddress> isLocal,
    Supplier<String> gateway) {
  /** The machine that this runs on. */
  static Machine current() {
    return new Machine(
        System.getenv(),
        Path.of("/"),
        Path.of(System.getProperty("user.home")),
        System.getProperty("os.name").toLowerCase(Locale.ROOT),
        Files.exists(Path.of("/.dockerenv")) || Files.exists(Path.of("/run/.containerenv")),
        Machine::hasAddress,
        Machine::defaultGateway);
  }

  boolean isLinux() {
    return os.equals("linux");
  }

  /** A variable that is set and not empty. */
  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  /**
   * Where an engine may be: the address in {@code DOCKER_HOST} alone if there is one, else those
   * sockets of Docker, rootless Docker, Docker Desktop and Podman that exist.
   */
  List<String> engineAddresses() {
    Optional<String> named = variable("DOCKER_HOST");
    if (named.isPresent()) {
      return List.of(named.get());
    }
    if (os.startsWith("windows")) {
      return List.of("npipe:////./pipe/docker_engine");
    }
    List<Path> sockets = new ArrayList<>();
    sockets.add(root.resolve("var/run/docker.sock"));
    Optional<Path> runtime = variable("XDG_RUNTIME_DIR").map(Path::of);
    runtime.ifPresent(folder -> sockets.add(folder.resolve("docker.sock")));
    sockets.add(home.resolve(".docker/run/docker.sock"));
    sockets.add(home.resolve(".docker/desktop/docker.sock"));
    runtime.ifPresent(folder -> sockets.add(folder.resolve("podman/podman.sock")));
    sockets.add(root.resolve("run/podman/podman.sock"));
    return sockets.stream().filter(Files::exists).map(socket -> "unix://" + socket).toList();
  }

  private static String defaultGateway() {
    try {
      return new SystemInfo().getOperatingSystem().getNetworkParams().getIpv4DefaultGateway();
    } catch (LinkageError e) {
      // No native library for this platform: then it is not known.
      return "";
    }
  }

  private static boolean hasAddress(InetAddress address) {
    try {
      return NetworkInterface.getByInetAddress(address) != null;
    } catch (SocketException e) {
      // An address that cannot be looked up is not known to be ours.
      return false;
    }
  }
}
